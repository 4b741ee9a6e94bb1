import { endOfMatch, matchAt } from '../../core/match-at.ts';
import type { Range } from '../../core/range.ts';
import { readTimeLead } from '../english/time-lead.ts';
import { trimmed } from '../model/ranges.ts';

/** An update in prose, with its time. */
export interface ProseUpdate {
	readonly body: Range;
	readonly time: Range;
}

const MAX_UPDATES = 500;
const OPENING = /[ \t#>*_[(]{0,12}/y;
const UPDATE = /(?:update|updated|edit|mise à jour|aktualisierung)s?\b[ \t:–—-]{0,4}(?:(?:on|at|from)\b[ \t]{0,4})?/iuy;
const CLOSING = /[ \t*_\])]{0,8}[:–—-]?[ \t*_]{0,4}/y;
const BREAK = /^[ \t]{0,3}(?:-{3,}|\*{3,}|_{3,})[ \t]*$/;

/**
 * Reads updates that begin with their date and time on a line of its own: after "Update", as in
 * "[Update - 2024-08-26 15h50 UTC]", or after a thematic break. Times without a date are left out.
 */
export function readProseUpdates(text: string, body: Range): readonly ProseUpdate[] {
	const found: { start: number; textStart: number; time: Range }[] = [];
	const ends: number[] = [];
	let isAfterBreak = false;
	for (let at = body.start; at < body.end && found.length < MAX_UPDATES; ) {
		const newline = text.indexOf('\n', at);
		const line = { start: at, end: newline < 0 ? body.end : Math.min(newline, body.end) };
		at = line.end + 1;
		const written = text.slice(line.start, Math.min(line.end, line.start + 200));
		if (BREAK.test(written)) {
			ends.push(line.start);
			isAfterBreak = true;
			continue;
		}
		const update = readHead(text, line, isAfterBreak);
		if (update !== undefined) {
			found.push({ start: line.start, ...update });
		} else if (/^\[[^\][\n]{2,40}\][ \t]*$/.test(written)) {
			ends.push(line.start);
		}
		isAfterBreak = isAfterBreak && written.trim() === '';
	}
	let next = 0;
	return found.map(({ textStart, time }, index) => {
		while ((ends[next] ?? body.end) < textStart) {
			next++;
		}
		const end = Math.min(found[index + 1]?.start ?? body.end, ends[next] ?? body.end);
		return { time, body: trimmed(text, { start: textStart, end: Math.max(textStart, end) }) };
	});
}

function readHead(text: string, line: Range, isAfterBreak: boolean): { textStart: number; time: Range } | undefined {
	const start = endOfMatch(OPENING, text, line.start);
	const update = matchAt(UPDATE, text, start)?.[0].length ?? 0;
	if (update === 0 && !isAfterBreak) {
		return undefined;
	}
	const lead = readTimeLead(text, start + update, line.end);
	if (lead?.date?.year === undefined || lead.clock === undefined || lead.range.start !== start + update) {
		return undefined;
	}
	return { time: lead.time, textStart: Math.min(line.end, endOfMatch(CLOSING, text, lead.range.end)) };
}
