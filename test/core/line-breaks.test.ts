import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEditsToWritten, lineBreakOf, withLineBreak, withLineFeeds } from '../../src/core/line-breaks.ts';
import { LineIndex } from '../../src/core/line-index.ts';
import { applyEdits, type TextEdit } from '../../src/core/text-edit.ts';

const written = fc.string({ unit: fc.constantFrom('\n', '\r\n', '\r', 'a', 'b'), maxLength: 20 });
const numbers = fc.array(fc.tuple(fc.nat(20), fc.nat(20)), { maxLength: 4 });
const SEED = { seed: 20240831, numRuns: 1000 };

function edits(text: string, places: readonly (readonly [number, number])[]): TextEdit[] {
	return places.map(([one, other], index) => {
		const [start = 0, end = 0] = [Math.min(one, text.length), Math.min(other, text.length)].toSorted((a, b) => a - b);
		return { range: { start, end }, newText: `${index}\n` };
	});
}

describe('edits of a text', () => {
	test('have the same effect with each kind of line break', () => {
		fc.assert(
			fc.property(written, numbers, (text, places) => {
				const plain = withLineFeeds(text);
				const changes = edits(plain, places);
				expect(withLineFeeds(applyEditsToWritten(text, changes))).toBe(applyEdits(plain, changes));
			}),
			SEED,
		);
	});

	test('write the first line break of the text, and keep the others', () => {
		const text = 'a\r\nb\nc\r\nd\re';
		const change = { range: { start: 2, end: 3 }, newText: 'x\ny' };
		expect(applyEditsToWritten(text, [change])).toBe('a\r\nx\r\ny\nc\r\nd\re');
		expect(applyEditsToWritten(text, [{ range: { start: 0, end: 2 }, newText: '' }])).toBe('b\nc\r\nd\re');
		expect(applyEditsToWritten(text, [])).toBe(text);
	});

	test.each([
		['a', '\n'],
		['a\nb\r\n', '\n'],
		['a\r\nb\n', '\r\n'],
		['a\rb', '\r'],
	])('detects the line break of %j', (text, lineBreak) => {
		expect(lineBreakOf(text)).toBe(lineBreak);
		expect(withLineFeeds(withLineBreak('x\ny', lineBreak))).toBe('x\ny');
	});
});

describe('positions', () => {
	test('are the same with each kind of line break', () => {
		fc.assert(
			fc.property(written, text => {
				const plain = withLineFeeds(text);
				const [one, other] = [new LineIndex(plain), new LineIndex(text)];
				expect(other.lineCount).toBe(one.lineCount);
				for (let offset = 0; offset <= plain.length; offset++) {
					const position = one.positionAt(offset);
					expect(other.positionAt(other.offsetAt(position))).toEqual(position);
				}
			}),
			SEED,
		);
	});

	test.each(['\n', '\r\n', '\r'])('are at the end of the line for a character beyond it (line break %j)', lineBreak => {
		const text = `ab${lineBreak}cd${lineBreak}`;
		const lines = new LineIndex(text);
		expect(lines.offsetAt({ line: 0, character: 99 })).toBe(2);
		expect(lines.offsetAt({ line: 1, character: 99 })).toBe(text.length - lineBreak.length);
		expect(lines.offsetAt({ line: 2, character: 99 })).toBe(text.length);
		expect(lines.offsetAt({ line: 99, character: 0 })).toBe(text.length);
	});
});
