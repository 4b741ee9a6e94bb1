import { lineBreakOf, withLineFeeds } from '../core/line-breaks.ts';
import { LineIndex } from '../core/line-index.ts';
import type { Range } from '../core/range.ts';
import { formatOf } from '../core/uri/file-name.ts';
import { hasOwnKeys } from './dialects/dialect.ts';
import { type DialectReading, readDialect } from './dialects/read-dialect.ts';
import { findFrontMatter } from './markdown/front-matter.ts';
import { findConflict, findOtherFrontMatter } from './markdown/page-problems.ts';
import { type Markdown, packedBody, readMarkdown } from './markdown/read-markdown.ts';
import type { YamlData } from './model/data.ts';
import { CONFLICT, type LogDocument, type Problem, type Source } from './model/document.ts';
import { Fields } from './model/fields.ts';
import { readBulletin } from './records/bulletin.ts';
import { distinctReferences } from './records/distinct-references.ts';
import { readIncident } from './records/incident.ts';
import { readPostmortem } from './records/postmortem.ts';
import { maySuppress, readSuppressions } from './records/suppressions.ts';
import { yamlComments } from './yaml/comments.ts';
import { parseYaml } from './yaml/read-yaml.ts';

/** 2^20 UTF-16 units. A record has a few thousand. */
export const MAX_LENGTH = 2 ** 20;

/** The syntax level of a text: YAML data and Markdown blocks, not yet read as a record. */
interface Parts {
	readonly data: YamlData | undefined;
	readonly page: Markdown | undefined;
	readonly problems: readonly Problem[];
	/** All comments of YAML and Markdown with their delimiters, in order. */
	readonly comments: () => readonly Range[];
}

/** The records of a document, read according to its kind. */
type Content = Pick<LogDocument, 'incidents' | 'postmortem' | 'bulletin' | 'references' | 'notUnderstood'> & {
	readonly problems: readonly Problem[];
};

const NO_CONTENT: Content = {
	incidents: [],
	postmortem: undefined,
	bulletin: undefined,
	references: [],
	notUnderstood: [],
	problems: [],
};

/** Parses a document of a log. Never throws: unreadable parts are reported as problems. */
export function parseDocument(written: Source): LogDocument {
	const source = { ...written, text: withLineFeeds(written.text) };
	const { uri, kind, text } = source;
	const format = formatOf(uri);
	const parts = rejectText(text) ?? (format === 'markdown' ? markdownParts(text) : yamlParts(text));
	const { page } = parts;
	const reading = readDialect(source, parts.data, page);
	const content = readContent(source, reading, page);
	const lines = new LineIndex(text);
	return {
		uri,
		kind,
		format,
		dialect: reading.dialect.name,
		text,
		lines,
		lineBreak: lineBreakOf(written.text),
		problems: sortProblems([...parts.problems, ...content.problems]),
		data: reading.data,
		yaml: hasOwnKeys(reading.dialect) ? undefined : parts.data,
		body: page && packedBody(page),
		incidents: content.incidents,
		postmortem: content.postmortem,
		bulletin: content.bulletin,
		notUnderstood: [...(reading.general?.notUnderstood ?? []), ...content.notUnderstood],
		references: distinctReferences(content.references, ownIds(content)),
		suppressions: maySuppress(text)
			? readSuppressions(text, lines, { comments: parts.comments(), data: parts.data, blocks: page?.blocks ?? [] })
			: [],
	};
}

function readContent(source: Source, reading: DialectReading, page: Markdown | undefined): Content {
	const { data } = reading;
	const fields = new Fields(source, data, reading.times);
	switch (source.kind) {
		case 'incident': {
			const { incident, references, notUnderstood } = readIncident(fields, page, reading.general);
			return { ...NO_CONTENT, incidents: [incident], references, notUnderstood };
		}
		case 'postmortem':
			return { ...NO_CONTENT, ...readPostmortem(fields, page, reading.general) };
		case 'bulletin':
			return page ? { ...NO_CONTENT, ...readBulletin(source, page, data) } : NO_CONTENT;
		case 'configuration':
			return NO_CONTENT;
	}
}

/** Rejects binary content and texts over the size limit without parsing them. */
function rejectText(text: string): Parts | undefined {
	if (text.length > MAX_LENGTH) {
		const message = `File too long: ${text.length} characters. Expected at most ${MAX_LENGTH} characters.`;
		return rejected({ kind: 'too-large', range: { start: 0, end: 0 }, message, related: undefined });
	}
	const nul = text.indexOf('\0');
	if (nul >= 0) {
		const message = 'NUL character in the file. Expected text in UTF-8.';
		return rejected({ kind: 'not-text', range: { start: nul, end: nul + 1 }, message, related: undefined });
	}
	return undefined;
}

function rejected(problem: Problem): Parts {
	return { data: undefined, page: undefined, problems: [problem], comments: () => [] };
}

function yamlParts(text: string): Parts {
	const range = { start: afterByteOrderMark(text), end: text.length };
	return { ...parseYaml(text, range), page: undefined, comments: () => yamlComments(text, range) };
}

/** The offset after a byte-order mark, which is not part of the text. */
function afterByteOrderMark(text: string): number {
	return text.charCodeAt(0) === 0xfeff ? 1 : 0;
}

function markdownParts(text: string): Parts {
	const front = findFrontMatter(text);
	if (!front) {
		const start = afterByteOrderMark(text);
		const other = findOtherFrontMatter(text, start);
		const page = readMarkdown(text, other?.bodyStart ?? start);
		const problem = other?.problem ?? findConflict(text, page);
		return { data: undefined, page, problems: problem ? [problem] : [], comments: () => page.comments };
	}
	const { data, problems } = parseYaml(text, front.range);
	const page = readMarkdown(text, front.bodyStart);
	const comments = () => [...yamlComments(text, front.range), ...page.comments];
	if (front.isClosed) {
		const conflict = problems.length === 0 ? findConflict(text, page) : undefined;
		return { data, page, problems: conflict ? [conflict] : problems, comments };
	}
	const message = 'Front matter is never closed. Expected `---` on a line of its own.';
	return { data, page, comments, problems: [{ kind: 'syntax', range: front.opening, message, related: undefined }] };
}

/** The ranges of the ids of the definitions in a document, where the id is written. */
function ownIds({ incidents, postmortem }: Content): Range[] {
	const definitions = postmortem ? [...incidents, postmortem] : incidents;
	return definitions.flatMap(({ hasWrittenId, idRange }) => (hasWrittenId ? [idRange] : []));
}

/** Sorts by position. Leaves out duplicate keys of a text with conflict markers: they are its two versions. */
function sortProblems(problems: readonly Problem[]): Problem[] {
	const hasConflict = problems.some(({ message }) => message === CONFLICT);
	return problems
		.filter(({ kind }) => !(hasConflict && kind === 'duplicate-key'))
		.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}
