import { expect, test } from 'vitest';
import { disjointEdits, editsOverlap } from '../../src/core/text-edit.ts';

const edit = (start: number, end: number, newText = 'x') => ({ range: { start, end }, newText });

test.each([
	['are sorted', [edit(4, 5), edit(0, 2)], [edit(0, 2), edit(4, 5)]],
	['may touch', [edit(0, 2), edit(2, 4)], [edit(0, 2), edit(2, 4)]],
	['are deduplicated', [edit(0, 2), edit(0, 2), edit(3, 3), edit(3, 3)], [edit(0, 2), edit(3, 3)]],
	['are rejected if they overlap', [edit(0, 3), edit(2, 4)], undefined],
	['are rejected if they replace one range by different texts', [edit(0, 2), edit(0, 2, 'y')], undefined],
	['are rejected if one inserts at the start of another', [edit(1, 1), edit(1, 3)], undefined],
	['may insert at the end of another', [edit(0, 2), edit(2, 2)], [edit(0, 2), edit(2, 2)]],
	['are rejected if two insert at one offset', [edit(1, 1), edit(1, 1, 'y')], undefined],
])('edits %s', (_, edits, disjoint) => {
	expect(disjointEdits(edits)).toEqual(disjoint);
});

test.each([
	['two ranges that share a character', edit(0, 2), edit(1, 3), true],
	['two ranges that touch', edit(0, 2), edit(2, 4), false],
	['an insertion within a range', edit(0, 2), edit(1, 1), true],
	['an insertion at the start of a range', edit(1, 3), edit(1, 1), true],
	['an insertion at the end of a range', edit(0, 2), edit(2, 2), false],
	['two insertions at one offset', edit(1, 1), edit(1, 1), true],
	['two insertions at adjacent offsets', edit(1, 1), edit(2, 2), false],
])('whether %s overlap does not depend on their order', (_, one, other, overlap) => {
	expect([editsOverlap(one, other), editsOverlap(other, one)]).toEqual([overlap, overlap]);
});
