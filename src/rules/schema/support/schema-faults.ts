import type { LogDocument } from '../../../parse/model/document.ts';
import type { SchemaFault } from '../../../schema/fault.ts';
import { validate } from '../../../schema/validate.ts';
import type { LogView } from '../../log-view.ts';
import type { Once } from '../../rule.ts';
import { dataValue } from '../../support/data-value.ts';

/** Returns the schema faults of a document's YAML; empty without YAML. Rules call it through `once`. */
export function schemaFaults({ kind }: LogDocument, { schemas }: LogView, once: Once): readonly SchemaFault[] {
	const value = once(dataValue);
	return value === undefined ? [] : validate(kind, value, schemas);
}
