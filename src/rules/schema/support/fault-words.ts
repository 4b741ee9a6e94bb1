import { scalarText } from '../../../core/scalar-text.ts';
import type { SchemaFault } from '../../../schema/fault.ts';
import { BOUNDS, type Bound } from '../../../schema/schema.ts';
import { quoted } from '../../support/words.ts';

/** The name of the field that a fault is in. */
export function nameOf({ path }: SchemaFault): string {
	const name = path.findLast(step => typeof step === 'string');
	return name === undefined ? 'the file' : quoted(name);
}

/** The words of a closed list. */
export function wordsOf({ keyword, params }: SchemaFault): readonly string[] {
	const { allowedValues } = params;
	return keyword === 'enum' && Array.isArray(allowedValues) ? allowedValues.map(wordOf) : [];
}

function wordOf(value: unknown): string {
	return typeof value === 'string' ? value : JSON.stringify(value);
}

export function typesOf({ params: { type } }: SchemaFault): readonly string[] {
	return (Array.isArray(type) ? type : [type]).flatMap(one => scalarText(one) ?? []);
}

/** Whether a time belongs there. */
export function isTime({ schema: { meaning } }: SchemaFault): boolean {
	return meaning === 'time' || meaning === 'day';
}

const TYPES: Readonly<Record<string, string>> = {
	string: 'text',
	array: 'a list',
	object: 'a mapping',
	boolean: '`true` or `false`',
	number: 'a number',
	integer: 'a whole number',
};

/** What a value that is too little or too much must be instead. */
const WITHIN: Readonly<Record<Bound, (limit: string) => string>> = {
	minimum: limit => `at least ${quoted(limit)}`,
	maximum: limit => `at most ${quoted(limit)}`,
	exclusiveMinimum: limit => `more than ${quoted(limit)}`,
	exclusiveMaximum: limit => `less than ${quoted(limit)}`,
	minLength: limit => `at least ${limit} characters`,
	maxLength: limit => `at most ${limit} characters`,
	minItems: limit => `at least ${limit}`,
	maxItems: limit => `at most ${limit}`,
};
const ONE: Readonly<Partial<Record<Bound, string>>> = {
	minLength: 'text',
	maxLength: 'at most one character',
	minItems: 'at least one',
};

/** What belongs in the place of a value, for the end of a message. */
export function expectedOf(fault: SchemaFault): string {
	if (isTime(fault)) {
		return 'a time such as `2024-08-26T05:30:00-04:00`';
	}
	const bound = BOUNDS.find(name => name === fault.keyword);
	if (bound !== undefined) {
		const limit = scalarText(fault.params['limit']) ?? '';
		return (limit === '1' && ONE[bound]) || WITHIN[bound](limit);
	}
	// Where text may stand a number will do because it is text to its writer.
	const types = typesOf(fault);
	const names = types.flatMap(type => (type === 'number' && types.includes('string') ? [] : (TYPES[type] ?? [])));
	const last = names.pop() ?? 'another value';
	return names.length === 0 ? last : `${names.join(', ')} or ${last}`;
}
