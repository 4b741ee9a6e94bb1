import { Scalar, stringify } from 'yaml';
import { incidentTimes } from '../schema/fields.ts';

/** Words that a reader of YAML 1.1 may take for a truth value however they are spelt. */
const TRUTH = /^(?:y|yes|on|true|n|no|off|false)$/i;
const TIMES: ReadonlySet<string> = new Set(incidentTimes);

/**
 * A record as the text of a YAML file, field by field in the given order. What a reader of YAML 1.1 would take for
 * something else than text is in quotes, but for times, which every reader knows. The summary is a block of text, so that
 * people can go on writing in it.
 */
export function yamlText(record: ReadonlyMap<string, unknown>): string {
	return [...record]
		.map(([key, value]) => {
			const compat = TIMES.has(key) ? null : 'yaml-1.1';
			// An alias is no part of a record: the same value twice is written twice.
			return stringify({ [key]: written(value) }, { compat, lineWidth: 0, aliasDuplicateObjects: false });
		})
		.join('');
}

function written(value: unknown): unknown {
	if (typeof value !== 'string') {
		return value;
	}
	const scalar = new Scalar(value);
	scalar.type = value.includes('\n') ? 'BLOCK_LITERAL' : TRUTH.test(value) ? 'QUOTE_DOUBLE' : 'PLAIN';
	return scalar;
}
