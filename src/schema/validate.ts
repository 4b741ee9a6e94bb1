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
 * Returns the schema faults of a document's data: first those against the bundled schema, checked by code that `ajv`
 * generates at build time, then those against the schemas of own fields.
 */
export function validate(kind: DocumentKind, data: Mapping, schemas: DocumentSchemas): readonly SchemaFault[] {
	const validator = VALIDATORS[kind];
	validator(data);
	const own = schemas.ownFields(kind);
	const locations = new Map<string, FaultLocation>();
	const faults = (validator.errors ?? [])
		.map(({ keyword, instancePath, params }): SchemaFault => {
			const location = locations.get(instancePath) ?? locate(instancePath, kind, data, schemas);
			locations.set(instancePath, location);
			return { keyword, params, ...location };
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

/** Shared by all faults of one value, to save memory: a mapping can have thousands of unknown fields. */
type FaultLocation = Pick<SchemaFault, 'path' | 'schema'>;

function locate(instancePath: string, kind: DocumentKind, data: Mapping, schemas: DocumentSchemas): FaultLocation {
	const path = pathOf(instancePath, data);
	return { path, schema: schemaAt(schemas.of(kind), path, data) ?? ANY_VALUE };
}

/** Converts a JSON Pointer (RFC 6901) to a path, with numbers for the items of lists. */
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
