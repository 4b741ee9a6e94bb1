import { BUNDLED_SCHEMAS } from './bundled.ts';
import type { Meaning } from './meaning.ts';
import type { Schema } from './schema.ts';
import { chooseBranches } from './schema-at.ts';

/** The fields of a schema that have a meaning, in the order of the schema. */
export function fieldsMeaning(meaning: Meaning, { properties }: Schema): readonly string[] {
	return [...properties].flatMap(([name, schema]) => (schema.meaning === meaning ? [name] : []));
}

/** The fields of an incident record, in the order in which people read them. */
export const incidentFields: readonly string[] = [...BUNDLED_SCHEMAS.incident.properties.keys()];

/** The times of an incident, in the order in which they usually come. */
export const incidentTimes = fieldsMeaning('time', BUNDLED_SCHEMAS.incident);

/** What an incident record cannot do without, where it is no maintenance to come. */
export const requiredIncidentFields = chooseBranches(BUNDLED_SCHEMAS.incident, {}).required;
