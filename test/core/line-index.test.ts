import { expect, test } from 'vitest';
import { LineIndex } from '../../src/core/line-index.ts';

const lines = new LineIndex('ab\ncd\r\n\re');

test('ends lines at each kind of line break', () => {
	expect(lines.lineCount).toBe(4);
	expect([0, 1, 2, 3].map(line => [lines.startOfLine(line), lines.endOfLine(line)])).toEqual([
		[0, 2],
		[3, 5],
		[7, 7],
		[8, 9],
	]);
});

test('clamps lines and offsets outside of the text', () => {
	expect([lines.startOfLine(-1), lines.startOfLine(4)]).toEqual([0, 9]);
	expect([lines.endOfLine(-1), lines.endOfLine(4)]).toEqual([0, 9]);
	expect(lines.positionAt(-1)).toEqual({ line: 0, character: 0 });
	expect(lines.positionAt(99)).toEqual({ line: 3, character: 1 });
	expect(lines.offsetAt({ line: 1, character: 99 })).toBe(5);
});
