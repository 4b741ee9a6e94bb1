import type { Reference } from '../../../core/reference.ts';
import type { Fix } from '../../../core/text-edit.ts';
import type { LogDocument } from '../../../parse/model/document.ts';
import { overlapping } from '../../../parse/model/ranges.ts';
import { onOneLine, quoted } from '../../support/words.ts';

/** In UTF-16 units: the white space between a cell and its bars. */
const MAX_PADDING = 200;

/**
 * Returns the fix that replaces a mention by the link `[[id|words of the mention]]` on one line, or a bare id by
 * `[[id]]`. Returns no fix if YAML would read the brackets as a list.
 */
export function linkFixes(id: string, { fullRange }: Reference, document: LogDocument): Fix[] {
	if (isYamlListSyntax(fullRange.start, document)) {
		return [];
	}
	const words = onOneLine(document.text.slice(fullRange.start, fullRange.end));
	const bar = isInTable(fullRange.start, document) ? '\\|' : '|';
	const newText = words === id ? `[[${id}]]` : `[[${id}${bar}${words}]]`;
	return [{ title: `Change to ${quoted(newText)}`, edits: [{ range: fullRange, newText }], safe: false }];
}

/** Whether an offset is in a row of a table, where a bar without a backslash divides cells. */
function isInTable(offset: number, { body, text }: LogDocument): boolean {
	const [cell] = overlapping(body?.paragraphs ?? [], range => range, { start: offset, end: offset + 1 });
	const before = cell && text.slice(Math.max(0, cell.start - MAX_PADDING), cell.start);
	const after = cell && text.slice(cell.end, cell.end + MAX_PADDING);
	return /\|[ \t]*$/.test(before ?? '') || /^[ \t]*\|/.test(after ?? '');
}

/** In YAML, a bracket is syntax at the start of a plain scalar, and anywhere in a plain scalar of a flow collection. */
function isYamlListSyntax(offset: number, { data, text }: LogDocument): boolean {
	if (!data || offset < data.range.start || offset >= data.range.end) {
		return false;
	}
	const path = data.pathAt(offset);
	const start = data.at(path)?.range.start ?? offset;
	if (/["']/.test(text.charAt(start - 1))) {
		return false;
	}
	const isBlock = /[|>][^\n|>]*\n\s*$/.test(text.slice(Math.max(0, start - 200), start));
	const isInFlow = path.some((_, depth) =>
		/[{[]/.test(text.charAt(data.at(path.slice(0, depth + 1))?.range.start ?? -1)),
	);
	return !isBlock && (offset === start || isInFlow);
}
