/** The match of a sticky pattern (flag `y`) that begins at an offset; undefined if there is none. */
export function matchAt(pattern: RegExp, text: string, offset: number): RegExpExecArray | undefined {
	pattern.lastIndex = offset;
	return pattern.exec(text) ?? undefined;
}

/** The end of the match of a sticky pattern that begins at an offset; the offset itself if there is no match. */
export function endOfMatch(pattern: RegExp, text: string, offset: number): number {
	return offset + (matchAt(pattern, text, offset)?.[0].length ?? 0);
}
