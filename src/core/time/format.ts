import { Temporal } from 'temporal-polyfill';
import { monthName } from './calendar-names.ts';
import type { DurationRange } from './duration.ts';
import { abbreviationAt, offsetAt } from './zones.ts';

export { MONTH_NAMES, monthName, monthOf, WEEKDAY_NAMES, weekdayName, weekdayOf } from './calendar-names.ts';

/** "26 August 2024", also of an ISO date. */
export function formatDay(date: Temporal.PlainDate | string): string {
	const day = Temporal.PlainDate.from(date);
	return `${formatShortDay(day)} ${day.year}`;
}

/** "26 August". */
export function formatShortDay(date: Temporal.PlainDate): string {
	return `${date.day} ${monthName(date.month)}`;
}

/** "August 26", as in headlines of bulletins. */
export function formatBulletinDay(date: Temporal.PlainDate): string {
	return `${monthName(date.month)} ${date.day}`;
}

/** The wall clock of a zone at an instant (milliseconds since 1970): "05:30". Seconds are left out. */
export function formatClock(instant: number, timeZone: string): string {
	const { hour, minute } = localFields(instant, timeZone);
	return `${padTwoDigits(hour)}:${padTwoDigits(minute)}`;
}

/** "26 August 2024, 05:30 EDT". */
export function formatInstant(instant: number, timeZone: string): string {
	return `${formatDay(dateAt(instant, timeZone))}, ${formatClock(instant, timeZone)} ${abbreviationAt(timeZone, instant)}`;
}

/** An instant (milliseconds since 1970) in RFC 3339, in UTC and to the second: `2024-08-26T09:30:00Z`. */
export function formatUtc(instant: number): string {
	return new Date(instant).toISOString().replace(/\.\d+Z$/, 'Z');
}

/** The local date in a zone at an instant (milliseconds since 1970). */
export function dateAt(instant: number, timeZone: string): Temporal.PlainDate {
	const { year, month, day } = localFields(instant, timeZone);
	return new Temporal.PlainDate(year, month, day);
}

/** "3 h 35 min", "5 min", "2 d 4 h", "2 d". Rounded to minutes, from one day on to hours. "0 min" for zero. */
export function formatDuration(minutes: number): string {
	if (!Number.isFinite(minutes)) {
		return '';
	}
	const sign = minutes < 0 ? '-' : '';
	let whole = Math.round(Math.abs(minutes));
	if (whole >= 1440) {
		whole = Math.round(whole / 60) * 60;
	}
	const parts = [
		[Math.floor(whole / 1440), 'd'],
		[Math.floor(whole / 60) % 24, 'h'],
		[whole % 60, 'min'],
	] as const;
	const units = parts.filter(([amount]) => amount > 0).map(([amount, unit]) => `${amount} ${unit}`);
	return units.length === 0 ? '0 min' : sign + units.join(' ');
}

/** "3–4 h", "30 min – 1 h", "about 1 h", "up to 45 min"; "3 h 35 min" if both ends are equal. */
export function formatDurationRange({ minMinutes, maxMinutes, isApproximate }: DurationRange): string {
	const about = isApproximate ? 'about ' : '';
	const [from, to] = [formatDuration(minMinutes), formatDuration(maxMinutes)];
	if (from === to) {
		return about + from;
	}
	if (minMinutes === 0) {
		return `up to ${to}`;
	}
	const [fromAmount, fromUnit, ...fromRest] = from.split(' ');
	const [, toUnit, ...toRest] = to.split(' ');
	const plain = fromUnit === toUnit && fromRest.length === 0 && toRest.length === 0;
	return plain ? `${about}${fromAmount}–${to}` : `${about}${from} – ${to}`;
}

interface LocalFields {
	readonly year: number;
	readonly month: number;
	readonly day: number;
	readonly hour: number;
	readonly minute: number;
}

function localFields(instant: number, timeZone: string): LocalFields {
	const shifted = new Date(instant + offsetAt(timeZone, instant));
	return {
		year: shifted.getUTCFullYear(),
		month: shifted.getUTCMonth() + 1,
		day: shifted.getUTCDate(),
		hour: shifted.getUTCHours(),
		minute: shifted.getUTCMinutes(),
	};
}

function padTwoDigits(value: number): string {
	return String(value).padStart(2, '0');
}
