import { scalarText } from '../../../core/scalar-text.ts';
import type { SchemaFault } from '../../../schema/fault.ts';
import { BOUNDS, type Bound } from '../../../schema/schema.ts';
import { quoted } from '../../support/words.ts';

/** Returns the name of the field that contains the faulty value, directly or in a list. */
export function fieldOf({ path }: SchemaFault): string {
	return String(path.findLast(step => typeof step === 'string') ?? 'the document');
}

/** Returns true if the faulty value is an item of a list. */
export function isItem({ path }: SchemaFault): boolean {
	return typeof path.at(-1) === 'number';
}

/** Returns the allowed values of an enumeration; empty for other faults. */
export function allowedWords({ keyword, params }: SchemaFault): readonly string[] {
	const { allowedValues } = params;
	return keyword === 'enum' && Array.isArray(allowedValues) ? allowedValues.map(wordOf) : [];
}

function wordOf(value: unknown): string {
	return typeof value === 'string' ? value : JSON.stringify(value);
}

export function typesOf({ params: { type } }: SchemaFault): readonly string[] {
	return (Array.isArray(type) ? type : [type]).flatMap(one => scalarText(one) ?? []);
}

/** Returns true if a time or a day is expected. */
export function isTime({ schema: { meaning } }: SchemaFault): boolean {
	return meaning === 'time' || meaning === 'day';
}

const TYPES: Readonly<Record<string, string>> = {
	string: 'text',
	array: 'a list',
	object: 'a mapping',
	boolean: 'a boolean (`true` or `false`)',
	number: 'a number',
	integer: 'a whole number',
};

/** The expectation for each bound. */
const BOUND_TEXTS: Readonly<Record<Bound, (limit: string) => string>> = {
	minimum: limit => `at least ${quoted(limit)}`,
	maximum: limit => `at most ${quoted(limit)}`,
	exclusiveMinimum: limit => `more than ${quoted(limit)}`,
	exclusiveMaximum: limit => `less than ${quoted(limit)}`,
	minLength: limit => `at least ${limit} characters`,
	maxLength: limit => `at most ${limit} characters`,
	minItems: limit => `at least ${limit} items`,
	maxItems: limit => `at most ${limit} items`,
};
/** The same for a limit of 1. */
const BOUND_TEXTS_OF_ONE: Readonly<Partial<Record<Bound, string>>> = {
	minLength: 'text',
	maxLength: 'at most one character',
	maxItems: 'at most one item',
	minItems: 'at least one item',
};

/** Returns the expected type or bound, for the end of a message. */
export function expectedOf(fault: SchemaFault): string {
	if (isTime(fault)) {
		return 'a time such as `2024-08-26T05:30:00-04:00`';
	}
	const bound = BOUNDS.find(name => name === fault.keyword);
	if (bound !== undefined) {
		const limit = scalarText(fault.params['limit']) ?? '';
		return (limit === '1' && BOUND_TEXTS_OF_ONE[bound]) || BOUND_TEXTS[bound](limit);
	}
	// A number is not listed next to text, because its author reads it as text.
	const types = typesOf(fault);
	const names = types.flatMap(type => (type === 'number' && types.includes('string') ? [] : (TYPES[type] ?? [])));
	const last = names.pop() ?? 'another value';
	return names.length === 0 ? last : `${names.join(', ')} or ${last}`;
}
