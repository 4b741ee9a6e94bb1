import type { LogDocument } from '../../../parse/model/document.ts';
import type { DocumentSchemas } from '../../../schema/document-schemas.ts';
import type { SchemaFault } from '../../../schema/fault.ts';
import { validate } from '../../../schema/validate.ts';

interface CacheEntry {
	readonly schemas: DocumentSchemas;
	readonly faults: readonly SchemaFault[];
}

const cache = new WeakMap<LogDocument, CacheEntry>();

/** What a document's YAML breaks in its schema: computed once, because several rules ask for it. Empty without YAML. */
export function schemaFaults(document: LogDocument, schemas: DocumentSchemas): readonly SchemaFault[] {
	const cached = cache.get(document);
	if (cached?.schemas === schemas) {
		return cached.faults;
	}
	const { kind, data } = document;
	const faults = data === undefined ? [] : validate(kind, data.value, schemas);
	cache.set(document, { schemas, faults });
	return faults;
}
