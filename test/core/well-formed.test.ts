import { expect, test } from 'vitest';
import { clip, isInsideCharacter, wholeCharacters } from '../../src/core/well-formed.ts';

test('finds offsets between the two halves of a character', () => {
	expect([0, 1, 2, 3].map(offset => isInsideCharacter('a😀', offset))).toEqual([false, false, true, false]);
	// U+FFFF is the last character of one unit, U+10000 the first of two.
	expect(isInsideCharacter('\uffffa', 1)).toBe(false);
	expect(isInsideCharacter('\u{10000}', 1)).toBe(true);
});

test('clips before a character that does not fit', () => {
	expect([0, 1, 2, 3, 4].map(length => clip('a😀b', length))).toEqual(['', 'a', 'a', 'a😀', 'a😀b']);
});

test('widens a range to whole characters', () => {
	expect(wholeCharacters('a😀b', { start: 2, end: 2 })).toEqual({ start: 1, end: 3 });
	expect(wholeCharacters('a😀b', { start: 1, end: 3 })).toEqual({ start: 1, end: 3 });
});
