import { endOfMatch, matchAt } from '../../core/match-at.ts';
import type { Range } from '../../core/range.ts';
import { readClockLead, readTimeLead, type TimeLead } from '../english/time-lead.ts';
import { isSpace } from '../model/ranges.ts';

/** The time at the start of a line, an item, a heading or a cell. */
export interface LineLead {
	/** Undefined for a loose day alone, and for a relative time. */
	readonly time: TimeLead | undefined;
	/** A date in figures without a year, or with the day and the month in either order: `03-26`, `1/28`, `24/07/25`. */
	readonly looseDay: Range | undefined;
	/** A time after the start of the incident, in minutes: 17 for `T+17m`. */
	readonly relative: { readonly minutes: number; readonly range: Range } | undefined;
	/** Days after the first day of the timeline: 3 for `17:05+3d`. */
	readonly dayOffset: number | undefined;
	/** The same time in another zone: the `13:30 UTC` of `06:30 PT / 13:30 UTC`. */
	readonly also: Range | undefined;
	/** True if a colon, a dash, closing emphasis or the end of the line follows. */
	readonly isDelimited: boolean;
	/** The whole time, with all that belongs to it. */
	readonly range: Range;
	readonly textStart: number;
}

/** Markup that is replaced by spaces, so that the grammar of times sees words and numbers only. */
const MARKUP =
	/&(?:nbsp|ensp|emsp|thinsp|#160|#xa0);|<\/?(?:br|b|i|em|strong|code|kbd|span|sub|sup|time|u|p|small|mark|font)\b[^<>\n]{0,100}>|<!--[^<>]{0,500}-->|\*{1,3}|`{1,2}|~~|\{\{|\}\}|\p{Extended_Pictographic}|\u{fe0f}|\u{200d}|[\u{1f3fb}-\u{1f3ff}]|\u{200b}|\u{feff}|\\(?=[[\]()~*_|-])/giu;

/** The text with the markup of a part replaced by spaces: all offsets stay valid. The same text if there is none. */
export function maskMarkup(text: string, { start, end }: Range): string {
	const part = text.slice(start, end);
	const masked = part.replace(MARKUP, found => found.replace(/[^\n]/g, ' '));
	return masked === part ? text : text.slice(0, start) + masked + text.slice(end);
}

/** Characters and words allowed before a time: brackets, a task box, a dash, a short code of an emoji. */
const OPENING =
	/(?:\[[ xX]\]\s|[\s_[(（【「•·|–—>]|-[ \t]|:[a-z0-9_+-]{2,30}:[ \t]|(?:at|by|since|from|between|kl|um|vers|às|update|updated|posted|edit)\b\.?[ \t:(#]{1,3}(?:\d[ \t]?[:–—-][ \t]?(?=\d))?)*/iuy;
/** Characters allowed after a time: closing marks, the rest of a link, a colon, a dash or an arrow. */
const CLOSING = /([_)\]）】」]{0,8})(?:\([^()\s]{1,500}\))?(_{0,3})[ \t]*(->|=>|[:;,|–—→：-]{0,3})_{0,3}/uy;
const ALSO = /[ \t]{0,8}[/(=|≈][ \t]{0,8}(?=[~≈]?\d)/y;
const LOOSE_DAY = /(\d{1,2})([/.-])(\d{1,2})(?:\2(?:\d{4}|\d{2})|\.)?(?![\d/])/y;
const DAY_OFFSET = /[ \t]?\([ \t]?\+(\d{1,2})[ \t]?d(?:ays?)?\)|[ \t]?\+(\d{1,2})[ \t]?d(?:ays?)?\b/y;
const RELATIVE =
	/(?:t[ \t]?(?:(?<sign>[+−–-])[ \t]?|(?=0\b))|\+[ \t]?)(?:(?<hours>\d{1,3}):(?<minutes>\d\d)(?::\d\d)?|(?:(?<d>\d{1,4})[ \t]?d(?:ays?)?[ \t]?)?(?:(?<h>\d{1,4})[ \t]?h(?:ours?|rs?)?[ \t]?)?(?:(?<m>\d{1,5})[ \t]?m(?:in(?:ute)?s?)?[ \t]?)?(?:(?<s>\d{1,6})[ \t]?s(?:ec(?:ond)?s?)?)?|\d{1,5})(?<plain>\d{0,5})(?!\w|:\d)/iy;

/** Reads the time that a line begins with. `masked` is the text after `maskMarkup`, `text` the text as written. */
export function readLineLead(text: string, masked: string, line: Range): LineLead | undefined {
	const at = Math.min(line.end, endOfMatch(OPENING, masked, line.start));
	return readLeadAt(text, masked, { start: at, end: line.end });
}

/** Reads the time at the start of a range. */
export function readLeadAt(text: string, masked: string, line: Range): LineLead | undefined {
	const { start: at, end: stop } = line;
	const relative = readRelative(masked, at, stop);
	if (relative !== undefined) {
		return finish(text, masked, line, { time: undefined, looseDay: undefined, relative, range: relative.range });
	}
	const time = readTimeLead(masked, at, stop);
	if (time !== undefined && time.range.start === at && !isLooseDate(masked, time)) {
		return finish(text, masked, line, { time, looseDay: undefined, relative: undefined, range: time.range });
	}
	const loose = matchAt(LOOSE_DAY, masked, at);
	if (loose === undefined || at + loose[0].length > stop || Number(loose[1]) > 31 || Number(loose[3]) > 31) {
		return undefined;
	}
	const looseDay = { start: at, end: at + loose[0].length };
	const from = endOfMatch(/[ \t]*[,–—-]?[ \t]*/y, masked, looseDay.end);
	const clock = readTimeLead(masked, from, stop);
	const timed = clock?.clock !== undefined && clock.date === undefined && clock.range.start === from;
	const range = timed ? { start: at, end: clock.range.end } : looseDay;
	const lead = finish(text, masked, line, { time: timed ? clock : undefined, looseDay, relative: undefined, range });
	return timed || (lead?.isDelimited && lead.textStart >= stop) ? lead : undefined;
}

/** A "clock" such as the `24.05` of "24.05 10:30" is the date before a clock. */
function isLooseDate(masked: string, { date, clock, range }: TimeLead): boolean {
	if (date !== undefined || clock === undefined || !clock.isWeak || clock.until !== undefined) {
		return false;
	}
	const [, day, , month] = matchAt(LOOSE_DAY, masked, clock.range.start) ?? [];
	return (
		month !== undefined &&
		Number(day) <= 31 &&
		Number(month) <= 12 &&
		/^[ \t]{1,3}(?:kl\.?[ \t])?\d{1,2}:\d\d/.test(masked.slice(range.end, range.end + 12))
	);
}

type Found = Pick<LineLead, 'time' | 'looseDay' | 'relative' | 'range'>;

function finish(text: string, masked: string, { start, end: stop }: Range, found: Found): LineLead | undefined {
	let end = found.range.end;
	const offset = found.time?.clock === undefined ? undefined : matchAt(DAY_OFFSET, masked, end);
	end += offset?.[0].length ?? 0;
	const also = offset === undefined ? readAlso(masked, found.time, end, stop) : undefined;
	end = also?.end ?? end;
	const emphasis = endOfMatch(/[*`~]{0,6}/y, text, end) > end || /^[ \t]*<br/i.test(text.slice(end, end + 8));
	const spaces = endOfMatch(/ {0,8}/y, masked, end);
	const from = emphasis ? spaces : end;
	const [whole = '', closing = '', inner = '', mark = ''] = matchAt(CLOSING, masked, from) ?? [];
	const closed = Math.min(stop, from + whole.length);
	const marked = emphasis || closing + inner + mark !== '' || masked[closed] === '\n';
	const next = masked[closed] ?? ' ';
	const goesOn = closed < stop && !marked && !isSpace(next) && !isSpace(masked[closed - 1]) && !/[(（[/]/.test(next);
	let textStart = Math.max(closed, end);
	while (textStart < stop && isSpace(masked[textStart])) {
		textStart++;
	}
	if (goesOn) {
		return undefined;
	}
	return {
		...found,
		dayOffset: offset === undefined ? undefined : Number(offset[1] ?? offset[2]),
		also,
		isDelimited: marked || textStart >= stop,
		range: { start, end },
		textStart,
	};
}

/** The second of two clocks side by side, each in its zone: `06:30 PT / 13:30 UTC`, "06:30 PT (13:30 UTC)". */
function readAlso(masked: string, time: TimeLead | undefined, at: number, stop: number): Range | undefined {
	const from = endOfMatch(ALSO, masked, at);
	if (time?.clock === undefined || time.clock.until !== undefined || from === at || from >= stop) {
		return undefined;
	}
	const other = readClockLead(masked, from, stop, 'alone', false);
	return other === undefined || !other.isZoned || other.until !== undefined ? undefined : other.range;
}

function readRelative(masked: string, at: number, stop: number): LineLead['relative'] {
	const match = /^[t+]/i.test(masked.slice(at, at + 1)) ? matchAt(RELATIVE, masked, at) : undefined;
	if (match === undefined || at + match[0].trimEnd().length > stop || !/\d/.test(match[0])) {
		return undefined;
	}
	const { sign = '+', hours, minutes, d, h, m, s } = match.groups ?? {};
	const units = [d, h, m, s].some(unit => unit !== undefined);
	const plain = hours === undefined && !units ? Number(/\d+/.exec(match[0])?.[0] ?? 0) : 0;
	const total =
		hours === undefined
			? Number(d ?? 0) * 1440 + Number(h ?? 0) * 60 + Number(m ?? 0) + Number(s ?? 0) / 60 + plain
			: Number(hours) * 60 + Number(minutes);
	return { minutes: sign === '+' ? total : -total, range: { start: at, end: at + match[0].trimEnd().length } };
}

/** "Detected: 14:03", "@ann 14:03 –": words before a time up to a colon, or at most two names. */
const LABEL = /[^\n:|]{1,40}:[ \t]{1,8}/y;
const NAMES = /(?:(?:@[\p{L}\p{N}._-]{1,30}|[\p{Lu}\p{Lo}][\p{L}.'_-]{0,30}),?[ \t]{1,4}\(?){1,2}/uy;
const AT_END = /\(([^()\n]{4,60})\)[ \t.]{0,3}$/;

/** Reads a time after a label or a name, or in parentheses at the end of the line. The text is the whole line. */
export function readInnerLead(text: string, masked: string, line: Range): LineLead | undefined {
	const start = endOfMatch(/[\s_[(-]*/y, masked, line.start);
	for (const pattern of [LABEL, NAMES]) {
		const from = endOfMatch(pattern, masked, start);
		const lead =
			from === start || from >= line.end ? undefined : readLineLead(text, masked, { start: from, end: line.end });
		if (lead?.time?.clock !== undefined && (lead.isDelimited || /^[(（]/.test(masked[lead.textStart] ?? ''))) {
			return { ...lead, textStart: line.start };
		}
	}
	const tail = Math.max(line.start, line.end - 70);
	const inner = AT_END.exec(masked.slice(tail, line.end))?.[1];
	if (inner === undefined) {
		return undefined;
	}
	const from = masked.lastIndexOf(inner, line.end);
	const lead = readLineLead(text, masked, { start: from, end: from + inner.length });
	const whole = lead !== undefined && lead.textStart >= from + inner.length;
	return whole && lead.time?.clock !== undefined ? { ...lead, textStart: line.start } : undefined;
}
