import type { DataPath } from '../core/data-path.ts';
import type { Schema } from './schema.ts';

/** One way in which a value breaks its schema. */
export interface SchemaFault {
	/** The keyword of JSON Schema that the value breaks. */
	readonly keyword: string;
	/** From the root of the document to the value. */
	readonly path: DataPath;
	/** As `ajv` gives them: `type`, `allowedValues`, `limit`, `missingProperty`, `additionalProperty`. */
	readonly params: Readonly<Record<string, unknown>>;
	/** All that is known of the value. */
	readonly schema: Schema;
}

/** The name of a required field that is absent. Empty for other faults. */
export function missingPropertyIn({ params: { missingProperty } }: Pick<SchemaFault, 'params'>): string {
	return typeof missingProperty === 'string' ? missingProperty : '';
}

/** The name of a field that the schema does not know. Empty for other faults. */
export function unknownPropertyIn({ params: { additionalProperty } }: Pick<SchemaFault, 'params'>): string {
	return typeof additionalProperty === 'string' ? additionalProperty : '';
}
