import type { Reference } from '../../../core/reference.ts';
import type { Fix } from '../../../core/text-edit.ts';
import type { LogDocument } from '../../../parse/model/document.ts';
import { quoted } from '../../support/words.ts';

/**
 * Returns the fix that replaces a mention by the link `[[id|words of the mention]]` on one line, or a bare id by
 * `[[id]]`. Returns no fix if YAML would read the brackets as a list.
 */
export function linkFixes(id: string, { extent }: Reference, document: LogDocument): Fix[] {
	if (isYamlListSyntax(extent.start, document)) {
		return [];
	}
	const words = document.text.slice(extent.start, extent.end).replace(/\s+/g, ' ');
	const newText = words === id ? `[[${id}]]` : `[[${id}|${words}]]`;
	return [{ title: `Change to ${quoted(newText)}`, edits: [{ range: extent, newText }], safe: false }];
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
