/** Changed lines of a text: the number of the first (from 0), and the lines before and after the change. */
export interface ChangedLines {
	readonly line: number;
	readonly before: readonly string[];
	readonly after: readonly string[];
}

/** Compares two versions of a text: line by line if both have as many lines, otherwise as one block. */
export function changedLines(before: string, after: string): ChangedLines[] {
	const old = before.split(/\r?\n/);
	const fresh = after.split(/\r?\n/);
	if (old.length === fresh.length) {
		return old.flatMap((text, line) =>
			text === fresh[line] ? [] : [{ line, before: [text], after: [fresh[line] ?? ''] }],
		);
	}
	let start = 0;
	while (start < old.length && start < fresh.length && old[start] === fresh[start]) {
		start++;
	}
	let end = 0;
	while (end < old.length - start && end < fresh.length - start && old.at(-1 - end) === fresh.at(-1 - end)) {
		end++;
	}
	return [{ line: start, before: old.slice(start, old.length - end), after: fresh.slice(start, fresh.length - end) }];
}
