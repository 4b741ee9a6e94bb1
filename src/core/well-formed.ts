import type { Range } from './range.ts';

/** A text without lone surrogates, which have no form in UTF-8. They come from escapes in YAML, and from cut texts. */
export function wellFormed(text: string): string {
	return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}

/** Plain data with all of its texts well-formed. */
export function wellFormedData(value: unknown): unknown {
	if (typeof value === 'string') {
		return wellFormed(value);
	}
	if (Array.isArray(value)) {
		return value.map(wellFormedData);
	}
	return typeof value === 'object' && value !== null ? wellFormedRecord(value) : value;
}

export function wellFormedRecord(value: object): Readonly<Record<string, unknown>> {
	return Object.fromEntries(Object.entries(value).map(([key, each]) => [wellFormed(key), wellFormedData(each)]));
}

/** The first UTF-16 units of a text, at most `length`, without half a character at the end. */
export function clip(text: string, length: number): string {
	return text.slice(0, isInsideCharacter(text, length) ? length - 1 : length);
}

/** A range that cuts no character of a text in two: it begins and ends where characters do. */
export function wholeCharacters(text: string, range: Range): Range {
	const start = isInsideCharacter(text, range.start) ? range.start - 1 : range.start;
	const end = isInsideCharacter(text, range.end) ? range.end + 1 : range.end;
	return start === range.start && end === range.end ? range : { start, end };
}

/** Whether an offset lies between the two halves of a surrogate pair. */
export function isInsideCharacter(text: string, offset: number): boolean {
	return offset > 0 && (text.codePointAt(offset - 1) ?? 0) > 0xffff;
}
