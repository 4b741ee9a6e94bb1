/**
 * Estimates the width of a text in a proportional sans-serif font, in units of the font size. Without a font to measure
 * with, the estimate is generous; the picture clips wider text.
 */
export function textWidth(text: string): number {
	let width = 0;
	for (const character of text) {
		width += characterWidth(character);
	}
	return width;
}

/** Factor for the width of bold text. */
export const BOLD = 1.14;

/** Cuts a text with an ellipsis if it is wider than `room` (in units of the font size). */
export function fitText(text: string, room: number): string {
	let width = 0;
	let kept = '';
	for (const character of text) {
		width += characterWidth(character);
		if (width > room) {
			return cutBack(kept, room);
		}
		kept += character;
	}
	return kept;
}

/** Replaces white space by single spaces, and cuts a text that is longer than a picture can show. */
export function oneLine(text: string): string {
	return text.slice(0, MAX_TEXT_LENGTH).replace(/\s+/g, ' ').trim();
}

const MAX_TEXT_LENGTH = 400;
const ELLIPSIS = '…';

function cutBack(text: string, room: number): string {
	const characters = [...text];
	let width = textWidth(text) + characterWidth(ELLIPSIS);
	while (characters.length > 0 && width > room) {
		width -= characterWidth(characters.pop() ?? '');
	}
	// Removes combining characters and joiners together with their character.
	while (/^(?:\p{M}|\u200d|\s)$/u.test(characters.at(-1) ?? '')) {
		characters.pop();
	}
	return characters.length === 0 ? '' : characters.join('') + ELLIPSIS;
}

/** Precomputed for ASCII, because most text is ASCII. */
const widths: ReadonlyMap<string, number> = new Map(
	Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)).map(character => [character, measure(character)]),
);

function characterWidth(character: string): number {
	return widths.get(character) ?? measure(character);
}

function measure(character: string): number {
	if (/^(?:\p{M}|[\u200b\u200c]|\u200d)$/u.test(character)) {
		return 0;
	}
	if (/[ijlI.,:;'|!()[\]{}/ ftr]/.test(character)) {
		return 0.4;
	}
	if (/[mwMW@%…—]/.test(character)) {
		return 0.96;
	}
	if (/[A-Z]/.test(character)) {
		return 0.72;
	}
	// U+1100 and above: full-width scripts and emoji.
	return character > '\u1100' ? 1.1 : 0.61;
}
