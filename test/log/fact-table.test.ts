import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FactTable } from '../../src/log/fact-table.ts';

interface Told {
	readonly by: string;
	readonly word: string;
}

const order = (one: Told, other: Told) =>
	one.word < other.word ? -1 : one.word > other.word ? 1 : one.by < other.by ? -1 : one.by > other.by ? 1 : 0;
const table = () => new FactTable<Told>(order, (one, other) => order(one, other) === 0);
const facts = (by: string, pairs: readonly (readonly [string, string])[]) =>
	pairs.map(([key, word]) => ({ key, value: { by, word } }));

describe('facts of documents by key', () => {
	test('a replacement tells the keys whose answers are others now, and no others', () => {
		const told = table();
		expect(
			[
				...told.update(
					'a',
					facts('a', [
						['x', '1'],
						['y', '2'],
					]),
				),
			].sort(),
		).toEqual(['x', 'y']);
		expect([...told.update('b', facts('b', [['y', '2']]))]).toEqual(['y']);
		expect(
			[
				...told.update(
					'a',
					facts('a', [
						['x', '1'],
						['z', '2'],
					]),
				),
			].sort(),
		).toEqual(['y', 'z']);
		expect([
			...told.update(
				'a',
				facts('a', [
					['x', '1'],
					['z', '2'],
				]),
			),
		]).toEqual([]);
		expect(told.get('y')).toEqual([{ by: 'b', word: '2' }]);
	});

	test('after any replacements the answers are those of a table that was told the last facts only', () => {
		const word = fc.constantFrom('1', '2', '3');
		const key = fc.constantFrom('x', 'y', 'z');
		const step = fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.array(fc.tuple(key, word), { maxLength: 4 }));
		fc.assert(
			fc.property(fc.array(step, { maxLength: 12 }), steps => {
				const told = table();
				const last = new Map<string, readonly (readonly [string, string])[]>();
				for (const [by, pairs] of steps) {
					told.get('x');
					told.update(by, facts(by, pairs));
					last.set(by, pairs);
				}
				const fresh = table();
				for (const [by, pairs] of [...last].reverse()) {
					fresh.update(by, facts(by, pairs));
				}
				expect([...told.keys()].sort()).toEqual([...fresh.keys()].sort());
				for (const key of fresh.keys()) {
					expect(told.get(key)).toEqual(fresh.get(key));
				}
			}),
		);
	});
});
