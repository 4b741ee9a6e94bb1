import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FactTable } from '../../src/log/fact-table.ts';

interface Word {
	readonly by: string;
	readonly word: string;
}

const order = (one: Word, other: Word) =>
	one.word < other.word ? -1 : one.word > other.word ? 1 : one.by < other.by ? -1 : one.by > other.by ? 1 : 0;
const table = () => new FactTable<Word>(order, (one, other) => order(one, other) === 0);
const factsOf = (by: string, pairs: readonly (readonly [string, string])[]) =>
	pairs.map(([key, word]) => ({ key, value: { by, word } }));

describe('facts of documents by key', () => {
	test('an update returns exactly the keys with changed results', () => {
		const words = table();
		expect(
			[
				...words.update(
					'a',
					factsOf('a', [
						['x', '1'],
						['y', '2'],
					]),
				),
			].sort(),
		).toEqual(['x', 'y']);
		expect([...words.update('b', factsOf('b', [['y', '2']]))]).toEqual(['y']);
		expect(
			[
				...words.update(
					'a',
					factsOf('a', [
						['x', '1'],
						['z', '2'],
					]),
				),
			].sort(),
		).toEqual(['y', 'z']);
		expect([
			...words.update(
				'a',
				factsOf('a', [
					['x', '1'],
					['z', '2'],
				]),
			),
		]).toEqual([]);
		expect(words.get('y')).toEqual([{ by: 'b', word: '2' }]);
	});

	test('the results after any updates equal those of a table with only the last facts', () => {
		const word = fc.constantFrom('1', '2', '3');
		const key = fc.constantFrom('x', 'y', 'z');
		const step = fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.array(fc.tuple(key, word), { maxLength: 4 }));
		fc.assert(
			fc.property(fc.array(step, { maxLength: 12 }), steps => {
				const words = table();
				const last = new Map<string, readonly (readonly [string, string])[]>();
				for (const [by, pairs] of steps) {
					words.get('x');
					words.update(by, factsOf(by, pairs));
					last.set(by, pairs);
				}
				const expected = table();
				for (const [by, pairs] of [...last].reverse()) {
					expected.update(by, factsOf(by, pairs));
				}
				expect([...words.keys()].sort()).toEqual([...expected.keys()].sort());
				for (const key of expected.keys()) {
					expect(words.get(key)).toEqual(expected.get(key));
				}
			}),
		);
	});
});
