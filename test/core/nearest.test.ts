import { expect, test } from 'vitest';
import { nearest } from '../../src/core/nearest.ts';

const levels = ['none', 'minor', 'major', 'critical'];
const ids = ['2024-08-15-state-database', '2024-08-15-state-databases', '2024-07-12-anycast', '2024-08-26-leases'];

test.each<[string, readonly string[], readonly string[]]>([
	['miner', levels, ['minor']],
	['MAJOR', levels, ['major', 'minor']],
	['critcal', levels, ['critical']],
	['mnior', levels, ['minor', 'major']],
	['nonee', levels, ['none']],
	['banana', levels, []],
	['', levels, []],
	['no', ['on', 'off', 'no-one'], []],
	['x', ['y', 'z'], []],
	['2024-08-15-state-databse', ids, ['2024-08-15-state-database', '2024-08-15-state-databases']],
	['2024-07-12-anicast', ids, ['2024-07-12-anycast']],
	['constructr', ['constructor'], ['constructor']],
])('suggests words for %j', (word, candidates, expected) => expect(nearest(word, candidates)).toEqual(expected));

test('returns the nearest first, then in the given order, up to the maximum', () => {
	const candidates = ['abcdx', 'abcdy', 'abcd', 'abcde', 'abcdz'];
	expect(nearest('abcde', candidates)).toEqual(['abcde', 'abcdx', 'abcdy']);
	expect(nearest('abcde', candidates, 1)).toEqual(['abcde']);
	expect(nearest('abcde', new Set(['abcde', 'abcd']), 0)).toEqual([]);
});

test('does not compare a word of thousands of letters', () => {
	expect(nearest('a'.repeat(100_000), ['a'.repeat(100_000)])).toEqual([]);
});

test('compares words of up to 200 letters', () => {
	const word = (length: number) => 'a'.repeat(length);
	expect(nearest(word(200), [word(200)])).toEqual([word(200)]);
	expect(nearest(word(201), [word(201)])).toEqual([]);
});

test.each([
	['one letter in two', 'ab', 'ax', true],
	['two letters in five', 'abcde', 'abcxy', true],
	['three letters in five', 'abcde', 'abxyz', false],
	['six letters in twenty', 'a'.repeat(20), `${'a'.repeat(14)}bbbbbb`, true],
	['seven letters in twenty', 'a'.repeat(20), `${'a'.repeat(13)}bbbbbbb`, false],
	['two missing letters in five', 'abcde', 'abc', true],
	['three missing letters in five', 'abcde', 'ab', false],
])('with %s wrong, suggests for %s the word %s: %s', (_, word, candidate, isFound) => {
	expect(nearest(word, [candidate])).toEqual(isFound ? [candidate] : []);
});
