import { describe, expect, test } from 'vitest';
import { visibleJson, visibleLine, visibleText } from '../../src/core/visible-text.ts';
import { clip, wellFormed, wellFormedData, wholeCharacters } from '../../src/core/well-formed.ts';

describe('visibleText', () => {
	test.each([
		['an escape sequence', '\u001b[31m', '\\u{1b}[31m'],
		['a hyperlink', '\u001b]8;;https://example.org\u0007x', '\\u{1b}]8;;https://example.org\\u{7}x'],
		['C1 controls', '\u009b31m\u0085', '\\u{9b}31m\\u{85}'],
		['a carriage return and a backspace', 'a\rb\bc\u007f', 'a\\u{d}b\\u{8}c\\u{7f}'],
		[
			'bidirectional controls',
			'\u202ea\u2066b\u2069c\u200e\u200f\u061c',
			'\\u{202e}a\\u{2066}b\\u{2069}c\\u{200e}\\u{200f}\\u{61c}',
		],
		[
			'zero-width characters',
			'a\u200b\u200c\u200d\u2060\ufeff\u00adb',
			'a\\u{200b}\\u{200c}\\u{200d}\\u{2060}\\u{feff}\\u{ad}b',
		],
		['tags', '\u{e0001}\u{e0061}\u{e01ef}', '\\u{e0001}\\u{e0061}\\u{e01ef}'],
		['separators', '\u2028\u2029', '\\u{2028}\\u{2029}'],
		['lone surrogates', '\ud83d-\ude00', '\\u{d83d}-\\u{de00}'],
		['nothing else', 'Zürich ❤️ 😀 שלום\tعربي\n日本', 'Zürich ❤️ 😀 שלום\tعربي\n日本'],
	])('escapes %s', (_, text, expected) => {
		expect(visibleText(text)).toBe(expected);
		expect(visibleText(expected)).toBe(expected);
		expect(JSON.parse(visibleJson(JSON.stringify({ text })))).toEqual({ text });
		expect(visibleText(visibleJson(JSON.stringify({ text })))).toBe(visibleJson(JSON.stringify({ text })));
	});

	test('visibleLine escapes line feeds as well', () => {
		expect(visibleLine('a\nb')).toBe('a\\u{a}b');
	});
});

describe('well-formed text', () => {
	test('has no lone surrogates', () => {
		expect(wellFormed('\ud83d \ude00 😀')).toBe('\ufffd \ufffd 😀');
		expect(wellFormedData({ a: ['\ud83d', 1, null, { '\ude00': true }] })).toEqual({
			a: ['\ufffd', 1, null, { '\ufffd': true }],
		});
	});

	test('is cut between characters', () => {
		expect([0, 1, 2, 3, 4, 9].map(length => clip('a😀b', length))).toEqual(['', 'a', 'a', 'a😀', 'a😀b', 'a😀b']);
		expect(wholeCharacters('a😀b', { start: 2, end: 2 })).toEqual({ start: 1, end: 3 });
		expect(wholeCharacters('a😀b', { start: 1, end: 3 })).toEqual({ start: 1, end: 3 });
		expect(wholeCharacters('\ud83d\ud83d', { start: 1, end: 2 })).toEqual({ start: 1, end: 2 });
	});
});
