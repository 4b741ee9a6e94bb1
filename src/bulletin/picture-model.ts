import type { Definition } from '../core/definition.ts';
import { formatDay } from '../core/time/format.ts';
import { previousWeek, type Week, weekBounds } from '../core/week.ts';
import { includesDefinition, type MergedIncident, mergeIncidents } from './merged-incident.ts';
import type { Picture, PictureBox, PictureRow } from './model.ts';
import type { IncidentSources, PageRequest } from './page-context.ts';
import type { PageLinks } from './page-links.ts';
import { clockText, dayLabels, durationText, shortWeekText, startText } from './texts.ts';

/** The incidents that began in a week and in the previous one. */
export interface TwoWeeks {
	readonly week: Week;
	readonly lastWeek: readonly MergedIncident[];
	readonly thisWeek: readonly MergedIncident[];
}

export function findTwoWeeks(week: Week, { log }: PageRequest): TwoWeeks {
	const merged = ({ last }: Week) => {
		const endsOn = last.toString();
		const definitions = [...log.incidentsInWeek(endsOn), ...log.describedInWeek(endsOn)];
		return mergeIncidents(definitions, log.configuration.timeZone);
	};
	return { week, lastWeek: merged(previousWeek(week)), thisWeek: merged(week) };
}

/** Creates the boxes of a page. */
export class Boxes {
	readonly #request: PageRequest;
	readonly #links: PageLinks;
	readonly #sources: IncidentSources;
	readonly #current: Definition | undefined;

	/** `current`: the incident of the requested document, which is highlighted. */
	constructor(request: PageRequest, links: PageLinks, sources: IncidentSources, current?: Definition) {
		this.#request = request;
		this.#links = links;
		this.#sources = sources;
		this.#current = current;
	}

	/** `href`: the link of the box if its incident is not on the page. */
	boxOf(merged: MergedIncident, href?: string): PictureBox {
		const { timeZone, impact: scale } = this.#request.log.configuration;
		const { definitions, impact, inferredBy } = merged;
		const [first] = definitions;
		const source = definitions.find(({ uri }) => uri === this.#links.base) ?? first;
		const inferred = inferredBy && this.#sources.sourceOf(inferredBy)?.incident.inferred.duration?.value;
		return {
			id: merged.id,
			// The picture cannot render code. Titles of entries have no backticks, those of records can have them.
			title: merged.title.replaceAll('`', ''),
			kind: merged.kind,
			uri: source?.uri ?? this.#links.base,
			offset: source?.range.start ?? 0,
			start: merged.start,
			end: merged.end,
			ending: merged.ending,
			dateOnly: merged.dateOnly,
			impact: impact === undefined ? undefined : (scale.levelOf(impact) ?? impact),
			rank: impact === undefined ? 0 : scale.rankOf(impact),
			inferredDuration: merged.ending === 'inferred',
			inferredImpact: impact !== undefined && merged.inferredImpact,
			durationText: durationText(merged, inferred),
			startText: startText(merged, timeZone),
			clockText: clockText(merged, timeZone),
			href: this.#links.hrefOf(merged) ?? href,
			current: this.#current !== undefined && includesDefinition(merged, this.#current),
		};
	}

	/** `onDefect` is called for each incident that could not be drawn. The picture omits it. */
	picture({ week, lastWeek, thisWeek }: TwoWeeks, onDefect: (error: unknown, merged: MergedIncident) => void): Picture {
		const draw = (incident: MergedIncident, href?: string): readonly PictureBox[] => {
			try {
				return [this.boxOf(incident, href)];
			} catch (error) {
				onDefect(error, incident);
				return [];
			}
		};
		const { log } = this.#request;
		const { timeZone, impact } = log.configuration;
		const before = previousWeek(week);
		const bulletin = log.bulletinsOf(before.last.toString()).find(({ uri }) => uri !== this.#links.base);
		const last = lastWeek.flatMap(incident => draw(incident, bulletin && this.#links.bulletinHref(bulletin, incident)));
		const { start } = weekBounds(week, timeZone);
		const continuing = last.filter(({ end }) => end === undefined || end > start);
		return {
			title: `Incidents of the two weeks to ${formatDay(week.last)}`,
			timeZone,
			levels: impact.levels,
			rows: [
				row(before, last, timeZone),
				row(week, [...continuing, ...thisWeek.flatMap(incident => draw(incident))], timeZone),
			],
		};
	}
}

function row(week: Week, boxes: readonly PictureBox[], timeZone: string): PictureRow {
	return {
		label: shortWeekText(week),
		midnights: weekBounds(week, timeZone).midnights,
		dayLabels: dayLabels(week),
		boxes,
	};
}
