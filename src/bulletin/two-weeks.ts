import { DAY } from '../core/time/units.ts';
import { previousWeek, type Week, type WeekBounds, weekBounds } from '../core/week.ts';
import type { LogView } from '../rules/log-view.ts';
import { type MergedIncident, mergeIncidents, withOtherDefinitions } from './merged-incident.ts';
import type { PageMemo } from './page-memo.ts';

/** The incidents of a week and of the week before it, in a zone. */
export interface TwoWeeks {
	readonly week: Week;
	readonly bounds: WeekBounds;
	readonly lastBounds: WeekBounds;
	/** The state of the picture: the current time, or the end of the week if that is earlier. In milliseconds since 1970. */
	readonly now: number;
	/** All incidents that take place in the two weeks, whenever they began, by their start. */
	readonly incidents: readonly MergedIncident[];
	/** Those that began in the week. */
	readonly thisWeek: readonly MergedIncident[];
	/** Those that began before the week and are open. */
	readonly stillOpen: readonly MergedIncident[];
}

export function findTwoWeeks(week: Week, log: LogView, timeZone: string, memo?: PageMemo): TwoWeeks {
	const bounds = weekBounds(week, timeZone);
	const lastBounds = weekBounds(previousWeek(week), timeZone);
	// The index keeps days without a time in the zone of the log, which can be another one.
	const found = log.incidentsBetween(lastBounds.start - DAY, bounds.end + DAY);
	const incidents = mergeIncidents(withOtherDefinitions(found, log), timeZone, memo?.merged).filter(
		incident => meets(incident, lastBounds) || meets(incident, bounds),
	);
	return {
		week,
		bounds,
		lastBounds,
		now: Math.min(log.now().epochMilliseconds, bounds.end),
		incidents,
		thisWeek: incidents.filter(({ start }) => start >= bounds.start),
		stillOpen: incidents.filter(({ start, ending }) => start < bounds.start && ending === 'open'),
	};
}

/** Whether an incident takes place in a week: it begins in it, or began before it and ends in it or later. */
export function meets({ start, end }: Pick<MergedIncident, 'start' | 'end'>, week: WeekBounds): boolean {
	return start < week.end && (start >= week.start || end > week.start);
}
