import type { Range } from '../core/range.ts';

/** Characters of Unicode's private use area, which mean nothing in Markdown and which no text keeps that comes in. */
const OPEN = '\ue000';
const CLOSE = '\ue001';
const STRAY = /[\ue000\ue001]/g;
const ENCODED = /%EE%80%80(\d{1,9})%EE%80%81/g;
const PLACEHOLDER = /\ue000(\d{1,9})\ue001/g;

/**
 * A text in which a numbered placeholder stands for each range (in order, not overlapping, offsets into the text). What
 * goes over a line's end does so before its placeholder, or after it where nothing but a marker stands before: so lines
 * keep their numbers, and no full stop goes astray.
 */
export function withPlaceholders(text: string, ranges: readonly Range[]): string {
	let result = '';
	let at = 0;
	ranges.forEach(({ start, end }, number) => {
		const before = withoutStrays(text.slice(at, start));
		const ends = '\n'.repeat(text.slice(start, end).split(/\r\n?|\n/).length - 1);
		const placeholder = OPEN + number + CLOSE;
		result += before + (hasWords(lastLine(before)) ? ends + placeholder : placeholder + ends);
		at = end;
	});
	return result + withoutStrays(text.slice(at));
}

function lastLine(text: string): string {
	return text.slice(Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1);
}

function hasWords(text: string): boolean {
	return /[\p{L}\p{N}]/u.test(text);
}

/** The text's pieces in order: text, and the numbers of placeholders. */
export function splitAtPlaceholders(text: string): readonly (string | number)[] {
	const pieces: (string | number)[] = [];
	let at = 0;
	for (const match of text.matchAll(PLACEHOLDER)) {
		if (match.index > at) {
			pieces.push(text.slice(at, match.index));
		}
		pieces.push(Number(match[1]));
		at = match.index + match[0].length;
	}
	if (at < text.length) {
		pieces.push(text.slice(at));
	}
	return pieces;
}

/** The text with what was written in the place of each placeholder. */
export function withoutPlaceholders(text: string, written: (number: number) => string): string {
	return text.replace(PLACEHOLDER, (_, number: string) => written(Number(number)));
}

/** The same in an address, which markdown-it has percent-encoded. */
export function withoutEncodedPlaceholders(address: string, written: (number: number) => string): string {
	return address.replace(ENCODED, (_, number: string) => encodeURIComponent(written(Number(number))));
}

function withoutStrays(text: string): string {
	return text.replace(STRAY, '\ufffd');
}
