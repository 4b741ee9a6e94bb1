import type { Range } from './range.ts';

/** Replaces lone surrogates, which UTF-8 cannot represent, by U+FFFD. They come from escapes in YAML and from cut texts. */
export function wellFormed(text: string): string {
	return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}

/** Plain data with all texts well-formed. */
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

/** The first UTF-16 code units of a text, at most `length`, without half of a surrogate pair at the end. */
export function clip(text: string, length: number): string {
	return text.slice(0, isInsideCharacter(text, length) ? length - 1 : length);
}

/** Extends a range so that it does not cut a surrogate pair. */
export function wholeCharacters(text: string, range: Range): Range {
	const start = isInsideCharacter(text, range.start) ? range.start - 1 : range.start;
	const end = isInsideCharacter(text, range.end) ? range.end + 1 : range.end;
	return start === range.start && end === range.end ? range : { start, end };
}

/** Whether an offset is between the two halves of a surrogate pair. */
export function isInsideCharacter(text: string, offset: number): boolean {
	return offset > 0 && (text.codePointAt(offset - 1) ?? 0) > 0xffff;
}
