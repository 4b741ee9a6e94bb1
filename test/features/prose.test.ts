import { describe, expect, test } from 'vitest';
import { escapeMarkdown, markdownProse, plainSummary } from '../../src/features/prose.ts';

describe('text in Markdown', () => {
	test.each([
		['2024-08-26-lease', '2024-08-26-lease'],
		['[x](command:evil)', '\\[x\\]\\(command\\:evil\\)'],
		['<img src=x onerror=y>', '\\<img src\\=x onerror\\=y\\>'],
		['**b** _i_ `c` ~s~', '\\*\\*b\\*\\* \\_i\\_ \\`c\\` \\~s\\~'],
		['https://evil.example/', 'https\\://evil.example/'],
		['www.evil.example', 'www\\.evil.example'],
		['a@b.example', 'a\\@b.example'],
		['line\nbreak\r\n# head', 'line break \\# head'],
		['1. one', '1\\. one'],
		['- one', '\\- one'],
		['| a | b |', '\\| a \\| b \\|'],
		['&lt;', '\\&lt;'],
		['back\\slash', 'back\\\\slash'],
		['$(icon)', '\\$\\(icon\\)'],
	])('is escaped: %s', (words, escaped) => {
		expect(escapeMarkdown(words)).toBe(escaped);
	});

	test('encloses code in more backticks than the code contains', () => {
		expect(markdownProse.code('a``b')).toBe('``` a``b ```');
		expect(markdownProse.code('a\nb')).toBe('`a b`');
	});

	test('renders only links to files', () => {
		expect(markdownProse.link('a]b', 'file:///a(1) b.md')).toBe('[a\\]b](file:///a%281%29%20b.md)');
		expect(markdownProse.link('a', 'command:evil')).toBe('a');
	});
});

describe('a plain summary', () => {
	test.each([
		['see [the graph](https://x.example/a) of *it*', 'see the graph of it'],
		['![alt](x.png) and [[id]] or [[id|text]]', 'alt and id or text'],
		['<!-- hidden --> shown <b>bold</b>', 'shown bold'],
		['# Head\n\n- a\n- b', 'Head - a - b'],
		['<!-- never closed', ''],
		['x'.repeat(100), `${'x'.repeat(39)}…`],
		['many words that are cut at a word and not within', 'many words that are cut at a word and…'],
	])('of %s', (source, words) => {
		expect(plainSummary(source, 40)).toBe(words);
	});
});
