import type { Definition } from '../core/definition.ts';
import { formatDay } from '../core/time/format.ts';
import { previousWeek, type Week, weekBounds } from '../core/week.ts';
import { includesDefinition, type MergedIncident, mergeIncidents } from './merged-incident.ts';
import type { Picture, PictureBox, PictureRow } from './model.ts';
import { type PageRequest, sourceOf } from './page-context.ts';
import type { PageLinks } from './page-links.ts';
import { clockText, dayLabels, durationText, shortWeekText, startText } from './texts.ts';

/** The incidents that began in a week and in the one before it. */
export interface TwoWeeks {
	readonly week: Week;
	readonly lastWeek: readonly MergedIncident[];
	readonly thisWeek: readonly MergedIncident[];
}

export function twoWeeks(week: Week, { log }: PageRequest): TwoWeeks {
	const merged = ({ last }: Week) => mergeIncidents(log.incidentsInWeek(last.toString()), log.configuration.timeZone);
	return { week, lastWeek: merged(previousWeek(week)), thisWeek: merged(week) };
}

/** Makes boxes for a page. */
export class Boxes {
	readonly #request: PageRequest;
	readonly #links: PageLinks;
	readonly #current: Definition | undefined;

	/** @param current what the page was asked for. */
	constructor(request: PageRequest, links: PageLinks, current?: Definition) {
		this.#request = request;
		this.#links = links;
		this.#current = current;
	}

	/** `href`: where the box leads if its incident is not on the page. */
	boxOf(merged: MergedIncident, href?: string): PictureBox {
		const { timeZone, impact: scale } = this.#request.log.configuration;
		const { definitions, impact, inferredBy } = merged;
		const [first] = definitions;
		const place = definitions.find(({ uri }) => uri === this.#links.base) ?? first;
		const said = inferredBy && sourceOf(inferredBy, this.#request)?.incident.inferred.duration?.value;
		return {
			id: merged.id,
			// A picture has no code: entries lose their back-ticks as they are read, records lose them here.
			title: merged.title.replaceAll('`', ''),
			kind: merged.kind,
			uri: place?.uri ?? this.#links.base,
			offset: place?.range.start ?? 0,
			start: merged.start,
			end: merged.end,
			ending: merged.ending,
			dateOnly: merged.dateOnly,
			impact: impact === undefined ? undefined : (scale.levelOf(impact) ?? impact),
			rank: impact === undefined ? 0 : scale.rankOf(impact),
			inferredDuration: merged.ending === 'inferred',
			inferredImpact: impact !== undefined && merged.inferredImpact,
			durationText: durationText(merged, said),
			startText: startText(merged, timeZone),
			clockText: clockText(merged, timeZone),
			href: this.#links.hrefOf(merged) ?? href,
			current: this.#current !== undefined && includesDefinition(merged, this.#current),
		};
	}

	/** `onDefect` is called for each incident that could not be drawn: the picture is without it. */
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
		const merged = (incident: MergedIncident) =>
			draw(incident, bulletin && this.#links.bulletinHref(bulletin, incident));
		const last = lastWeek.flatMap(merged);
		const beginning = weekBounds(week, timeZone).start;
		const goingOn = last.filter(({ end }) => end === undefined || end > beginning);
		return {
			title: `Incidents of the two weeks to ${formatDay(week.last)}`,
			timeZone,
			levels: impact.levels,
			rows: [
				row(before, last, timeZone),
				row(week, [...goingOn, ...thisWeek.flatMap(incident => draw(incident))], timeZone),
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
