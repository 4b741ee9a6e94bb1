import { Temporal } from 'temporal-polyfill';
import type { Definition } from '../core/definition.ts';
import { dateAt, formatClock, formatDay, formatShortDay } from '../core/time/format.ts';
import { MINUTE } from '../core/time/units.ts';
import { startOfDay } from '../core/time/zones.ts';
import { previousWeek, type Week, type WeekBounds } from '../core/week.ts';
import type { MemoInput } from './memo.ts';
import { includesDefinition, type MergedIncident } from './merged-incident.ts';
import type { Picture, PictureBox, PictureRow } from './model.ts';
import type { PageRequest } from './page-context.ts';
import type { PageLinks } from './page-links.ts';
import { PageMemo } from './page-memo.ts';
import { durationText, nowText, pictureDays, shortWeekText, startText, zoneText } from './texts.ts';
import { meets, type TwoWeeks } from './two-weeks.ts';

/** Builds the picture of a page, and the box of each incident. */
export class PictureBuilder {
	readonly #request: PageRequest;
	readonly #memo: PageMemo;
	readonly #links: PageLinks;
	readonly #timeZone: string;
	/** The time of the picture, in milliseconds since 1970. */
	readonly #now: number;
	readonly #current: Definition | undefined;
	readonly #year: number;

	/** `current`: the incident of the requested document, which is highlighted. */
	constructor(request: PageRequest, links: PageLinks, timeZone: string, now: number, current?: Definition) {
		this.#request = request;
		this.#memo = request.memo ?? new PageMemo();
		this.#links = links;
		this.#timeZone = timeZone;
		this.#now = now;
		this.#current = current;
		this.#year = dateAt(now, timeZone).year;
	}

	/** `href`: the link of the box if its incident is not on the page. */
	boxOf(merged: MergedIncident, href?: string): PictureBox {
		const { definitions, start } = merged;
		const source = definitions.find(({ uri }) => uri === this.#links.base) ?? definitions[0];
		const uri = source?.uri ?? this.#links.base;
		const offset = source?.range.start ?? 0;
		const link = this.#links.hrefOf(merged) ?? href;
		const isCurrent = this.#current !== undefined && includesDefinition(merged, this.#current);
		const inputs = [...this.#inputsOf(merged), uri, link, isCurrent];
		const box = this.#memo.boxes.get(`${merged.id} ${start} ${uri}`, inputs, () => ({
			...this.#compute(merged),
			uri,
			offset,
			href: link,
			isCurrent,
		}));
		return this.#memo.moved(box, offset);
	}

	/** All that the facts of a box are computed from. The time of the picture only where it matters. */
	#inputsOf(merged: MergedIncident): readonly MemoInput[] {
		const { title, kind, date, start, end, ending, isDateOnly, inferredDuration, mitigated } = merged;
		return [
			...[title, kind, date, start, end, ending, isDateOnly, mitigated],
			...[inferredDuration?.minMinutes, inferredDuration?.maxMinutes, inferredDuration?.isApproximate],
			...[merged.impact, merged.isImpactInferred, merged.status],
			...[this.#request.log.configuration, this.#timeZone, this.#links.audience, this.#year],
			// Within a minute, no text changes.
			...[ending === 'open' ? Math.floor(this.#now / MINUTE) : undefined, start > this.#now],
		];
	}

	#compute(merged: MergedIncident): Omit<PictureBox, 'uri' | 'offset' | 'href' | 'isCurrent'> {
		const { impact: scale } = this.#request.log.configuration;
		const { impact, kind, start, isDateOnly, inferredDuration } = merged;
		const level = impact === undefined ? undefined : scale.levelOf(impact);
		const isPlanned = kind === 'maintenance' && (merged.status === 'scheduled' || start > this.#now);
		const certainEnd = inferredDuration && start + inferredDuration.minMinutes * MINUTE;
		const end = this.#endOf(merged);
		return {
			id: merged.id,
			// The picture cannot render code. Titles of entries have no backticks, those of records can have them.
			title: merged.title.replaceAll('`', ''),
			kind,
			start,
			end,
			// An incident that is not over and begins later is announced: it has no duration yet.
			ending: merged.ending === 'open' && start >= this.#now ? 'unknown' : merged.ending,
			certainUntil: certainEnd !== undefined && certainEnd < end ? certainEnd : undefined,
			mitigated: merged.mitigated !== undefined && merged.mitigated < end ? merged.mitigated : undefined,
			isPlanned,
			isDateOnly,
			impact: level ?? impact,
			rank: level === undefined ? undefined : scale.levels.indexOf(level),
			impactNote: this.#noteOn(level),
			isImpactInferred: impact !== undefined && merged.isImpactInferred,
			durationText: durationText(merged, this.#now),
			startText: startText(merged, this.#timeZone),
			clockText: isDateOnly ? '' : formatClock(start, this.#timeZone),
			sinceText: `since ${this.#sinceDay(start)}`,
		};
	}

	#noteOn(level: string | undefined): string | undefined {
		return level === undefined && this.#links.audience === 'editor' ? 'not a level of this log' : undefined;
	}

	#endOf({ start, end, ending, isDateOnly, date }: MergedIncident): number {
		if (ending === 'open') {
			return Math.max(start, this.#now);
		}
		if (isDateOnly && ending === 'unknown') {
			return startOfDay(Temporal.PlainDate.from(date).add({ days: 1 }), this.#timeZone);
		}
		return end;
	}

	/** "24 August", with the year if it is another one. */
	#sinceDay(start: number): string {
		const day = dateAt(start, this.#timeZone);
		return day.year === this.#year ? formatShortDay(day) : formatDay(day);
	}

	/** `onDefect` is called for each incident that could not be drawn. The picture omits it. */
	picture(weeks: TwoWeeks, onDefect: (error: unknown, merged: MergedIncident) => void): Picture {
		const { week, bounds, lastBounds, now } = weeks;
		const before = previousWeek(week);
		const { log } = this.#request;
		const bulletin = log.bulletinsOf(before.last.toString()).find(({ uri }) => uri !== this.#links.base);
		const boxes = weeks.incidents.flatMap((incident): readonly PictureBox[] => {
			try {
				const isEarlier = incident.start < bounds.start;
				// An incident that began before both weeks has no entry on the page of the week before.
				const endsOn = incident.start < lastBounds.start ? undefined : before.last.toString();
				const href = isEarlier ? this.#links.otherPage(incident, bulletin, endsOn) : undefined;
				return [this.boxOf(incident, href)];
			} catch (error) {
				onDefect(error, incident);
				return [];
			}
		});
		const row = (name: string, of: Week, rowBounds: WeekBounds): PictureRow => ({
			name,
			label: shortWeekText(of),
			midnights: rowBounds.midnights,
			days: pictureDays(of),
			boxes: boxes.filter(box => meets(box, rowBounds)),
		});
		return {
			title: `Incidents of the two weeks to ${formatDay(week.last)}`,
			timeZone: this.#timeZone,
			zoneText: zoneText(this.#timeZone, lastBounds.start, bounds.end),
			now,
			nowText: nowText(now, week, this.#timeZone),
			levels: log.configuration.impact.levels,
			rows: [row('Last week', before, lastBounds), row('This week', week, bounds)],
		};
	}
}
