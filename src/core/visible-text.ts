/**
 * Characters that a terminal or a log viewer executes or does not show: control characters (escape sequences begin with
 * U+001B or U+009B), line and paragraph separators, lone surrogates, interlinear annotations, and the default-ignorable
 * characters of Unicode, such as bidirectional controls, zero-width characters and tags. Variation selectors U+FE00 to
 * U+FE0F are excepted, because emoji need them, and so are line feed and tab.
 */
const INVISIBLE =
	/(?!\n|\t|[\uFE00-\uFE0F])[\p{Cc}\p{Zl}\p{Zp}\p{Surrogate}\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]/gu;

/** Escapes the invisible characters of a text of several lines, as in `\u{1b}`. */
export function visibleText(text: string): string {
	return text.replace(INVISIBLE, visibleCharacter);
}

/** Like `visibleText`, on one line: a line feed in a file name must not begin a line of output. */
export function visibleLine(text: string): string {
	return visibleText(text).replaceAll('\n', '\\u{a}');
}

/** Escapes one character, as in `\u{1b}`. */
export function visibleCharacter(character: string): string {
	return `\\u{${character.codePointAt(0)?.toString(16)}}`;
}

/** Escapes the invisible characters of a JSON text as `\u001b`: it parses to the same value. */
export function visibleJson(json: string): string {
	return json.replace(INVISIBLE, character =>
		Array.from({ length: character.length }, (_, index) => hexadecimal(character.charCodeAt(index))).join(''),
	);
}

function hexadecimal(unit: number): string {
	return `\\u${unit.toString(16).padStart(4, '0')}`;
}
