import type { OwnFields } from '../../core/configuration.ts';
import type { DocumentKind } from '../../core/document-kind.ts';
import type { FieldSchema } from '../../core/field-schema.ts';
import {
	type ValidationError,
	type Validator,
	validateBulletin,
	validateConfiguration,
	validateIncident,
	validatePostmortem,
} from '../../generated/validators.js';
import type { Data, DataPath } from '../../parse/data.ts';
import type { LogDocument } from '../../parse/document.ts';
import { unknownPropertyIn } from './fault-words.ts';
import { ownFieldFaults } from './own-field-faults.ts';

const VALIDATORS: Readonly<Record<DocumentKind, Validator>> = {
	incident: validateIncident,
	postmortem: validatePostmortem,
	bulletin: validateBulletin,
	configuration: validateConfiguration,
};

/** Nobody reads more, and a mutated file of a megabyte could give a million. */
const MOST = 200;

/** Something in a document's YAML that its schema does not allow. */
export interface SchemaFault extends ValidationError {
	/** `instancePath` as a path. */
	readonly path: DataPath;
	/** Of an additional property of a field of the team's own: the names that are known there. */
	readonly fields?: readonly string[];
}

interface Known {
	readonly ownFields: OwnFields;
	readonly faults: readonly SchemaFault[];
}

const known = new WeakMap<LogDocument, Known>();

/**
 * What a document's schema, and that of the team's own fields, says of its YAML: computed once, though several rules
 * speak of it. Empty without YAML.
 */
export function schemaFaults(document: LogDocument, ownFields: OwnFields): readonly SchemaFault[] {
	const before = known.get(document);
	if (before?.ownFields === ownFields) {
		return before.faults;
	}
	const { kind, data } = document;
	const faults = data === undefined ? [] : withOwnFields(validate(kind, data), data, ownFields[kind] ?? NONE);
	known.set(document, { ownFields, faults });
	return faults;
}

type KindFields = ReadonlyMap<string, FieldSchema>;
const NONE: KindFields = new Map();

/** The team's own fields are known, and their values are as it says. */
function withOwnFields(faults: readonly SchemaFault[], data: Data, own: KindFields): readonly SchemaFault[] {
	if (own.size === 0) {
		return faults;
	}
	const others = faults.filter(({ path, params }) => path.length > 0 || !own.has(unknownPropertyIn({ params })));
	for (const [name, schema] of own) {
		if (Object.hasOwn(data.value, name)) {
			for (const fault of ownFieldFaults(data.value[name], schema, [name])) {
				if (others.length >= MOST) {
					return others;
				}
				others.push(fault);
			}
		}
	}
	return others;
}

function validate(kind: DocumentKind, data: Data): readonly SchemaFault[] {
	const validator = VALIDATORS[kind];
	const { value } = data;
	validator(value);
	return (validator.errors ?? []).slice(0, MOST).map(error => ({ ...error, path: pathOf(error.instancePath, value) }));
}

/** A JSON Pointer (RFC 6901) as a path: a number where there is a list. */
function pathOf(pointer: string, root: unknown): DataPath {
	const path: (string | number)[] = [];
	let value: unknown = root;
	for (const step of pointer.split('/').slice(1)) {
		const name = step.replaceAll('~1', '/').replaceAll('~0', '~');
		path.push(Array.isArray(value) ? Number(name) : name);
		value = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
	}
	return path;
}
