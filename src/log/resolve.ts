import { Temporal } from 'temporal-polyfill';
import type { Definition } from '../core/definition.ts';
import { comparableName, isPath, isPathOf, namesOfRecord } from '../core/record-names.ts';
import type { ReferenceTarget } from '../core/reference.ts';
import { groupDefinitions } from '../core/same-incident.ts';

/** The queries that resolving needs. */
export interface Lookup {
	byId(id: string, kind?: Definition['kind']): readonly Definition[];
	/** Records with a name or a prefix of a name, in the form of `comparableName`. */
	byName(name: string): readonly Definition[];
	incidentsOn(date: string): readonly Definition[];
	bulletinsOf(endsOn: string): readonly Definition[];
	postmortemsOn(date: string): readonly Definition[];
	/** Postmortems of an incident. */
	postmortemsOf(incident: string): readonly Definition[];
	inFile(uri: string): readonly Definition[] | undefined;
}

/** In days. A bulletin published this much earlier or later is still that of the week. */
const DAYS_OFF = 3;

/** Returns the definitions of a target. Of an incident with a record and entries it is the record. */
export function resolve(target: ReferenceTarget, log: Lookup): readonly Definition[] {
	switch (target.by) {
		case 'id':
			return withId(target, log);
		case 'uri':
			return inFile(target.uri, log);
		case 'date':
			return onDate(target.date, target.kind, log);
		case 'week':
			return ofWeek(target.endsOn, log);
	}
}

function withId({ id, kind, isExact }: Extract<ReferenceTarget, { by: 'id' }>, log: Lookup): readonly Definition[] {
	const withThisId = ofKind(log.byId(id), kind);
	return withThisId.length > 0 || isExact ? withThisId : withName(id, kind, log);
}

/**
 * The definitions of one kind. Of any kind: the incidents, otherwise the postmortems, otherwise the bulletins. A postmortem
 * that names no incident is one of an incident.
 */
function ofKind(definitions: readonly Definition[], kind: 'incident' | 'postmortem' | 'any'): readonly Definition[] {
	const of = (wanted: Definition['kind']) => definitions.filter(definition => definition.kind === wanted);
	const incidents = kind === 'postmortem' ? [] : distinct(of('incident'));
	if (incidents.length > 0) {
		return incidents;
	}
	if (kind === 'incident') {
		return definitions.filter(({ incidentDay }) => incidentDay !== undefined);
	}
	const postmortems = of('postmortem');
	return kind === 'postmortem' || postmortems.length > 0 ? postmortems : of('bulletin');
}

/** Resolves a file name, a path, or the beginning of one name only. */
function withName(written: string, kind: 'incident' | 'postmortem' | 'any', log: Lookup): readonly Definition[] {
	const name = comparableName(written);
	const found = name === '' ? [] : log.byName(name);
	const named = found.filter(definition => namesOfRecord(definition).includes(name));
	if (isPath(written)) {
		return ofKind(
			named.filter(({ uri }) => isPathOf(written, uri)),
			kind,
		);
	}
	const whole = ofKind(named, kind);
	const begun = whole.length > 0 ? whole : ofKind(found, kind);
	return whole.length > 0 || begun.length === 1 ? begun : [];
}

/** A link to a bulletin refers to the bulletin, not to its entries. */
function inFile(uri: string, log: Lookup): readonly Definition[] {
	return (log.inFile(uri) ?? []).filter(({ source }) => source === 'record');
}

/** "the August 15 postmortem" refers to the incident if there is no postmortem for that day, and the reverse. */
function onDate(date: string, kind: 'incident' | 'postmortem', log: Lookup): readonly Definition[] {
	const all = withoutDuplicates(distinct(log.incidentsOn(date)));
	// Of several incidents, those that are named after another day are not meant.
	const onThisDay = all.filter(({ id }) => id.startsWith(date) || !/^\d{4}-\d\d-\d\d/.test(id));
	const incidents = onThisDay.length > 0 ? onThisDay : all;
	if (kind === 'incident' && incidents.length > 0) {
		return incidents;
	}
	const named = incidents.flatMap(incident => log.postmortemsOf(incident.id));
	const postmortems = [...new Set([...named, ...log.postmortemsOn(date)])];
	return postmortems.length > 0 ? postmortems : incidents;
}

function ofWeek(endsOn: string, log: Lookup): readonly Definition[] {
	const exact = log.bulletinsOf(endsOn);
	if (exact.length > 0) {
		return exact;
	}
	for (const date of datesAround(endsOn)) {
		const near = log.bulletinsOf(date);
		if (near.length > 0) {
			return near;
		}
	}
	return [];
}

/** The ISO dates around a date, nearest first, the earlier one first. */
export function datesAround(date: string): string[] {
	const day = Temporal.PlainDate.from(date);
	return Array.from({ length: DAYS_OFF }, (_, index) => index + 1).flatMap(days => [
		day.subtract({ days }).toString(),
		day.add({ days }).toString(),
	]);
}

function distinct(incidents: readonly Definition[]): readonly Definition[] {
	return groupDefinitions(incidents).flatMap(([first]) => (first ? [first] : []));
}

/** Leaves out records that are marked as a duplicate of another record in the list. */
function withoutDuplicates(incidents: readonly Definition[]): readonly Definition[] {
	const ids = new Set(incidents.map(({ id }) => id));
	return incidents.filter(
		({ id, relations }) =>
			!relations.some(({ relation, id: other }) => relation === 'duplicate-of' && other !== id && ids.has(other)),
	);
}
