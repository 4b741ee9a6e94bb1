import { expect, test } from 'vitest';
import { disjointEdits, editsOverlap } from '../../src/core/text-edit.ts';

const edit = (start: number, end: number, newText = 'x') => ({ range: { start, end }, newText });

test.each([
	['are put in order', [edit(4, 5), edit(0, 2)], [edit(0, 2), edit(4, 5)]],
	['may touch', [edit(0, 2), edit(2, 4)], [edit(0, 2), edit(2, 4)]],
	['count once where they are the same', [edit(0, 2), edit(0, 2), edit(3, 3), edit(3, 3)], [edit(0, 2), edit(3, 3)]],
	['are refused where they overlap', [edit(0, 3), edit(2, 4)], undefined],
	['are refused where they say different things of one place', [edit(0, 2), edit(0, 2, 'y')], undefined],
	['are refused where one inserts where another begins', [edit(1, 1), edit(1, 3)], undefined],
	['may insert where another ends', [edit(0, 2), edit(2, 2)], [edit(0, 2), edit(2, 2)]],
	['are refused where two insert at one place', [edit(1, 1), edit(1, 1, 'y')], undefined],
])('edits %s', (_, edits, disjoint) => {
	expect(disjointEdits(edits)).toEqual(disjoint);
});

test.each([
	['two ranges that share a character', edit(0, 2), edit(1, 3), true],
	['two ranges that touch', edit(0, 2), edit(2, 4), false],
	['an insertion within a range', edit(0, 2), edit(1, 1), true],
	['an insertion at the start of a range', edit(1, 3), edit(1, 1), true],
	['an insertion at the end of a range', edit(0, 2), edit(2, 2), false],
	['two insertions at one place', edit(1, 1), edit(1, 1), true],
	['two insertions side by side', edit(1, 1), edit(2, 2), false],
])('whether %s overlap does not depend on their order', (_, one, other, overlap) => {
	expect([editsOverlap(one, other), editsOverlap(other, one)]).toEqual([overlap, overlap]);
});
