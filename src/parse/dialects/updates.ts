import { INCIDENT_STATUSES } from '../../core/incident.ts';
import { ownValue } from '../../core/own-value.ts';
import type { Located, Range } from '../../core/range.ts';
import { list, type MappedNode, mapping, scalar } from '../model/mapped-data.ts';
import { trimmed } from '../model/ranges.ts';
import type { UpdateForm } from './dialect.ts';
import { statusOf } from './map-fields.ts';
import { readProseUpdates } from './written-updates.ts';

const MAX_UPDATES = 500;

interface WrittenUpdate {
	readonly body: Range;
	readonly time: Range;
	readonly status: Located<string> | undefined;
}

/**
 * Reads the public updates in a body as the value of `updates:`, with the status values of the kind of incident; undefined
 * without updates.
 */
export function readUpdates(form: UpdateForm, text: string, body: Range, kind: unknown): MappedNode | undefined {
	const stated = [...(form.form === 'shortcode' ? shortcodes(form.name, text, body) : containers(form, text, body))];
	const written =
		stated.length > 0 ? stated : readProseUpdates(text, body).map(each => ({ ...each, status: undefined }));
	const items = written.map(each => updateNode(text, each, kind));
	const [first, last] = [items[0], items.at(-1)];
	return first && last && list(items, { start: first.range.start, end: last.range.end }, undefined);
}

/** A status at the start of a paragraph: `*Monitoring* -`. */
const STATUS = /^[*_]{1,3}(\p{L}+)[*_]{1,3}/u;

function* shortcodes(name: string, text: string, body: Range): Iterable<WrittenUpdate> {
	const opening = `{{< ${name} "`;
	let from = body.start;
	for (let count = 0; count < MAX_UPDATES; count++) {
		const at = text.indexOf(opening, from);
		const start = at + opening.length;
		const end = at < 0 ? -1 : text.indexOf('"', start);
		if (end < 0 || end > body.end) {
			return;
		}
		const paragraph = trimmed(text, { start: Math.max(from, text.lastIndexOf('\n\n', at) + 1), end: at });
		const status = STATUS.exec(text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + 80)))?.[1];
		from = end + 1;
		if (end > start && end - start < 100) {
			const word = status?.toLowerCase() ?? '';
			const at = paragraph.start + text.slice(paragraph.start, paragraph.end).indexOf(status ?? '');
			const known = INCIDENT_STATUSES.some(one => one === word);
			yield {
				body: paragraph,
				time: { start, end },
				status: known ? { value: word, range: { start: at, end: at + word.length } } : undefined,
			};
		}
	}
}

type Container = Extract<UpdateForm, { form: 'container' }>;

function* containers({ name, words }: Container, text: string, body: Range): Iterable<WrittenUpdate> {
	const opening = `::: ${name} `;
	let from = body.start;
	for (let count = 0; count < MAX_UPDATES; count++) {
		const at = text.indexOf(opening, from);
		if (at < 0 || at > body.end) {
			return;
		}
		const newline = text.indexOf('\n', at);
		const lineEnd = newline < 0 ? body.end : newline;
		const closing = text.indexOf('\n:::', lineEnd);
		const head = text.slice(at + opening.length, Math.min(lineEnd, at + 300));
		const bar = head.indexOf('|');
		from = closing < 0 ? lineEnd : closing + 4;
		if (bar >= 0) {
			const start = at + opening.length;
			const word = trimmed(text, { start, end: start + bar });
			const time = trimmed(text, { start: start + bar + 1, end: lineEnd });
			const content = trimmed(text, { start: lineEnd, end: closing < 0 ? lineEnd : closing });
			const status = ownValue(words, text.slice(word.start, word.end).toLowerCase());
			yield { body: content, time, status: status === undefined ? undefined : { value: status, range: word } };
		}
	}
}

function updateNode(text: string, { body, time, status }: WrittenUpdate, kind: unknown): MappedNode {
	const slice = ({ start, end }: Range) => text.slice(start, end);
	const entries: [string, MappedNode][] = [['at', scalar(slice(time), time, undefined)]];
	if (status) {
		entries.push(['status', scalar(statusOf(kind, status.value), status.range, undefined)]);
	}
	if (body.end > body.start) {
		entries.push(['body', scalar(slice(body), body, undefined)]);
	}
	const range = { start: Math.min(time.start, body.start), end: Math.max(time.end, body.end) };
	return mapping(entries, range, undefined);
}
