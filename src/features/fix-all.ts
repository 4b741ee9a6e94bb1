import { withLineFeeds } from '../core/line-breaks.ts';
import { safeEdits } from '../core/safe-edits.ts';
import type { TextEdit } from '../core/text-edit.ts';
import { applySafeFixes } from '../log/apply-safe-fixes.ts';
import type { Log } from '../log/log.ts';
import { restored } from '../log/restored.ts';
import type { LogDocument } from '../parse/model/document.ts';

/** The edits of all safe fixes of a document, as `incident-log fix` applies them: until none is left. */
export function fixAllEdits(log: Log, { uri, text }: LogDocument): readonly TextEdit[] {
	if (safeEdits(log.everyFinding(uri)).length === 0) {
		return [];
	}
	const fixed = restored(log, uri, () => withLineFeeds(applySafeFixes(log, uri)));
	return [replacement(text, fixed)];
}

/** One edit of the lines that differ. */
function replacement(before: string, after: string): TextEdit {
	const [one, other] = [before.split('\n'), after.split('\n')];
	const shorter = Math.min(one.length, other.length);
	let start = 0;
	while (start < shorter && one[start] === other[start]) {
		start++;
	}
	let end = 0;
	while (end < shorter - start && one[one.length - 1 - end] === other[other.length - 1 - end]) {
		end++;
	}
	const from = one.slice(0, start).join('\n').length + (start > 0 ? 1 : 0);
	const to = before.length - (end > 0 ? one.slice(one.length - end).join('\n').length + 1 : 0);
	// Without changed lines on one side, the line break after them is part of the change.
	const newLines = other.slice(start, other.length - end);
	return to < from
		? { range: { start: from, end: from }, newText: newLines.map(line => `${line}\n`).join('') }
		: newLines.length === 0
			? { range: { start: from, end: Math.min(to + 1, before.length) }, newText: '' }
			: { range: { start: from, end: to }, newText: newLines.join('\n') };
}
