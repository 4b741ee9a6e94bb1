import type { Range } from '../../core/range.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import type { Data, DataNode } from '../model/data.ts';
import type { LogDocument } from '../model/document.ts';
import { labelledLines } from './labelled-lines.ts';

/**
 * Finds the lines of some fields in a document, whether their values are understood or not, the facts with these names in
 * the comments of its entries, and its sections with these names. `fields` has native names and those of the dialect of the
 * document.
 */
export function findFields(
	document: LogDocument,
	fields: ReadonlySet<string>,
	vocabulary: Vocabulary,
): readonly Range[] {
	if (fields.size === 0) {
		return [];
	}
	const ofHead = [document.data, document.yaml].flatMap(data => (data ? nodesOf(data, fields) : []));
	const ofEntries = document.bulletin?.entries.flatMap(entry =>
		entry.form === 'written' && entry.stated ? nodesOf(entry.stated, fields) : [],
	);
	const names = new Set([...fields].map(nameKey));
	const ofLines = labelledLines(document, vocabulary).filter(
		({ field, label }) => names.has(nameKey(field)) || names.has(nameKey(label)),
	);
	return [
		...ofLines.map(({ range }) => range),
		...ofHead.map(node => wholeLines(rangeOf(node), document)),
		...(ofEntries ?? []).map(node => flowMember(rangeOf(node), document.text)),
		...sectionsOf(document, names),
	];
}

function nodesOf(data: Data, fields: ReadonlySet<string>): readonly DataNode[] {
	return data.keys([]).flatMap(({ key }) => {
		const isNamed = fields.has(key) || fields.has(data.sourceName?.(key) ?? key);
		return isNamed ? (data.at([key]) ?? []) : [];
	});
}

function rangeOf({ keyRange, range }: DataNode): Range {
	return { start: Math.min(keyRange?.start ?? range.start, range.start), end: range.end };
}

function wholeLines({ start, end }: Range, { lines, text }: LogDocument): Range {
	const last = lines.lineAt(Math.max(start, end - 1));
	return {
		start: lines.startOfLine(lines.lineAt(start)),
		end: last + 1 < lines.lineCount ? lines.startOfLine(last + 1) : text.length,
	};
}

/** Extends a member of a mapping in braces by its closing quote and the comma after it. */
function flowMember({ start, end }: Range, text: string): Range {
	AFTER_MEMBER.lastIndex = end;
	return { start, end: end + (AFTER_MEMBER.exec(text)?.[0].length ?? 0) };
}

const AFTER_MEMBER = /["']?[ \t]{0,100},?/y;

/** Returns the sections that are named like a field: `## Action items` for `action_items`. */
function sectionsOf({ body }: LogDocument, names: ReadonlySet<string>): readonly Range[] {
	return (body?.sections ?? []).filter(({ title }) => names.has(nameKey(title.value))).map(({ range }) => range);
}

function nameKey(name: string): string {
	return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
