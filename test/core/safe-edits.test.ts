import { expect, test } from 'vitest';
import type { Finding } from '../../src/core/finding.ts';
import { safeEdits } from '../../src/core/safe-edits.ts';

const edit = (start: number, end: number, newText = 'x') => ({ range: { start, end }, newText });

function findingWith(...fixes: Finding['fixes']): Finding {
	const range = { start: 0, end: 0 };
	return { code: 'a/b', level: 'error', range, message: '', fixes, related: [], data: undefined };
}

const safe = (...edits: ReturnType<typeof edit>[]) => findingWith({ title: '', edits, safe: true });

test.each([
	['sorts edits', [safe(edit(4, 5)), safe(edit(0, 2))], [edit(0, 2), edit(4, 5)]],
	['skips a fix that overlaps an edit before it', [safe(edit(0, 3)), safe(edit(2, 4))], [edit(0, 3)]],
	['skips a fix that overlaps an edit after it', [safe(edit(2, 4)), safe(edit(0, 3))], [edit(2, 4)]],
	['skips a second insertion at one offset', [safe(edit(1, 1)), safe(edit(1, 1, 'y'))], [edit(1, 1)]],
	['skips an insertion at the start of a range', [safe(edit(1, 3)), safe(edit(1, 1))], [edit(1, 3)]],
	['skips the whole of a fix', [safe(edit(0, 3)), safe(edit(2, 4), edit(8, 9))], [edit(0, 3)]],
	['keeps edits that touch', [safe(edit(2, 4)), safe(edit(0, 2))], [edit(0, 2), edit(2, 4)]],
])('%s', (_, findings, edits) => {
	expect(safeEdits(findings)).toEqual(edits);
});

test('takes the first safe fix', () => {
	const fix = (newText: string, safe: boolean) => ({ title: '', edits: [edit(0, 1, newText)], safe });
	expect(safeEdits([findingWith(fix('a', false), fix('b', true), fix('c', true))])).toEqual([edit(0, 1, 'b')]);
	expect(safeEdits([findingWith(fix('a', false))])).toEqual([]);
});
