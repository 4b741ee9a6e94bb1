/** A heading, label or cell as words to compare, and what it has in parentheses. */
export interface Label {
	/** Lower case, without punctuation, numbering, emoji and parentheses: "3. Timeline (all times UTC):" is `timeline`. */
	readonly name: string;
	/** The text of the last parentheses, as written: "all times UTC". */
	readonly aside: string | undefined;
}

/** Longer labels are cut: no name is longer. */
const MAX_LABEL = 200;
const KEYCAP = /\d\uFE0F?\u20E3/gu;
const PARENTHESES = /[([]([^()[\]]{0,200})[)\]]/gu;
const NUMBERING =
	/^\s*(?:\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[ivx]{1,5}|[a-z])[.):、]|第?[一二三四五六七八九十]{1,3}[、.章节])\s*/iu;
const SECTION_MARK = /^\s*(?:(?:section|part|step)\s\d{1,3}\b|§)[\s:.–—-]*/iu;

/** Reads a label. Text in any script; at most 200 UTF-16 units of it. */
export function readLabel(written: string): Label {
	const text = written.slice(0, MAX_LABEL).normalize('NFKC').replace(KEYCAP, ' ');
	let aside: string | undefined;
	const outside = text.replace(PARENTHESES, (_, inner: string) => {
		aside = inner.trim();
		return ' ';
	});
	const name = wordsOf(withoutNumbering(outside)) || wordsOf(withoutNumbering(text));
	return { name, aside: aside === '' ? undefined : aside };
}

/** The words of a text: lower case, anything but letters and digits as one space. */
export function wordsOf(text: string): string {
	return text
		.toLowerCase()
		.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
		.trim();
}

function withoutNumbering(text: string): string {
	// Emoji and marks may come before the number: "### ⏱️ 3. Timeline".
	const start = text.replace(/^[^\p{L}\p{N}(]+/u, '');
	return start.replace(NUMBERING, '').replace(SECTION_MARK, '');
}
