import { Temporal } from 'temporal-polyfill';
import type { Definition } from '../core/definition.ts';
import { comparableName, namesOfRecord } from '../core/record-names.ts';
import { normalUri } from '../core/uri/uri.ts';

/** The queries of `incidentsOfPostmortem`. */
interface IncidentLookup {
	byId(id: string, kind?: Definition['kind']): readonly Definition[];
	incidentsOn(date: string): readonly Definition[];
}

/**
 * Returns the incidents that a postmortem analyses: those that it names. If it names none: the incident with its id,
 * the one that names it as its postmortem, or one of the day of its start that names no postmortem. Without any, the
 * postmortem itself is the only description of its incident, if it states a start.
 */
export function incidentsOfPostmortem(postmortem: Definition, log: IncidentLookup): readonly Definition[] {
	const named = postmortem.incidents.flatMap(id => log.byId(id, 'incident').slice(0, 1));
	if (postmortem.incidents.length > 0) {
		return named;
	}
	const [sameId] = log.byId(postmortem.id, 'incident');
	if (sameId !== undefined || postmortem.incidentDay === undefined) {
		return sameId === undefined ? [] : [sameId];
	}
	const day = Temporal.PlainDate.from(postmortem.incidentDay);
	const [sameDay = [], ...around] = [0, -1, 1].map(days => log.incidentsOn(day.add({ days }).toString()));
	const naming = [...sameDay, ...around.flat()].find(incident => isPostmortemOf(postmortem, incident));
	return [naming ?? sameDay.find(incident => incident.postmortem === undefined) ?? postmortem];
}

/** Whether the field `postmortem` of an incident refers to a postmortem. */
function isPostmortemOf(postmortem: Definition, { postmortem: target }: Definition): boolean {
	if (target?.by === 'id') {
		return target.id === postmortem.id || namesOfRecord(postmortem).includes(comparableName(target.id));
	}
	return target?.by === 'uri' && normalUri(target.uri) === postmortem.uri;
}
