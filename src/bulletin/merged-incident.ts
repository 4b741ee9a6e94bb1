import { Temporal } from 'temporal-polyfill';
import { compareText } from '../core/compare-text.ts';
import type { Definition } from '../core/definition.ts';
import type { IncidentKind } from '../core/incident.ts';
import { groupDefinitions } from '../core/same-incident.ts';
import { startOfDay } from '../core/time/zones.ts';
import type { LogView } from '../rules/log-view.ts';
import type { Ending } from './model.ts';

/**
 * One incident with all its definitions: its record, entries in bulletins, or both; or the postmortem that is its only
 * description. Facts of the record take precedence; an entry supplies missing ones.
 */
export interface MergedIncident {
	readonly id: string;
	readonly title: string;
	readonly kind: IncidentKind;
	/** Records first, never empty. */
	readonly definitions: readonly Definition[];
	/** ISO, in the log's zone. */
	readonly date: string;
	/** In milliseconds since 1970; midnight for a date without a time of day. */
	readonly start: number;
	readonly dateOnly: boolean;
	/** Undefined for an open incident; the start if the end is unknown. */
	readonly end: number | undefined;
	readonly ending: Ending;
	/** The definition that `end` comes from, if it is computed from a duration in prose. */
	readonly inferredBy: Definition | undefined;
	/** As written, or the level inferred from prose. */
	readonly impact: string | undefined;
	readonly inferredImpact: boolean;
}

/** Groups definitions by incident, sorted by start. Leaves out incidents without a day. */
export function mergeIncidents(definitions: readonly Definition[], timeZone: string): readonly MergedIncident[] {
	const records = definitions.filter(({ source }) => source === 'record');
	const entries = definitions.filter(({ source }) => source === 'entry');
	return groupDefinitions([...records, ...entries])
		.flatMap(group => merge(group, timeZone) ?? [])
		.sort((a, b) => a.start - b.start || compareText(a.id, b.id));
}

/** Returns the incident that a definition describes, with all its definitions; undefined without a day. */
export function mergedIncidentOf(definition: Definition, log: LogView): MergedIncident | undefined {
	const { id, date } = definition;
	const around = [...(date === undefined ? [] : log.incidentsOn(date)), ...log.byId(id, 'incident'), definition];
	return mergeIncidents(distinct(around), log.configuration.timeZone).find(merged =>
		includesDefinition(merged, definition),
	);
}

/** Whether a definition describes an incident. */
export function includesDefinition(merged: MergedIncident, definition: Definition): boolean {
	return merged.definitions.some(own => definitionIdentity(own) === definitionIdentity(definition));
}

/** Returns a key that identifies a definition, also after its document was parsed again. */
export function definitionIdentity({ uri, range, id }: Definition): string {
	return `${uri} ${range.start} ${id}`;
}

function distinct(definitions: readonly Definition[]): readonly Definition[] {
	return [...new Map(definitions.map(definition => [definitionIdentity(definition), definition])).values()];
}

function merge(definitions: readonly Definition[], timeZone: string): MergedIncident | undefined {
	const [first] = definitions;
	const dated = definitions.find(definition => definition.start !== undefined) ?? first;
	const date = dated?.incidentDay ?? dated?.date;
	if (first === undefined || dated === undefined || date === undefined) {
		return undefined;
	}
	const start = dated.start ?? startOfDay(Temporal.PlainDate.from(date), timeZone);
	const stated = definitions.find(({ impact }) => impact !== undefined)?.impact;
	return {
		id: first.id,
		title: first.title,
		kind: first.incidentKind ?? 'incident',
		definitions,
		date,
		start,
		dateOnly: dated.start === undefined || dated.dateOnly,
		...endOf(definitions, start),
		impact: stated ?? definitions.find(({ inferredImpact }) => inferredImpact !== undefined)?.inferredImpact,
		inferredImpact: stated === undefined,
	};
}

/** Ignores an end before the start, which a rule reports. */
function endOf(
	definitions: readonly Definition[],
	start: number,
): Pick<MergedIncident, 'end' | 'ending' | 'inferredBy'> {
	const end = definitions.find(definition => definition.end !== undefined)?.end;
	if (end !== undefined) {
		return { end: Math.max(end, start), ending: end < start ? 'unknown' : 'stated', inferredBy: undefined };
	}
	const inferredBy = definitions.find(({ inferredEnd }) => inferredEnd !== undefined);
	if (inferredBy?.inferredEnd !== undefined) {
		return { end: Math.max(inferredBy.inferredEnd, start), ending: 'inferred', inferredBy };
	}
	const open = definitions.some(({ isOpen }) => isOpen);
	return { end: open ? undefined : start, ending: open ? 'open' : 'unknown', inferredBy: undefined };
}
