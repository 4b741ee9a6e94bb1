/**
 * Characters that a terminal or a log viewer acts on, or does not show: control characters (escape sequences begin with
 * U+001B or U+009B), separators of lines and paragraphs, lone surrogates, interlinear annotations, and everything that
 * Unicode calls default-ignorable, such as bidirectional controls, zero-width characters and tags. Variation selectors
 * U+FE00 to U+FE0F stay: emoji need them, and they hide nothing. So do line feed and tab.
 */
const INVISIBLE =
	/(?!\n|\t|[\uFE00-\uFE0F])[\p{Cc}\p{Zl}\p{Zp}\p{Surrogate}\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]/gu;

/** A text of several lines with `\u{1b}` in the place of each character that is not visible. */
export function visibleText(text: string): string {
	return text.replace(INVISIBLE, escaped);
}

/** The same on one line: a line feed in the name of a file must not begin a line of output. */
export function visibleLine(text: string): string {
	return visibleText(text).replaceAll('\n', '\\u{a}');
}

function escaped(character: string): string {
	return `\\u{${character.codePointAt(0)?.toString(16)}}`;
}

/** JSON text with invisible characters as `\u001b`, which reads back as the same value. */
export function visibleJson(json: string): string {
	return json.replace(INVISIBLE, character =>
		Array.from({ length: character.length }, (_, index) => hexadecimal(character.charCodeAt(index))).join(''),
	);
}

function hexadecimal(unit: number): string {
	return `\\u${unit.toString(16).padStart(4, '0')}`;
}
