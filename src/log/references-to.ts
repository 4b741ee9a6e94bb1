import type { Definition } from '../core/definition.ts';
import type { ReferenceTarget } from '../core/reference.ts';
import { groupDefinitions } from '../core/same-incident.ts';
import type { LogView } from '../rules/log-view.ts';
import type { PlacedReference } from './extract-facts.ts';
import { referenceKey } from './keys.ts';
import type { LogIndex } from './log-index.ts';
import { datesAround } from './resolve.ts';

/**
 * Every place that names what a definition defines, by file and place. Where an incident is told by a record and by
 * entries, they are one: who names the one names the others.
 */
export function referencesTo(definition: Definition, facts: LogIndex, log: LogView): readonly PlacedReference[] {
	const told = definitionsOfIncident(definition, log);
	const keys = new Set(told.flatMap(one => targetsOf(one, log)).map(referenceKey));
	const isMeant = ({ reference }: PlacedReference) =>
		log.resolve(reference).some(target => told.some(one => samePlace(one, target)));
	return [...keys]
		.flatMap(key => facts.references.get(key).filter(isMeant))
		.sort(
			(one, other) =>
				(one.uri < other.uri ? -1 : one.uri > other.uri ? 1 : 0) ||
				one.reference.range.start - other.reference.range.start,
		);
}

/** All definitions of the same incident, the given one among them. */
export function definitionsOfIncident(definition: Definition, log: LogView): readonly Definition[] {
	if (definition.kind !== 'incident') {
		return [definition];
	}
	const candidates = log.byId(definition.id, 'incident');
	const sameDay = definition.date === undefined ? [] : log.incidentsOn(definition.date);
	const all = [...new Set([...candidates, ...sameDay])];
	all.sort((one, other) => Number(one.source === 'entry') - Number(other.source === 'entry'));
	return groupDefinitions(all).find(group => group.some(one => samePlace(one, definition))) ?? [definition];
}

function samePlace(one: Definition, other: Definition): boolean {
	return one.uri === other.uri && one.kind === other.kind && one.id === other.id;
}

/** Everything that a reference could write to name a definition. */
function targetsOf(definition: Definition, log: LogView): ReferenceTarget[] {
	const { kind, id, uri, date, source } = definition;
	const targets: ReferenceTarget[] = [{ by: 'id', id, kind: 'any' }];
	if (source === 'record') {
		targets.push({ by: 'uri', uri });
	}
	if (kind === 'bulletin') {
		const weeks = date === undefined ? [] : [date, ...datesAround(date)];
		return [...targets, ...weeks.map(endsOn => ({ by: 'week', endsOn }) as const)];
	}
	// A postmortem is named by its own day, or by that of an incident of its.
	const days = [date, ...definition.incidents.flatMap(incident => log.byId(incident, 'incident').map(one => one.date))];
	return [...targets, ...days.flatMap(day => (day === undefined ? [] : [{ by: 'date', date: day, kind } as const]))];
}
