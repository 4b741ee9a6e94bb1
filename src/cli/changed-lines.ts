/** Lines of a text that are others now: where they stand (from 0), and how they read before and after. */
export interface ChangedLines {
	readonly line: number;
	readonly before: readonly string[];
	readonly after: readonly string[];
}

/** What differs between two versions of a text, for people: line by line where no line came or went, else as one block. */
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
