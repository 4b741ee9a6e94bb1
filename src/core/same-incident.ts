import type { Definition } from './definition.ts';
import { slug } from './slug.ts';

/**
 * Definitions of incidents, grouped by the incident that they describe: a record and a bulletin entry describe
 * one incident where they share an id, or a day and a headline; so are two entries. Records are never grouped together:
 * two with one id are a fault, and two of one day are two incidents. The first of each group is what a reference means.
 * Expects records before entries, as the log gives them, and keeps that order.
 */
export function groupDefinitions(definitions: readonly Definition[]): readonly (readonly Definition[])[] {
	const groups: Definition[][] = [];
	const groupOf = new Map<string, number>();
	for (const definition of definitions) {
		const keys = keysOf(definition);
		const known = definition.source === 'entry' ? keys.flatMap(key => groupOf.get(key) ?? []) : [];
		if (known.length > 0) {
			groups[Math.min(...known)]?.push(definition);
			continue;
		}
		for (const key of keys) {
			if (!groupOf.has(key)) {
				groupOf.set(key, groups.length);
			}
		}
		groups.push([definition]);
	}
	return groups;
}

/** Two definitions, one of them an entry, describe one incident if they share a key: consistent with `isSameIncident`. */
function keysOf({ id, date, title }: Definition): string[] {
	const headline = date === undefined ? '' : slug(title);
	return headline === '' ? [`id ${id}`] : [`id ${id}`, `headline ${date} ${headline}`];
}

/** Whether two definitions, one of them an entry, describe one incident. */
export function isSameIncident(one: Definition, other: Definition): boolean {
	return one.id === other.id || (one.date === other.date && one.date !== undefined && sameHeadline(one, other));
}

function sameHeadline(one: Definition, other: Definition): boolean {
	const headline = slug(one.title);
	return headline !== '' && headline === slug(other.title);
}
