import { describe, expect, test } from 'vitest';
import { mergeIncidents } from '../../src/bulletin/merged-incident.ts';
import type { Definition } from '../../src/core/definition.ts';
import { incidentDefinition } from '../support/definitions.ts';
import { HOUR, ZONE } from './week.ts';

const START = Date.parse('2024-08-26T05:30:00-04:00');

const incident = (values: Partial<Definition>) => incidentDefinition({ start: START, ...values });
const entry = (more: Partial<Definition>) => incident({ source: 'entry', uri: 'file:///bulletins/b.md', ...more });

describe('one incident with two definitions', () => {
	test.each([
		['by one id', entry({ title: 'Something else' })],
		['by day and headline', entry({ id: '2024-08-26-leases-refused', title: 'Leases refused!' })],
	])('is merged: %s', (_, other) => {
		const merged = mergeIncidents([other, incident({})], ZONE);
		expect(merged).toHaveLength(1);
		expect(merged[0]?.title).toBe('Leases refused');
		expect(merged[0]?.definitions.map(({ source }) => source)).toEqual(['record', 'entry']);
	});

	test('has the facts of the record, and missing ones of the entry', () => {
		const [merged] = mergeIncidents(
			[
				incident({ title: 'Leases refused', impact: undefined, inferredImpact: 'major' }),
				entry({ title: 'No leases', impact: 'minor', end: START + HOUR, start: START + 5 }),
			],
			ZONE,
		);
		expect(merged).toMatchObject({
			title: 'Leases refused',
			start: START,
			end: START + HOUR,
			ending: 'stated',
			impact: 'minor',
			isImpactInferred: false,
		});
	});

	test('two incidents of one day with different headlines are not merged, and sorted by start', () => {
		const merged = mergeIncidents(
			[incident({ id: 'b', title: 'Later', start: START + HOUR }), entry({ id: 'a', title: 'Sooner' })],
			ZONE,
		);
		expect(merged.map(({ title }) => title)).toEqual(['Sooner', 'Later']);
	});
});

describe('the end', () => {
	test.each<[string, Definition, object]>([
		['stated', incident({ end: START + HOUR, inferredEnd: START }), { end: START + HOUR, ending: 'stated' }],
		['reckoned from prose', incident({ inferredEnd: START + HOUR }), { end: START + HOUR, ending: 'inferred' }],
		['of an open record', incident({ isOpen: true }), { end: Number.POSITIVE_INFINITY, ending: 'open' }],
		['of a record that is not open', incident({}), { end: START, ending: 'unknown' }],
		['of a notice', incident({ incidentKind: 'notice', end: START + HOUR }), { end: START, ending: 'none' }],
		['of an entry that does not say', entry({}), { end: START, ending: 'unknown' }],
		['before the start', incident({ end: START - HOUR }), { end: START, ending: 'unknown' }],
	])('%s', (_, definition, expected) => {
		expect(mergeIncidents([definition], ZONE)[0]).toMatchObject(expected);
	});
});

test('an incident without a time of day starts at midnight, and one without a day is left out', () => {
	const [merged] = mergeIncidents([entry({ start: undefined })], ZONE);
	expect(merged).toMatchObject({ start: Date.parse('2024-08-26T00:00:00-04:00'), isDateOnly: true });
	expect(mergeIncidents([entry({ start: undefined, date: undefined })], ZONE)).toEqual([]);
});
