import type { NotUnderstood } from '../../core/coverage.ts';
import { INCIDENT_KINDS, type Incident } from '../../core/incident.ts';
import type { Reference } from '../../core/reference.ts';
import type { GeneralReading } from '../dialects/general.ts';
import type { Markdown } from '../markdown/read-markdown.ts';
import { type Fields, oneOf } from '../model/fields.ts';
import { readRecordFacts } from './record-facts.ts';

export interface IncidentReading {
	readonly incident: Incident;
	/** In no particular order. */
	readonly references: readonly Reference[];
	readonly notUnderstood: readonly NotUnderstood[];
}

/** Reads the incident of a record. `general` is what its page states besides its fields. */
export function readIncident(fields: Fields, page: Markdown | undefined, general?: GeneralReading): IncidentReading {
	const { facts, updates, references, notUnderstood } = readRecordFacts(fields, page, general);
	const incident: Incident = {
		...facts,
		source: 'record',
		kind: oneOf(INCIDENT_KINDS, fields.text(['kind'])?.value) ?? 'incident',
		updates,
		range: { start: 0, end: fields.source.text.length },
	};
	return { incident, references, notUnderstood };
}
