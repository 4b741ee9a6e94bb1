/** Returns the match of a sticky pattern (flag `y`) at an offset, or undefined. */
export function matchAt(pattern: RegExp, text: string, offset: number): RegExpExecArray | undefined {
	pattern.lastIndex = offset;
	return pattern.exec(text) ?? undefined;
}

/** Returns the end of the match of a sticky pattern at an offset, or the offset itself without a match. */
export function endOfMatch(pattern: RegExp, text: string, offset: number): number {
	return offset + (matchAt(pattern, text, offset)?.[0].length ?? 0);
}
