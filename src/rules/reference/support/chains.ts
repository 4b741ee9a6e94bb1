import type { Definition } from '../../../core/definition.ts';
import type { Relation } from '../../../core/incident.ts';
import type { Reference } from '../../../core/reference.ts';
import type { LogView } from '../../log-view.ts';

/** Relations that lead one way, from an incident to one that was there before it. */
const ONE_WAY: ReadonlySet<Relation> = new Set(['caused-by', 'recurrence-of', 'follow-up-to', 'duplicate-of']);
/** No circle that a person writes is larger. So many incidents are looked at, and no check depends on more of them. */
const MOST = 30;

/** A way from one incident to another, the last step first. */
interface Step {
	readonly at: Definition;
	readonly before: Step | undefined;
}

/**
 * The incidents that lead from a reference back to the one that holds it, the referenced one first, by the shortest way;
 * undefined where it does not lead back.
 */
export function wayBack(
	{ relation, ...reference }: Reference,
	own: Definition,
	log: LogView,
): readonly Definition[] | undefined {
	const [first] = relation !== undefined && ONE_WAY.has(relation) ? log.resolve({ ...reference, relation }) : [];
	if (first?.kind !== 'incident' || first.id === own.id) {
		return undefined;
	}
	const seen = new Set([first.id]);
	const steps: Step[] = [{ at: first, before: undefined }];
	for (const step of steps) {
		for (const next of step.at.relations) {
			if (ONE_WAY.has(next.relation) && next.id === own.id) {
				return path(step);
			}
			const [definition] =
				ONE_WAY.has(next.relation) && seen.size < MOST && !seen.has(next.id) ? log.byId(next.id, 'incident') : [];
			if (definition) {
				seen.add(next.id);
				steps.push({ at: definition, before: step });
			}
		}
	}
	return undefined;
}

function path(last: Step): readonly Definition[] {
	const incidents: Definition[] = [];
	for (let step: Step | undefined = last; step; step = step.before) {
		incidents.unshift(step.at);
	}
	return incidents;
}

/** What the log knows of the incident in whose record or entry a reference stands. */
export function ownerOf({ owner }: Reference, uri: string, log: LogView): Definition | undefined {
	return owner === undefined ? undefined : log.byId(owner, 'incident').find(definition => definition.uri === uri);
}

/** Of two incidents the one in which a finding that they share is told: the one that began later, or else by its file. */
export function isLater(one: Definition, other: Definition): boolean {
	const [start, rival] = [one.start ?? Number.NEGATIVE_INFINITY, other.start ?? Number.NEGATIVE_INFINITY];
	return start === rival
		? one.uri > other.uri || (one.uri === other.uri && one.range.start > other.range.start)
		: start > rival;
}
