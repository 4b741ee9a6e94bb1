import type { Inferred } from '../../core/incident.ts';
import type { Located } from '../../core/range.ts';
import { findDurations } from '../english/read-duration.ts';
import type { Fields } from '../model/fields.ts';

const FIELD = 'x-inferred';

/**
 * What a record says that it does not know but has read from prose: `x-inferred: { resolved_at: 3-4 hours, impact: Minimal
 * customer impact }`. By the name of the field, the words that its value was read from. The value itself stands in the
 * field as any other does.
 */
export function readInferredFields(fields: Fields): ReadonlyMap<string, Located<string>> {
	return new Map(
		fields.keys([FIELD]).flatMap(key => {
			const node = fields.data?.at([FIELD, key]);
			return node === undefined ? [] : [[key, fields.text([FIELD, key]) ?? { value: '', range: node.range }]];
		}),
	);
}

/** How long it took by the words that `resolved_at` was read from: "3-4 hours" has two ends, a time has one. */
export function durationBehind(marks: ReadonlyMap<string, Located<string>>): Inferred['duration'] {
	const words = marks.get('resolved_at');
	const [duration] = words === undefined ? [] : findDurations(words.value);
	return words && duration && { value: duration.value, range: words.range };
}
