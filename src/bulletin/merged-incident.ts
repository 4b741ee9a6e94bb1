import { Temporal } from 'temporal-polyfill';
import { compareText } from '../core/compare-text.ts';
import type { Definition } from '../core/definition.ts';
import type { IncidentKind } from '../core/incident.ts';
import { compareDefinitions, groupDefinitions } from '../core/same-incident.ts';
import type { DurationRange } from '../core/time/duration.ts';
import { dateAt } from '../core/time/format.ts';
import { MINUTE } from '../core/time/units.ts';
import { startOfDay } from '../core/time/zones.ts';
import type { LogView } from '../rules/log-view.ts';
import type { MemoTable } from './memo.ts';
import type { Ending } from './model.ts';

/**
 * One incident with all its definitions: its record, records that are marked as its duplicates, and entries in bulletins;
 * or the postmortem that is its only description. Facts of earlier definitions take precedence; later ones supply missing
 * facts.
 */
export interface MergedIncident {
	readonly id: string;
	readonly title: string;
	readonly kind: IncidentKind;
	/** Records first, duplicates after their original; never empty. */
	readonly definitions: readonly Definition[];
	/** ISO, in the zone of the page. */
	readonly date: string;
	/** In milliseconds since 1970; midnight for a date without a time of day. */
	readonly start: number;
	readonly isDateOnly: boolean;
	/** Infinity for an open incident; the start for a notice and if the end is unknown. */
	readonly end: number;
	readonly ending: Ending;
	/** The duration in prose that `end` is computed from: its upper bound. */
	readonly inferredDuration: DurationRange | undefined;
	/** The instant from which on users were not affected, between start and end. */
	readonly mitigated: number | undefined;
	/** As written, or the level inferred from prose. */
	readonly impact: string | undefined;
	readonly isImpactInferred: boolean;
	readonly status: string | undefined;
}

/** Groups definitions by incident, sorted by start. Leaves out incidents without a day. `memo`: the incidents of an earlier page. */
export function mergeIncidents(
	definitions: readonly Definition[],
	timeZone: string,
	memo?: MemoTable<MergedIncident | undefined>,
): readonly MergedIncident[] {
	const records = definitions.filter(({ source }) => source === 'record');
	const entries = definitions.filter(({ source }) => source === 'entry');
	return joinDuplicates(groupDefinitions([...records, ...entries]))
		.flatMap(group => {
			const [first] = group;
			return first === undefined || memo === undefined
				? (merge(group, timeZone) ?? [])
				: (memo.get(definitionIdentity(first), [timeZone, ...group], () => merge(group, timeZone)) ?? []);
		})
		.sort((a, b) => a.start - b.start || compareText(a.id, b.id));
}

/** Returns the incident that a definition describes, with all its definitions; undefined without a day. */
export function mergedIncidentOf(definition: Definition, log: LogView, timeZone: string): MergedIncident | undefined {
	return mergeIncidents(withOtherDefinitions([definition], log), timeZone).find(merged =>
		includesDefinition(merged, definition),
	);
}

/** Adds the other definitions of the same incidents, and incidents of the same days, which a merge distinguishes. */
export function withOtherDefinitions(definitions: readonly Definition[], log: LogView): readonly Definition[] {
	const found = new Map<string, Definition>();
	// Each id and day is queried once: many entries of a page can have the same.
	const ids = new Set<string>();
	const days = new Set<string>();
	const pending = [...definitions];
	for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
		const key = definitionIdentity(next);
		if (found.has(key)) {
			continue;
		}
		found.set(key, next);
		const { id, date } = next;
		for (const same of [id, ...originalsOf(next)].filter(each => !ids.has(each))) {
			ids.add(same);
			pending.push(...log.byId(same, 'incident'), ...log.duplicatesOf(same));
		}
		if (date !== undefined && !days.has(date)) {
			days.add(date);
			pending.push(...log.incidentsOn(date));
		}
	}
	return [...found.values()].sort(compareDefinitions);
}

/** The ids of the incidents that a record is marked as a duplicate of. */
function originalsOf({ id, relations }: Definition): readonly string[] {
	return relations.flatMap(other => (other.relation === 'duplicate-of' && other.id !== id ? [other.id] : []));
}

/** Whether a definition describes an incident. */
export function includesDefinition(merged: MergedIncident, definition: Definition): boolean {
	return merged.definitions.some(own => definitionIdentity(own) === definitionIdentity(definition));
}

/** Returns a key that identifies a definition, also after its document was parsed again. */
export function definitionIdentity({ uri, range, id }: Definition): string {
	return `${uri} ${range.start} ${id}`;
}

/** Appends the groups of duplicates to that of their original. In a cycle, the first group is the original. */
function joinDuplicates(groups: readonly (readonly Definition[])[]): readonly (readonly Definition[])[] {
	const groupOf = new Map<string, number>();
	for (const [index, group] of groups.entries()) {
		for (const { id } of group) {
			groupOf.set(id, groupOf.get(id) ?? index);
		}
	}
	const originals = groups.map(group => group.flatMap(originalsOf).flatMap(id => groupOf.get(id) ?? [])[0]);
	const joined = new Map<number, Definition[]>();
	for (const [index, group] of groups.entries()) {
		const root = rootOf(index, originals);
		joined.set(
			root,
			root === index ? [...group, ...(joined.get(root) ?? [])] : [...(joined.get(root) ?? []), ...group],
		);
	}
	return [...joined.values()].map(group =>
		[...group].sort((one, other) => Number(one.source === 'entry') - Number(other.source === 'entry')),
	);
}

/** Follows duplicates to their original. */
function rootOf(index: number, originals: readonly (number | undefined)[]): number {
	const path: number[] = [];
	for (let at: number | undefined = index; at !== undefined; at = originals[at]) {
		const repeated = path.indexOf(at);
		if (repeated >= 0) {
			return Math.min(...path.slice(repeated));
		}
		path.push(at);
	}
	return path.at(-1) ?? index;
}

function merge(definitions: readonly Definition[], timeZone: string): MergedIncident | undefined {
	const [first] = definitions;
	const dated = definitions.find(definition => definition.start !== undefined) ?? first;
	const date = dated?.incidentDay ?? dated?.date;
	if (first === undefined || dated === undefined || date === undefined) {
		return undefined;
	}
	const isDateOnly = dated.start === undefined || dated.isDateOnly;
	const start =
		dated.start === undefined || isDateOnly ? startOfDay(Temporal.PlainDate.from(date), timeZone) : dated.start;
	const kind = first.incidentKind ?? 'incident';
	const stated = definitions.find(({ impact }) => impact !== undefined)?.impact;
	const ends = endOf(definitions, kind, start);
	const mitigated = definitions.find(definition => definition.mitigated !== undefined)?.mitigated;
	return {
		id: first.id,
		title: first.title,
		kind,
		definitions,
		date: dateAt(start, timeZone).toString(),
		start,
		isDateOnly,
		...ends,
		mitigated: mitigated !== undefined && mitigated > start && mitigated < ends.end ? mitigated : undefined,
		impact: stated ?? definitions.find(({ inferredImpact }) => inferredImpact !== undefined)?.inferredImpact,
		isImpactInferred: stated === undefined,
		status: definitions.find(({ status }) => status !== undefined)?.status,
	};
}

/** Ignores an end before the start, which a rule reports. */
function endOf(
	definitions: readonly Definition[],
	kind: IncidentKind,
	start: number,
): Pick<MergedIncident, 'end' | 'ending' | 'inferredDuration'> {
	const without = (ending: Ending, end = start) => ({ end, ending, inferredDuration: undefined });
	if (kind === 'notice') {
		return without('none');
	}
	const end = definitions.find(definition => definition.end !== undefined)?.end;
	if (end !== undefined) {
		return end < start ? without('unknown') : without('stated', end);
	}
	const inferred = definitions.find(({ inferredEnd }) => inferredEnd !== undefined);
	if (inferred?.inferredEnd !== undefined && inferred.inferredEnd >= start) {
		const { inferredEnd, inferredDuration } = inferred;
		const longest = start + (inferredDuration?.maxMinutes ?? 0) * MINUTE;
		return { end: Math.max(inferredEnd, longest), ending: 'inferred', inferredDuration };
	}
	return definitions.some(({ isOpen }) => isOpen) ? without('open', Number.POSITIVE_INFINITY) : without('unknown');
}
