import type { Configuration } from '../../../core/configuration.ts';
import type { Fix } from '../../../core/text-edit.ts';
import { explainUnreadable } from '../../../core/time/explain-unreadable.ts';
import { formatDay } from '../../../core/time/format.ts';
import type { LogDocument } from '../../../parse/model/document.ts';
import { VOCABULARY } from '../../../vocabulary/index.ts';
import type { Report } from '../../rule.ts';
import { fieldName } from '../../support/field-name.ts';
import { write } from '../../support/fixes.ts';
import { quoted } from '../../support/words.ts';
import type { DocumentTime } from './times.ts';

/** Reports a value that is not a time, with what it is, if that is known, and fixes that write what it can mean. */
export function reportUnreadable(
	{ at: { range, reading }, isDay, field }: DocumentTime,
	document: LogDocument,
	{ timeZone }: Configuration,
): Report {
	const { text } = reading;
	const subject = `${isDay ? 'day' : 'time'} ${quoted(text)}`;
	const example = isDay ? 'a day such as `2024-08-26`' : 'a time such as `2024-08-26T05:30:00-04:00`';
	const data = { found: text };
	if (VOCABULARY.isNoEnd(text)) {
		const absent = field === undefined ? '' : `, or no ${quoted(fieldName(document, field))} until it is known`;
		return { range, message: `Invalid ${subject}. Expected ${example}${absent}.`, data };
	}
	const found = explainUnreadable(text, { timeZone });
	switch (found?.kind) {
		case 'range': {
			const { start, end } = found.range;
			const expected = `${quoted(start.canonical)} here and ${quoted(end.canonical)} in a field of its own`;
			return {
				range,
				message: `Two times in one value: ${quoted(text)} is a range. Expected ${expected}.`,
				fixes: splitFixes(field, range, document, start.canonical, end.canonical),
				data,
			};
		}
		case 'either-order': {
			const readings = [found.dayFirst, found.monthFirst];
			const days = readings.map(({ date }) => formatDay(date)).join(' or ');
			const message = `Ambiguous date in ${quoted(text)}: ${days}. Expected ${readings.map(({ canonical }) => quoted(canonical)).join(' or ')}.`;
			return { range, message, fixes: readings.map(({ canonical }) => write(range, canonical, 'suggested')), data };
		}
		case 'epoch': {
			const message = `Seconds since 1970 as a time: ${quoted(text)} is ${quoted(found.canonical)}. Expected RFC 3339 format.`;
			return {
				range,
				message,
				fixes: [write(range, found.canonical, 'safe')],
				data: { ...data, expected: found.canonical },
			};
		}
		case 'odd-character': {
			const expected = found.canonical === undefined ? example : quoted(found.canonical);
			const fixes = found.canonical === undefined ? [] : [write(range, found.canonical, 'suggested')];
			return { range, message: `Invalid ${subject}: it contains ${found.name}. Expected ${expected}.`, fixes, data };
		}
		default:
			return { range, message: `Invalid ${subject}. Expected ${example}.`, data };
	}
}

/** Writes the end of a range to a field of its own. Only at the root of a mapping in block style, on a line of its own. */
function splitFixes(
	field: string | undefined,
	{ start, end }: Report['range'],
	{ text, data }: LogDocument,
	first: string,
	last: string,
): readonly Fix[] {
	const endField = field === 'started_at' ? 'resolved_at' : field === 'scheduled_for' ? 'scheduled_until' : undefined;
	const lineStart = text.lastIndexOf('\n', start - 1) + 1;
	const lineBreak = text.indexOf('\n', end);
	const lineEnd = lineBreak < 0 ? text.length : lineBreak;
	const isLine = /^["']?[ \t]*$/.test(text.slice(end, lineEnd));
	const head = text.slice(lineStart, start);
	const isRoot = field !== undefined && head.startsWith(field) && /^:[ \t]*["']?$/.test(head.slice(field.length));
	if (
		field === undefined ||
		endField === undefined ||
		!isLine ||
		!isRoot ||
		data === undefined ||
		data.at([endField]) !== undefined
	) {
		return [];
	}
	const newText = `${field}: ${first}\n${endField}: ${last}`;
	const title = `Move the end to ${quoted(endField)}`;
	return [{ title, edits: [{ range: { start: lineStart, end: lineEnd }, newText }], safe: false }];
}
