import type { Range } from '../../core/range.ts';
import type { Markdown } from '../markdown/read-markdown.ts';
import { plainText } from '../markdown/sections.ts';
import type { Block } from '../model/block.ts';
import type { Data } from '../model/data.ts';
import { trimmed } from '../model/ranges.ts';
import type { HeadForm } from './dialect.ts';
import { copyOf, type MappedNode, scalar } from './mapped-data.ts';

/** A field of a head, before it is mapped. */
export interface RawField {
	/** The label in lower case without punctuation: `first detected` for "First detected:". */
	readonly name: string;
	readonly head: HeadForm;
	readonly node: MappedNode;
	/** The block that contains the field; a list item with its nested items. */
	readonly extent: Range;
}

/** The sources of a head. `data` is the front matter. */
export interface HeadSource {
	readonly text: string;
	readonly data: Data | undefined;
	readonly page: Markdown | undefined;
}

/** In UTF-16 code units. */
const MAX_LABEL_LENGTH = 60;
const MAX_FIELDS = 100;
/** In UTF-16 code units. The rest of a longer line is ignored. */
const MAX_LINE_LENGTH = 2000;

const READERS: Readonly<Record<HeadForm, (source: HeadSource) => Iterable<RawField>>> = {
	'front-matter': frontMatter,
	'key-value': keyValue,
	bullets,
	table,
	'dated-heading': datedHeading,
};

/** Reads the fields of heads, in the order of `forms`. */
export function readHeads(forms: readonly HeadForm[], source: HeadSource): RawField[] {
	const fields: RawField[] = [];
	for (const form of forms) {
		for (const field of READERS[form](source)) {
			if (fields.length === MAX_FIELDS) {
				return fields;
			}
			fields.push(field);
		}
	}
	return fields;
}

/** The label of a field in lower case, without punctuation. */
function normalizeLabel(label: string): string {
	return label
		.slice(0, MAX_LABEL_LENGTH)
		.toLowerCase()
		.replace(/[^\p{L}\p{N}_]+/gu, ' ')
		.trim();
}

function* frontMatter({ data }: HeadSource): Iterable<RawField> {
	for (const { key } of data?.keys([]) ?? []) {
		const node = data && copyOf(data, [key]);
		if (node) {
			yield { name: key.toLowerCase(), head: 'front-matter', node, extent: node.range };
		}
	}
}

const KEY_LINE = /^([A-Za-z][\w -]{0,40}):.*$/;

function* keyValue({ text, data }: HeadSource): Iterable<RawField> {
	let start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
	while (data === undefined && start < text.length) {
		const newline = text.indexOf('\n', start);
		const end = newline < 0 ? text.length : newline;
		const [, label] = KEY_LINE.exec(text.slice(start, Math.min(end, start + MAX_LINE_LENGTH)).trimEnd()) ?? [];
		if (label === undefined) {
			return;
		}
		const value = trimmed(text, { start: start + label.length + 1, end });
		yield rawField('key-value', text, { start, end: start + label.length }, value, { start, end });
		start = end + 1;
	}
}

function* bullets({ text, page }: HeadSource): Iterable<RawField> {
	for (const block of page?.blocks ?? []) {
		const line = block.type === 'item' && block.depth <= 1 ? block.text[0] : undefined;
		if (line !== undefined) {
			yield* labelled('bullets', text, line, block);
		}
	}
}

function* table({ text, page }: HeadSource): Iterable<RawField> {
	for (const block of page?.blocks ?? []) {
		if (block.type === 'row' && block.text.length === 2) {
			const [label, value] = block.text;
			if (label && value) {
				yield rawField('table', text, plainText(text, label).range, plainText(text, value).range, block.range);
			}
		} else if (block.type === 'paragraph' && block.depth === 0) {
			for (const line of block.text) {
				if (text.startsWith('**', line.start)) {
					yield* labelled('table', text, line, block);
				}
			}
		}
	}
}

/** `**Label**: value`, `**Label:** value`, `Label: value`, or a label followed by a time. */
const LABEL =
	/^(?:\*\*|__)?(?<label>\p{L}[^\n:*_]{0,59}?)(?:(?:\*\*|__)?[ \t]{0,40}:(?:\*\*|__)?|\*\*|__|[ \t]{1,40}(?=\d{4}-\d\d-\d\d))[ \t]{0,200}(?<value>\S[^\n]*)?$/u;

function* labelled(head: HeadForm, text: string, line: Range, { range }: Block): Iterable<RawField> {
	const newline = text.indexOf('\n', line.start);
	const end = newline < 0 || newline > line.end ? line.end : newline;
	const written = text.slice(line.start, Math.min(end, line.start + MAX_LINE_LENGTH)).trimEnd();
	const { label, value = '' } = LABEL.exec(written)?.groups ?? {};
	if (label !== undefined) {
		const labelStart = line.start + written.indexOf(label);
		const valueStart = line.start + written.length - value.length;
		const labelRange = { start: labelStart, end: labelStart + label.length };
		yield rawField(head, text, labelRange, { start: valueStart, end: valueStart + value.length }, range);
	}
}

/** `Incident report: 2024-08-26 4:23PM PST, Disk full`, also without a time of day or with another separator. */
const DATED =
	/^(?:incident\b[^\d\n]{0,30})?(?<date>\d{4}-\d\d?-\d\d?(?:[T ]\d{1,2}:\d\d(?::\d\d)?(?: ?[AaPp][Mm])?(?: [A-Z]{2,5}\b| ?Z)?)?)(?:[ \t]*[,:–—-][ \t]*|[ \t]+)(?<title>\S.{0,500})$/i;

function* datedHeading({ text, page }: HeadSource): Iterable<RawField> {
	const heading = page?.sections[0]?.title.range;
	const written = heading && text.slice(heading.start, heading.end);
	const { date, title } = (written && DATED.exec(written)?.groups) || {};
	if (heading && written && date !== undefined && title !== undefined) {
		const start = heading.start + written.indexOf(date);
		const key = { start, end: start };
		yield rawField('dated-heading', text, key, { start, end: start + date.length }, heading, 'date');
		const titleRange = { start: heading.end - title.length, end: heading.end };
		yield rawField('dated-heading', text, key, titleRange, heading, 'title');
	}
}

function rawField(
	head: HeadForm,
	text: string,
	key: Range,
	value: Range,
	extent: Range,
	name = normalizeLabel(text.slice(key.start, key.end)),
): RawField {
	return { name, head, node: scalar(text.slice(value.start, value.end), value, key), extent };
}
