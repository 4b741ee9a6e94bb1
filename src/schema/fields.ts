import { BUNDLED_SCHEMAS } from './bundled.ts';
import type { Meaning } from './meaning.ts';
import type { Schema } from './schema.ts';
import { chooseBranches } from './schema-at.ts';

/** The fields of a schema with a meaning, in the order of the schema. */
export function fieldsWithMeaning(meaning: Meaning, { properties }: Schema): readonly string[] {
	return [...properties].flatMap(([name, schema]) => (schema.meaning === meaning ? [name] : []));
}

/** The fields of an incident record, in the order of the schema. */
export const incidentFields: readonly string[] = [...BUNDLED_SCHEMAS.incident.properties.keys()];

/** The time fields of an incident, in their usual chronological order. */
export const incidentTimes = fieldsWithMeaning('time', BUNDLED_SCHEMAS.incident);

/** The required fields of an incident record that is not a scheduled maintenance. */
export const requiredIncidentFields = chooseBranches(BUNDLED_SCHEMAS.incident, {}).required;
