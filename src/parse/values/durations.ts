import type { Located } from '../../core/range.ts';
import type { DurationRange } from '../../core/time/duration.ts';
import { findDurations } from '../english/read-duration.ts';
import { readWrittenAmounts } from './written-amounts.ts';

/** `00:06:00`, `1:30:00`; `0:31` and `01:15` are hours and minutes. */
const CLOCK_LIKE =
	/^\W{0,3}(\d{1,3}):([0-5]\d)(?::([0-5]\d))?(?![\d:])(?!\s?(?:[ap]\.?m|utc|gmt|z\b|[A-Z]{2,5}\b|[-–—→]|to\b))/iu;
/** A duration of another kind: hours in which somebody was on duty. */
const OTHER_KIND = /\bsupport hours\b|\bworking hours\b|\bbusiness hours\b/i;
const MAX_VALUE_LENGTH = 200;

/** Reads the duration of a value such as "~61 minutes (01:40 to 02:11 UTC)", in any language. Undefined if it states none. */
export function readDuration({ value, range }: Located<string>): Located<DurationRange> | undefined {
	const written = value.slice(0, MAX_VALUE_LENGTH);
	if (OTHER_KIND.test(written)) {
		return undefined;
	}
	const [whole, hours, minutes, seconds] = CLOCK_LIKE.exec(written) ?? [];
	if (whole !== undefined) {
		const total = Number(hours) * 60 + Number(minutes) + Number(seconds ?? 0) / 60;
		return {
			value: { minMinutes: total, maxMinutes: total, isApproximate: false },
			range: part(value, range, 0, whole.length),
		};
	}
	const [english] = findDurations(written);
	const other = readWrittenAmounts(written);
	// "2 minutes 30 secondes" is English up to its first unit.
	const found = other && other.range.end > (english?.range.end ?? 0) ? other : english;
	return found && { value: found.value, range: part(value, range, found.range.start, found.range.end) };
}

/** The range of a part of a value; the whole if the source does not contain the value unchanged. */
function part(value: string, range: Located<string>['range'], start: number, end: number): Located<string>['range'] {
	return range.end - range.start === value.length ? { start: range.start + start, end: range.start + end } : range;
}
