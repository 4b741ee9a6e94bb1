import type { Reference } from '../../core/reference.ts';
import type { Fix } from '../../core/text-edit.ts';
import type { LogDocument } from '../../parse/document.ts';
import { quoted } from './words.ts';

/** Puts `[[id|…]]` round the words that mention an incident, on one line; of an id alone `[[id]]`. */
export function linkTo(id: string, { extent }: Reference, { text }: LogDocument): Fix {
	const words = text.slice(extent.start, extent.end).replace(/\s+/g, ' ');
	const newText = words === id ? `[[${id}]]` : `[[${id}|${words}]]`;
	return { title: `Write ${quoted(newText)}`, edits: [{ range: extent, newText }], safe: false };
}
