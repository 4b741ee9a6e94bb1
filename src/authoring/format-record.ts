import { Scalar, stringify } from 'yaml';
import { incidentTimes } from '../schema/fields.ts';

/** Words that YAML 1.1 reads as booleans, in any case, because its parsers accept different spellings. */
const YAML_1_1_BOOLEAN = /^(?:y|yes|on|true|n|no|off|false)$/i;
const TIMES: ReadonlySet<string> = new Set(incidentTimes);

/**
 * Formats a record as a YAML file, with its fields in the given order. Strings that YAML 1.1 reads as another type are
 * quoted, except for times, which all parsers read alike. Strings of several lines are block scalars, which are easy to
 * edit.
 */
export function formatRecord(record: ReadonlyMap<string, unknown>): string {
	return [...record]
		.map(([key, value]) => {
			const compat = TIMES.has(key) ? null : 'yaml-1.1';
			// Repeats equal values, because records must not have aliases.
			return stringify({ [key]: yamlValue(value) }, { compat, lineWidth: 0, aliasDuplicateObjects: false });
		})
		.join('');
}

function yamlValue(value: unknown): unknown {
	if (typeof value !== 'string') {
		return value;
	}
	const scalar = new Scalar(value);
	scalar.type = value.includes('\n') ? 'BLOCK_LITERAL' : YAML_1_1_BOOLEAN.test(value) ? 'QUOTE_DOUBLE' : 'PLAIN';
	return scalar;
}
