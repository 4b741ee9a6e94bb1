import { expect, test } from 'vitest';
import { disjointEdits } from '../../src/core/text-edit.ts';

const edit = (start: number, end: number, newText = 'x') => ({ range: { start, end }, newText });

test.each([
	['are put in order', [edit(4, 5), edit(0, 2)], [edit(0, 2), edit(4, 5)]],
	['may touch', [edit(0, 2), edit(2, 4)], [edit(0, 2), edit(2, 4)]],
	['count once where they are the same', [edit(0, 2), edit(0, 2), edit(3, 3), edit(3, 3)], [edit(0, 2), edit(3, 3)]],
	['are refused where they overlap', [edit(0, 3), edit(2, 4)], undefined],
	['are refused where they say different things of one place', [edit(0, 2), edit(0, 2, 'y')], undefined],
	['are refused where two insert at one place', [edit(1, 1), edit(1, 1, 'y')], undefined],
])('edits %s', (_, edits, disjoint) => {
	expect(disjointEdits(edits)).toEqual(disjoint);
});
