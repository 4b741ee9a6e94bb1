import type { LogDocument } from '../../../parse/model/document.ts';
import type { SchemaFault } from '../../../schema/fault.ts';
import { validate } from '../../../schema/validate.ts';
import type { LogView } from '../../log-view.ts';

/** Returns the schema faults of a document's YAML; empty without YAML. Rules call it through `once`. */
export function schemaFaults({ kind, data }: LogDocument, { schemas }: LogView): readonly SchemaFault[] {
	return data === undefined ? [] : validate(kind, data.value, schemas);
}
