import type { DataPath } from '../core/data-path.ts';
import type { DocumentKind } from '../core/document-kind.ts';
import type { Mapping } from '../core/mapping.ts';
import {
	type Validator,
	validateBulletin,
	validateConfiguration,
	validateIncident,
	validatePostmortem,
} from '../generated/validators.js';
import { checkValue } from './check-value.ts';
import type { DocumentSchemas } from './document-schemas.ts';
import { type SchemaFault, unknownPropertyIn } from './fault.ts';
import { ANY_VALUE } from './schema.ts';
import { schemaAt } from './schema-at.ts';

const VALIDATORS: Readonly<Record<DocumentKind, Validator>> = {
	incident: validateIncident,
	postmortem: validatePostmortem,
	bulletin: validateBulletin,
	configuration: validateConfiguration,
};

/**
 * Returns the schema faults of a document's data: first of the bundled schema (checked by code that `ajv` generates at build time),
 * then in the schemas of the team's own fields.
 */
export function validate(kind: DocumentKind, data: Mapping, schemas: DocumentSchemas): readonly SchemaFault[] {
	const validator = VALIDATORS[kind];
	validator(data);
	const own = schemas.ownFields(kind);
	const places = new Map<string, FaultLocation>();
	const faults = (validator.errors ?? [])
		.map(({ keyword, instancePath, params }): SchemaFault => {
			const place = places.get(instancePath) ?? locate(instancePath, kind, data, schemas);
			places.set(instancePath, place);
			return { keyword, params, ...place };
		})
		.filter(({ path, params }) => path.length > 0 || !own.has(unknownPropertyIn({ params })));
	for (const [name, schema] of own) {
		if (!Object.hasOwn(data, name)) {
			continue;
		}
		for (const fault of checkValue(data[name], schema, [name])) {
			faults.push(fault);
		}
	}
	return faults;
}

/** Shared by all faults of one value: a mapping may have ten thousand unknown fields. */
type FaultLocation = Pick<SchemaFault, 'path' | 'schema'>;

function locate(instancePath: string, kind: DocumentKind, data: Mapping, schemas: DocumentSchemas): FaultLocation {
	const path = pathOf(instancePath, data);
	return { path, schema: schemaAt(schemas.of(kind), path, data) ?? ANY_VALUE };
}

/** A JSON Pointer (RFC 6901) as a path: a number where there is a list. */
function pathOf(pointer: string, root: unknown): DataPath {
	const path: (string | number)[] = [];
	let value = root;
	for (const step of pointer.split('/').slice(1)) {
		const name = step.replaceAll('~1', '/').replaceAll('~0', '~');
		path.push(Array.isArray(value) ? Number(name) : name);
		value = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
	}
	return path;
}
