import type { SchemaFault } from './schema-faults.ts';
import { quoted } from './words.ts';

/** The name of the field that a fault is in. */
export function nameOf({ path }: SchemaFault): string {
	const name = path.findLast(step => typeof step === 'string');
	return name === undefined ? 'the file' : quoted(name);
}

/** The words of a closed list. */
export function wordsOf({ keyword, params }: SchemaFault): readonly string[] {
	const { allowedValues } = params;
	return keyword === 'enum' && Array.isArray(allowedValues) ? allowedValues.map(String) : [];
}

export function typesOf({ params: { type } }: SchemaFault): readonly string[] {
	return (Array.isArray(type) ? type : [type]).map(String);
}

/** Whether a time belongs there. */
export function isTime({ schemaPath }: SchemaFault): boolean {
	return schemaPath.startsWith('#/$defs/time/');
}

const TYPES: Readonly<Record<string, string>> = {
	string: 'text',
	array: 'a list',
	object: 'a mapping',
	boolean: '`true` or `false`',
};

/** What belongs in the place of a value, for the end of a message. */
export function expectedOf(fault: SchemaFault): string {
	if (isTime(fault)) {
		return 'a time such as `2024-08-26T05:30:00-04:00`';
	}
	if (fault.keyword === 'minItems') {
		return 'at least one';
	}
	if (fault.keyword === 'minLength') {
		return 'text';
	}
	const names = typesOf(fault).flatMap(type => TYPES[type] ?? []);
	const last = names.pop() ?? 'another value';
	return names.length === 0 ? last : `${names.join(', ')} or ${last}`;
}

/** Of a required field that is not there its name; else empty. */
export function missingIn({ params: { missingProperty } }: SchemaFault): string {
	return typeof missingProperty === 'string' ? missingProperty : '';
}

/** How many values there may be. */
export function limitOf({ params: { limit } }: SchemaFault): string {
	return String(limit);
}
