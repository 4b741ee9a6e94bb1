import type { Definition } from '../core/definition.ts';
import { namesOfRecord, prefixesOf } from '../core/record-names.ts';
import type { ReferenceTarget } from '../core/reference.ts';
import { groupDefinitions } from '../core/same-incident.ts';
import type { LogView } from '../rules/log-view.ts';
import type { PlacedReference } from './extract-facts.ts';
import { referenceKey } from './keys.ts';
import type { LogIndex } from './log-index.ts';
import { datesAround } from './resolve.ts';

/**
 * Returns all references to a definition, ordered by file and range. A record and entries of one incident are merged:
 * references to one are references to all.
 */
export function referencesTo(definition: Definition, facts: LogIndex, log: LogView): readonly PlacedReference[] {
	const definitions = definitionsOfIncident(definition, log);
	const keys = new Set(definitions.flatMap(one => targetsOf(one, log)).map(referenceKey));
	const isReference = ({ reference }: PlacedReference) =>
		log.resolve(reference).some(target => definitions.some(one => isSameDefinition(one, target)));
	return [...keys]
		.flatMap(key => facts.references.get(key).filter(isReference))
		.sort(
			(one, other) =>
				(one.uri < other.uri ? -1 : one.uri > other.uri ? 1 : 0) ||
				one.reference.range.start - other.reference.range.start,
		);
}

/** Returns all definitions of the same incident, including the given one. */
export function definitionsOfIncident(definition: Definition, log: LogView): readonly Definition[] {
	if (definition.kind !== 'incident') {
		return [definition];
	}
	const candidates = log.byId(definition.id, 'incident');
	const sameDay = definition.date === undefined ? [] : log.incidentsOn(definition.date);
	const all = [...new Set([...candidates, ...sameDay])];
	all.sort((one, other) => Number(one.source === 'entry') - Number(other.source === 'entry'));
	return groupDefinitions(all).find(group => group.some(one => isSameDefinition(one, definition))) ?? [definition];
}

function isSameDefinition(one: Definition, other: Definition): boolean {
	return one.uri === other.uri && one.kind === other.kind && one.id === other.id;
}

/** All targets with which a reference can refer to a definition. */
function targetsOf(definition: Definition, log: LogView): ReferenceTarget[] {
	const { kind, id, uri, date, source, incidentDay } = definition;
	const targets: ReferenceTarget[] = [{ by: 'id', id, kind: 'any' }];
	if (source === 'record') {
		const names = namesOfRecord(definition);
		const written = [...names, ...names.flatMap(prefixesOf)];
		targets.push(...written.map(name => ({ by: 'id', id: name, kind: 'any' }) as const));
		targets.push({ by: 'uri', uri });
	}
	if (kind === 'bulletin') {
		const weeks = date === undefined ? [] : [date, ...datesAround(date)];
		return [...targets, ...weeks.map(endsOn => ({ by: 'week', endsOn }) as const)];
	}
	// A mention can use the date of a postmortem or that of one of its incidents.
	const ofIncidents = definition.incidents.flatMap(id => log.byId(id, 'incident').map(one => one.date));
	const days = new Set([date, incidentDay, ...ofIncidents]);
	return [
		...targets,
		...[...days].flatMap(day => (day === undefined ? [] : [{ by: 'date', date: day, kind } as const])),
	];
}
