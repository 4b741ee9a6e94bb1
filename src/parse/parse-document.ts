import { LineIndex } from '../core/line-index.ts';
import type { Range } from '../core/range.ts';
import type { Data } from './data.ts';
import type { LogDocument, MarkdownBody, Problem, Source } from './document.ts';
import { Fields } from './fields.ts';
import { formatOf } from './file-name.ts';
import { findFrontMatter } from './front-matter.ts';
import { readIncident } from './incident.ts';
import { readMarkdown } from './markdown.ts';
import { readPostmortem } from './postmortem.ts';
import { parseYaml } from './yaml-data.ts';

/** 2^20 UTF-16 units. A record has a few thousand. */
export const MAX_LENGTH = 2 ** 20;

interface Parts {
	readonly data: Data | undefined;
	readonly body: MarkdownBody | undefined;
	readonly problems: readonly Problem[];
}

/** Reads a text of a log. It never throws, whatever the text is: what could not be read is among the problems. */
export function parseDocument(source: Source): LogDocument {
	const { uri, kind, text } = source;
	const format = formatOf(uri);
	const parts = refuse(text) ?? (format === 'markdown' ? markdownParts(source) : yamlParts(text));
	const fields = new Fields(source, parts.data);
	return {
		uri,
		kind,
		format,
		text,
		lines: new LineIndex(text),
		problems: parts.problems,
		data: parts.data,
		body: parts.body,
		incidents: kind === 'incident' ? [readIncident(fields, parts.body)] : [],
		postmortem: kind === 'postmortem' ? readPostmortem(fields, parts.body) : undefined,
		bulletin: undefined,
		references: [],
	};
}

/** A text that is no text, or is far too long, is not looked into. */
function refuse(text: string): Parts | undefined {
	const head: Range = { start: 0, end: 0 };
	if (text.length > MAX_LENGTH) {
		const message = `${text.length} characters; expected at most ${MAX_LENGTH}`;
		return {
			data: undefined,
			body: undefined,
			problems: [{ kind: 'too-large', range: head, message, related: undefined }],
		};
	}
	const nul = text.indexOf('\0');
	if (nul >= 0) {
		const range = { start: nul, end: nul + 1 };
		const message = 'a NUL character; expected text in UTF-8';
		return { data: undefined, body: undefined, problems: [{ kind: 'not-text', range, message, related: undefined }] };
	}
	return undefined;
}

function yamlParts(text: string): Parts {
	const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
	return { ...parseYaml(text, { start, end: text.length }), body: undefined };
}

function markdownParts({ text }: Source): Parts {
	const front = findFrontMatter(text);
	if (!front) {
		return { data: undefined, body: readMarkdown(text, 0), problems: [] };
	}
	const { data, problems } = parseYaml(text, front.range);
	return { data, body: readMarkdown(text, front.bodyStart), problems };
}
