import { Temporal } from 'temporal-polyfill';
import type { Definition } from './definition.ts';
import { MINUTE } from './time/units.ts';
import { startOfDay } from './time/zones.ts';

/** The time of an incident, in milliseconds since 1970. */
export interface Interval {
	readonly start: number;
	/** Infinity for an open incident. The start if the end is unknown. */
	readonly end: number;
}

/**
 * Returns the time in which an incident takes place, as its definition states it: a record, an entry, or a postmortem that
 * may be its only description. An inferred duration counts with its upper bound. A day without a time is the whole day in
 * `timeZone`. Undefined without a day.
 */
export function intervalOf(definition: Definition, timeZone: string): Interval | undefined {
	if (definition.kind !== 'incident' && definition.incidentDay === undefined) {
		return undefined;
	}
	const { end, inferredEnd, inferredDuration, isOpen, isDateOnly } = definition;
	const date = definition.incidentDay ?? definition.date;
	const day = definition.start === undefined || isDateOnly ? date : undefined;
	const midnight = day === undefined ? undefined : startOfDay(Temporal.PlainDate.from(day), timeZone);
	const start = midnight ?? definition.start;
	if (start === undefined) {
		return undefined;
	}
	const earliestEnd =
		day === undefined ? start : startOfDay(Temporal.PlainDate.from(day).add({ days: 1 }), timeZone) - 1;
	const longestEnd = start + (inferredDuration?.maxMinutes ?? 0) * MINUTE;
	return {
		start,
		end: isOpen ? Number.POSITIVE_INFINITY : Math.max(earliestEnd, longestEnd, end ?? start, inferredEnd ?? start),
	};
}
