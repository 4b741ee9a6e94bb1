import { dateAt, formatClock, formatShortDay } from '../../core/time/format.ts';
import { DAY, MINUTE } from '../../core/time/units.ts';
import { offsetAt } from '../../core/time/zones.ts';

const DAY_MINUTES = 1440;

/** The distances between ticks, in minutes. */
const STEPS: readonly number[] = [
	1,
	5,
	10,
	15,
	30,
	60,
	120,
	180,
	360,
	720,
	DAY_MINUTES,
	2 * DAY_MINUTES,
	7 * DAY_MINUTES,
	14 * DAY_MINUTES,
	28 * DAY_MINUTES,
];
/** The part of an incident's length that is free before and after it, and the least free time in milliseconds. */
const PAD = 0.08;
const LEAST_PAD = 5 * MINUTE;

/** A time axis around an incident, with ticks at full minutes, hours or days of the zone. */
export interface PhaseScale {
	/** Instants in milliseconds since 1970. */
	readonly from: number;
	readonly to: number;
	readonly ticks: readonly { readonly instant: number; readonly text: string }[];
	/** Converts an instant to a position, from 0 to the width. */
	readonly x: (instant: number) => number;
}

/** Returns the axis for a span of time, with at most `maxTicks` ticks. `width` in user units. */
export function phaseScale(start: number, end: number, timeZone: string, width: number, maxTicks: number): PhaseScale {
	const pad = Math.max(LEAST_PAD, (end - start) * PAD);
	const minutes = (end - start + 2 * pad) / MINUTE;
	const step =
		(STEPS.find(each => minutes / each <= maxTicks - 1) ?? Math.ceil(minutes / maxTicks / DAY_MINUTES) * DAY_MINUTES) *
		MINUTE;
	// Ticks are at full steps of the wall clock. A change of the clocks within the incident moves those after it.
	const offset = offsetAt(timeZone, start);
	const from = Math.floor((start - pad + offset) / step) * step - offset;
	const to = Math.ceil((end + pad + offset) / step) * step - offset;
	const instants = Array.from({ length: Math.round((to - from) / step) }, (_, i) => from + i * step);
	let day = '';
	const ticks = instants.map(instant => {
		const date = dateAt(instant, timeZone);
		const isNewDay = date.toString() !== day;
		day = date.toString();
		const clock = step >= DAY ? '' : formatClock(instant, timeZone);
		return { instant, text: [isNewDay ? formatShortDay(date) : '', clock].filter(part => part !== '').join(', ') };
	});
	return { from, to, ticks, x: instant => ((instant - from) / (to - from)) * width };
}
