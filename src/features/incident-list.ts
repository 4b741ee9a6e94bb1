import type { Position } from 'vscode-languageserver-types';
import type { Definition } from '../core/definition.ts';
import type { IncidentKind } from '../core/incident.ts';
import { compareDefinitions, groupDefinitions } from '../core/same-incident.ts';
import { nameOf } from '../core/uri/uri.ts';
import { weekOf } from '../core/week.ts';
import type { Log } from '../log/log.ts';
import { incidentsOfPostmortem } from '../log/postmortem-incidents.ts';
import type { Session } from './feature.ts';
import { duration, impactOf } from './incident-card.ts';
import { newestFirst } from './newest.ts';

/** The incidents of a log, and what a wizard asks of a new one. */
export interface IncidentList {
	/** The URI of the log root. */
	readonly root: string;
	/** The title of the log, or the name of its folder. */
	readonly title: string;
	/** The impact levels, least first. */
	readonly levels: readonly string[];
	/** The title is the id if the configuration states none. */
	readonly components: readonly { readonly id: string; readonly title: string }[];
	/** Newest first. A record and bulletin entries of one incident are one item. */
	readonly incidents: readonly ListedIncident[];
}

export interface ListedIncident {
	readonly id: string;
	readonly title: string;
	/** What describes it; `incident` also for an entry of a bulletin. */
	readonly recordKind: Definition['kind'];
	readonly kind: IncidentKind | null;
	/** The record, or the bulletin of an incident without one, and the position of the id or title in it. */
	readonly uri: string;
	readonly position: Position;
	/** Whether it has a record of its own, and not only an entry of a bulletin. */
	readonly hasRecord: boolean;
	/** ISO dates of the start and of the last day of its week. */
	readonly date: string | null;
	readonly week: string | null;
	/** As stated, or as inferred from prose. */
	readonly impact: string | null;
	/** The impact from 0 (the least level) to 1 (the worst). */
	readonly weight: number | null;
	readonly isOpen: boolean;
	/** "3 h 35 min", "about 1 h (inferred)", "still open"; empty if unknown. */
	readonly duration: string;
	/** The URI of its postmortem. */
	readonly postmortem: string | null;
}

/** Number of incidents that are listed before other events run. */
const INCIDENTS_PER_SLICE = 200;

/** Lists the incidents of a log. Checks no document: a wizard asks for the list before its first question. */
export async function incidentList(log: Log, session: Pick<Session, 'yieldToEventLoop'>): Promise<IncidentList> {
	const { configuration, root } = log;
	const incidents: ListedIncident[] = [];
	for (const definition of incidentsOf(log).toSorted(newestFirst)) {
		incidents.push(listedIncident(definition, log));
		if (incidents.length % INCIDENTS_PER_SLICE === 0) {
			await session.yieldToEventLoop();
		}
	}
	return {
		root,
		title: configuration.title ?? nameOf(root),
		levels: configuration.impact.levels,
		components: [...configuration.components].map(([id, { title }]) => ({ id, title })),
		incidents,
	};
}

/** One definition of each incident: its record, the first of its entries, or a postmortem that is its only description. */
export function incidentsOf(log: Log): readonly Definition[] {
	const definitions = log.documents().flatMap(({ uri }) => log.definitionsOf(uri));
	const incidents = definitions.filter(({ kind }) => kind === 'incident').sort(compareDefinitions);
	const postmortems = definitions.filter(
		definition => definition.kind === 'postmortem' && incidentsOfPostmortem(definition, log.view)[0] === definition,
	);
	return [...groupDefinitions(incidents).flatMap(([first]) => first ?? []), ...postmortems];
}

/** A definition as an item of a list. */
export function listedIncident(definition: Definition, log: Log): ListedIncident {
	const { id, title, kind, incidentKind, uri, range, source, date, isOpen } = definition;
	const { impact: scale, weekEndsOn } = log.configuration;
	const impact = impactOf(definition, scale)?.word;
	const level = impact === undefined ? undefined : scale.levelOf(impact);
	const [postmortem] = kind === 'postmortem' ? [definition] : log.view.postmortemsOf(id);
	return {
		id,
		title,
		recordKind: kind,
		kind: incidentKind ?? null,
		uri,
		position: log.text(uri)?.lines.positionAt(range.start) ?? { line: 0, character: 0 },
		hasRecord: source === 'record',
		date: date ?? null,
		week: date === undefined ? null : weekOf(date, weekEndsOn).last.toString(),
		impact: impact ?? null,
		weight: level === undefined ? null : scale.levels.indexOf(level) / Math.max(1, scale.levels.length - 1),
		isOpen,
		duration: duration(definition),
		postmortem: postmortem?.uri ?? null,
	};
}
