import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineAround, linesAbove, linesBelow } from '../../src/core/text-lines.ts';

const positions = fc
	.tuple(fc.string({ unit: fc.constantFrom('\n', 'a'), maxLength: 12 }), fc.nat(12), fc.nat(12), fc.nat(12))
	.map(([text, ...numbers]) => {
		const [start = 0, offset = 0, end = 0] = numbers.map(n => Math.min(n, text.length)).toSorted((a, b) => a - b);
		return { text, part: { start, end }, offset };
	});

test('the lines above, around and below an offset are the lines of the part, in order', () => {
	fc.assert(
		fc.property(positions, ({ text, part, offset }) => {
			const lines = [
				...[...linesAbove(text, part, offset)].toReversed(),
				lineAround(text, part, offset),
				...linesBelow(text, part, offset),
			];
			const content = text.slice(part.start, part.end);
			expect(lines.map(({ start, end }) => text.slice(start, end))).toEqual(content.split('\n'));
			for (const { start, end } of lines) {
				expect(start).toBeGreaterThanOrEqual(part.start);
				expect(end).toBeLessThanOrEqual(part.end);
			}
		}),
		{ seed: 20240831, numRuns: 1000 },
	);
});
