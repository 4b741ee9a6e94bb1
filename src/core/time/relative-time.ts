import { formatUtc } from './format.ts';
import { readTime } from './read-time.ts';
import { MINUTE } from './units.ts';
import { type TimeReading, WrittenTime } from './written-time.ts';
import { offsetAt } from './zone-offset.ts';

/**
 * The time some minutes after another one, as in `T+5m`. Without a start it counts from a nominal day, and is comparable to
 * other such times only.
 */
export function relativeTime(text: string, minutes: number, start: WrittenTime | undefined): TimeReading {
	const base = start ?? readTime('2000-01-01T00:00:00Z', { timeZone: 'UTC' });
	if (!base.ok) {
		return base;
	}
	const instant = base.earliestMs + Math.round(minutes * MINUTE);
	return new WrittenTime({
		text,
		precision: 'minute',
		isApproximate: false,
		wallClock: instant + offsetAt(base.timeZone, instant),
		nanosecond: 0,
		hasWrittenDate: false,
		weekday: undefined,
		zone: undefined,
		zoneImplied: true,
		timeZone: base.timeZone,
		abbreviation: undefined,
		offsetMismatch: undefined,
		earliestMs: instant,
		latestMs: instant + (base.latestMs - base.earliestMs),
		localFault: undefined,
		deviations: ['other-order'],
		canonicalRange: { start: 0, end: text.length },
		canonical: formatUtc(instant),
	});
}
