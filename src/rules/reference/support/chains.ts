import type { Definition } from '../../../core/definition.ts';
import type { Relation } from '../../../core/incident.ts';
import type { Reference } from '../../../core/reference.ts';
import type { LogView } from '../../log-view.ts';

/** Relations with one direction, from an incident to an earlier one. `related` is symmetric and may form a cycle. */
const DIRECTED: ReadonlySet<Relation> = new Set(['caused-by', 'recurrence-of', 'follow-up-to', 'duplicate-of']);

/** In incidents. Limits the search and the dependencies of a check. Cycles written by people are shorter. */
const MAX_VISITED = 30;

/** A path of the breadth-first search, as a linked list from its last incident to its first. */
interface Path {
	readonly last: Definition;
	readonly previous: Path | undefined;
}

/**
 * Returns the incidents of the shortest cycle through a reference of `own`, from the referenced incident to the one that
 * refers to `own`. Returns undefined if the reference is not part of a cycle.
 */
export function findCycle(reference: Reference, own: Definition, log: LogView): readonly Definition[] | undefined {
	const { relation } = reference;
	const [first] = relation !== undefined && DIRECTED.has(relation) ? log.resolve(reference) : [];
	if (first?.kind !== 'incident' || first.id === own.id) {
		return undefined;
	}
	const visited = new Set([first.id]);
	const paths: Path[] = [{ last: first, previous: undefined }];
	for (const path of paths) {
		for (const next of path.last.relations) {
			if (DIRECTED.has(next.relation) && next.id === own.id) {
				return incidentsOf(path);
			}
			const [definition] =
				DIRECTED.has(next.relation) && visited.size < MAX_VISITED && !visited.has(next.id)
					? log.byId(next.id, 'incident')
					: [];
			if (definition) {
				visited.add(next.id);
				paths.push({ last: definition, previous: path });
			}
		}
	}
	return undefined;
}

/** Returns the incidents of a path, first to last. */
function incidentsOf(path: Path): readonly Definition[] {
	const incidents: Definition[] = [];
	for (let part: Path | undefined = path; part; part = part.previous) {
		incidents.unshift(part.last);
	}
	return incidents;
}

/** Returns the definition of the incident whose record or entry, in the document at `uri`, contains a reference. */
export function findOwner({ owner }: Reference, uri: string, log: LogView): Definition | undefined {
	return owner === undefined ? undefined : log.byId(owner, 'incident').find(definition => definition.uri === uri);
}

/**
 * Returns true if `one` started later than `other`. Incidents with the same start are ordered by URI and position, so
 * that a finding about several incidents is reported in exactly one of them.
 */
export function isLater(one: Definition, other: Definition): boolean {
	const [start, otherStart] = [one.start ?? Number.NEGATIVE_INFINITY, other.start ?? Number.NEGATIVE_INFINITY];
	return start === otherStart
		? one.uri > other.uri || (one.uri === other.uri && one.range.start > other.range.start)
		: start > otherStart;
}
