import type { Inferred } from '../../core/incident.ts';
import type { Located } from '../../core/range.ts';
import { findDurations } from '../english/read-duration.ts';
import type { Fields } from '../model/fields.ts';

const FIELD = 'x-inferred';

/**
 * Reads the fields that a record marks as inferred from prose: `x-inferred: { resolved_at: 3-4 hours, impact: Minimal
 * customer impact }`. Returns the words from which each was inferred, by field name. The value is in the field itself.
 */
export function readInferredFields(fields: Fields): ReadonlyMap<string, Located<string>> {
	return new Map(
		fields.keys([FIELD]).flatMap(key => {
			const node = fields.data?.at([FIELD, key]);
			return node === undefined ? [] : [[key, fields.text([FIELD, key]) ?? { value: '', range: node.range }]];
		}),
	);
}

/** The duration in the words from which `resolved_at` was inferred, such as "3-4 hours". Undefined for words without one. */
export function inferredDuration(inferredFields: ReadonlyMap<string, Located<string>>): Inferred['duration'] {
	const words = inferredFields.get('resolved_at');
	const [duration] = words === undefined ? [] : findDurations(words.value);
	return words && duration && { value: duration.value, range: words.range };
}
