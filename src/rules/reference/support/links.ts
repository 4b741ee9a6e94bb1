import type { Reference } from '../../../core/reference.ts';
import type { Fix } from '../../../core/text-edit.ts';
import type { LogDocument } from '../../../parse/model/document.ts';
import { quoted } from '../../support/words.ts';

/**
 * Puts `[[id|…]]` round the words that mention an incident, on one line; of an id alone `[[id]]`. No fix where the
 * brackets would mean a list to YAML.
 */
export function linksTo(id: string, { extent }: Reference, document: LogDocument): Fix[] {
	if (isListInYaml(extent.start, document)) {
		return [];
	}
	const words = document.text.slice(extent.start, extent.end).replace(/\s+/g, ' ');
	const newText = words === id ? `[[${id}]]` : `[[${id}|${words}]]`;
	return [{ title: `Write ${quoted(newText)}`, edits: [{ range: extent, newText }], safe: false }];
}

/** At the head of a text without quotes, and anywhere in one within braces, a bracket begins or ends a list. */
function isListInYaml(offset: number, { data, text }: LogDocument): boolean {
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
