import { compareText } from './compare-text.ts';
import type { Definition } from './definition.ts';
import { slug } from './slug.ts';

/**
 * Groups definitions of incidents by the incident that they describe. A bulletin entry describes the same incident as a
 * record or another entry if they share an id, or a day and a headline. Two records are never grouped: records with the
 * same id are a fault, and records of the same day are different incidents. A reference resolves to the first definition
 * of a group. Expects records before entries, as in `Log`, and keeps that order.
 */
export function groupDefinitions(definitions: readonly Definition[]): readonly (readonly Definition[])[] {
	if (!definitions.some(({ source }) => source === 'entry')) {
		return definitions.map(definition => [definition]);
	}
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

/** Two definitions, at least one of them an entry, describe one incident if they share a key. Consistent with `isSameIncident`. */
function keysOf({ id, date, title }: Definition): string[] {
	const headline = date === undefined ? '' : slug(title);
	return headline === '' ? [`id ${id}`] : [`id ${id}`, `headline ${date} ${headline}`];
}

/** Whether two definitions, at least one of them an entry, describe one incident. */
export function isSameIncident(one: Definition, other: Definition): boolean {
	return one.id === other.id || (one.date === other.date && one.date !== undefined && sameHeadline(one, other));
}

function sameHeadline(one: Definition, other: Definition): boolean {
	const headline = slug(one.title);
	return headline !== '' && headline === slug(other.title);
}

/** Orders records before entries, then by file and range. */
export function compareDefinitions(one: Definition, other: Definition): number {
	return (
		Number(one.source === 'entry') - Number(other.source === 'entry') ||
		compareText(one.uri, other.uri) ||
		one.range.start - other.range.start
	);
}
