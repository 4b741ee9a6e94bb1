/**
 * About how wide a text is in a proportional sans-serif, in units of the font's size. There is no font here to measure
 * with: the estimate leans to the wide side, and the picture clips what is wider still.
 */
export function textWidth(text: string): number {
	let width = 0;
	for (const character of text) {
		width += characterWidth(character);
	}
	return width;
}

/** How much wider bold text is. */
export const BOLD = 1.14;

/** A text on one line, cut with an ellipsis where it is wider than `room` (in units of the font's size). */
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

/** White space as single spaces; no more of a text than any picture shows. */
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
	// What joins or modifies a character goes with it.
	while (/^(?:\p{M}|\u200d|\s)$/u.test(characters.at(-1) ?? '')) {
		characters.pop();
	}
	return characters.length === 0 ? '' : characters.join('') + ELLIPSIS;
}

/** For ASCII, which nearly all text is. */
const widths = new Map(
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
	// Beyond Greek and Cyrillic lie the full-width scripts and the emoji.
	return character > '\u1100' ? 1.1 : 0.61;
}
