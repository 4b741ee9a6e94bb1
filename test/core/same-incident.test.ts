import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Definition } from '../../src/core/definition.ts';
import { groupDefinitions, isSameIncident } from '../../src/core/same-incident.ts';
import { incidentDefinition } from '../support/definitions.ts';

const definition = fc
	.record({
		source: fc.constantFrom('record' as const, 'entry' as const),
		id: fc.constantFrom('a', 'b', 'c', 'd'),
		date: fc.constantFrom('2024-08-26', '2024-08-27', undefined),
		title: fc.constantFrom('Leases refused', 'leases, refused!', 'Jobs late', '***'),
		at: fc.nat(),
	})
	.map(({ at, ...values }) => incidentDefinition({ ...values, range: { start: at, end: at } }));

test('adds an entry to the first group whose first definition describes the same incident, and never adds a record', () => {
	fc.assert(
		fc.property(fc.array(definition, { maxLength: 12 }), list => {
			const definitions = list.toSorted((a, b) => (a.source === b.source ? 0 : a.source === 'record' ? -1 : 1));
			const expected: Definition[][] = [];
			for (const each of definitions) {
				const group = each.source === 'entry' && expected.find(([first]) => first && isSameIncident(first, each));
				if (group) {
					group.push(each);
				} else {
					expected.push([each]);
				}
			}
			expect(groupDefinitions(definitions)).toEqual(expected);
		}),
	);
});
