import bulletin from '../../../schemas/bulletin.schema.json';
import incident from '../../../schemas/incident.schema.json';
import configuration from '../../../schemas/incident-log.schema.json';
import postmortem from '../../../schemas/postmortem.schema.json';
import type { DocumentKind } from '../../core/document-kind.ts';

const SCHEMAS: Readonly<Record<DocumentKind, unknown>> = { incident, postmortem, bulletin, configuration };

/** What a JSON Pointer (behind `#`, as in a validation error's `schemaPath`) leads to in the schema of a kind. */
export function schemaAt(kind: DocumentKind, pointer: string): unknown {
	let at = SCHEMAS[kind];
	for (const step of pointer.replace(/^#\/?/, '').split('/').filter(Boolean)) {
		// RFC 6901, section 6: a pointer in a URI fragment is percent-encoded.
		at = memberOf(at, decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~'));
	}
	return at;
}

/** The names of the fields that a part of a schema knows. */
export function fieldsAt(kind: DocumentKind, pointer: string): readonly string[] {
	const properties = memberOf(schemaAt(kind, pointer), 'properties');
	return typeof properties === 'object' && properties !== null ? Object.keys(properties) : [];
}

/** The first example of a field at the root of a schema, where it is one line of text. */
export function exampleOf(kind: DocumentKind, field: string): string | undefined {
	const examples = memberOf(memberOf(memberOf(SCHEMAS[kind], 'properties'), field), 'examples');
	const first: unknown = Array.isArray(examples) ? examples[0] : undefined;
	return typeof first === 'string' ? first : undefined;
}

function memberOf(value: unknown, key: string): unknown {
	return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
		? (value as Readonly<Record<string, unknown>>)[key]
		: undefined;
}
