import type { DataPath } from '../core/data-path.ts';
import type { Schema } from './schema.ts';

/** One violation of a schema. */
export interface SchemaFault {
	/** The violated keyword of JSON Schema. */
	readonly keyword: string;
	/** From the root of the document to the value. */
	readonly path: DataPath;
	/** As in errors of `ajv`: `type`, `allowedValues`, `limit`, `missingProperty`, `additionalProperty`. */
	readonly params: Readonly<Record<string, unknown>>;
	/** The schema of the value. */
	readonly schema: Schema;
}

/** The name of a required field that is absent. Empty for other faults. */
export function missingPropertyIn({ params: { missingProperty } }: Pick<SchemaFault, 'params'>): string {
	return typeof missingProperty === 'string' ? missingProperty : '';
}

/** The name of an unknown field. Empty for other faults. */
export function unknownPropertyIn({ params: { additionalProperty } }: Pick<SchemaFault, 'params'>): string {
	return typeof additionalProperty === 'string' ? additionalProperty : '';
}
