import { describe, expect, test } from 'vitest';
import type { Range } from '../../../src/core/range.ts';
import { readInline } from '../../../src/parse/markdown/inline.ts';
import { type Markdown, readMarkdown } from '../../../src/parse/markdown/read-markdown.ts';
import { parse } from '../help-source.ts';

function read(text: string, start = 0): { page: Markdown; at: (range: Range) => string } {
	return { page: readMarkdown(text, start), at: ({ start: from, end }) => text.slice(from, end) };
}

describe('the prose of', () => {
	const cases: readonly (readonly [string, string, readonly string[]])[] = [
		['plain words', 'One two.', ['One two.']],
		['a code span', 'One `two` three', ['One ', ' three']],
		['a code span over two lines', 'One `two\nthree` four', ['One ', ' four']],
		['backticks that begin no code span', 'One ` two `` three', ['One ` two `` three']],
		['a code span with two backticks that contains one', '``a ` b`` c', [' c']],
		['a fence', 'One\n\n```\ntwo\n```\n\nthree', ['One', 'three']],
		['indented code', 'One\n\n    two\n\nthree', ['One', 'three']],
		['a comment', 'One <!-- two --> three', ['One ', ' three']],
		['an unclosed comment', 'One <!-- two', ['One <!-- two']],
		['a block of HTML', '<div>\ntwo\n</div>\n\nthree', ['three']],
		['tags in a line', 'One <b class="x">two</b>', ['One ', 'two']],
		['a link with a title', 'One [two](three.md "four") five', ['One ', 'two', ' five']],
		['a destination in angle brackets', '[two](<three four.md>) five', ['two', ' five']],
		['a destination with parentheses', '[two](three_(four).md) five', ['two', ' five']],
		['code in a link', '[two `three`](four.md)', ['two ']],
		['an image', 'One ![two](three.png) four', ['One ', ' four']],
		['an address', 'One https://example.com/two?x=1 three', ['One ', ' three']],
		['an address in angle brackets', 'One <https://example.com/> three', ['One ', ' three']],
		['an escaped bracket', '\\[two](three.md)', ['\\[two](three.md)']],
		['unclosed brackets', '[[[two', ['[[[two']],
		['a link in a link', '[one [two](a.md) three](b.md)', ['[one ', 'two', ' three](b.md)']],
		['a link in an image', '![one [two](a.md)](b.md) three', [' three']],
		['a title in parentheses', '[one](a.md (two)) three', ['one', ' three']],
		['a title with an escaped quote', '[one](a.md "two \\" three") four', ['one', ' four']],
		['a title without a space before it', '[one](<a.md>"two")', ['[one](<a.md>"two")']],
		['an escaped bracket in a destination', '[one](<a\\>.md>) two', ['one', ' two']],
		['a reference link', 'See [one][two] three.\n\n[two]: a.md', ['See ', 'one', ' three.']],
		['a reference link by its text', 'See [ONE][] and [one].\n\n[one]: a.md', ['See ', 'ONE', ' and ', 'one', '.']],
		['a reference link without a definition', 'See [one][two] three.', ['See [one][two] three.']],
		['code in an address', 'See https://example.com/`one` two', ['See ', ' two']],
		['a tag over two lines', 'One <b\nclass="a > b">two</b>', ['One ', 'two']],
		['text in angle brackets that is not a tag', 'One <two: three> <4>', ['One <two: three> <4>']],
		['a mail address in angle brackets', 'One <a@example.com> two', ['One ', ' two']],
		['a processing instruction', 'One <?two > three?> four', ['One ', ' four']],
		['a comment without text', 'One <!--> two --> three', ['One ', ' two --> three']],
		['a wiki link is prose', 'One [[two|three]] four', ['One [[two|three]] four']],
		['a link with brackets in its text', '[[two]](three.md)', ['[two]']],
		['the content of code elements', 'one <code>two</code> three', ['one ', ' three']],
		['tags of templates', 'one {{< two "three.md" >}} four {% five six %}', ['one ', ' four ']],
		['a quote without its marks', '> one\n> two\nthree', ['one', 'two', 'three']],
		['items without their marks', '* one\n  two\n- three\n  1. four', ['one', 'two', 'three', 'four']],
		['cells of a table', '| a | b \\| c |\n|---|---|\n| `d` | e |', ['a', 'b \\| c', 'e']],
		['a bar after two backslashes', '| a | b |\n|---|---|\n| c \\\\| d | e |', ['a', 'b', 'c \\\\| d', 'e']],
		['a heading with closing hashes', '## One two ##', ['One two']],
		['an underlined heading', 'One two\n=======', ['One two']],
		['a link definition', '[one]: two.md\nthree', ['three']],
	];
	test.each(cases)('%s', (_, text, expected) => {
		for (const ending of ['\n', '\r\n', '\r']) {
			const { page, at } = read(text.replaceAll('\n', ending));
			expect(page.prose.map(at)).toEqual(expected);
		}
	});
});

describe('blocks', () => {
	const text = '# One\n\n* two\n\n  three\n  * four\n* five\n\n> 1. six\n\n| a | b |\n|---|---|\n| c | d |\n';
	test('are in page order with their depth', () => {
		const { page, at } = read(text);
		expect(page.blocks.map(({ type, depth, level, range }) => [type, depth, level, at(range)])).toEqual([
			['heading', 0, 1, '# One'],
			['list', 0, 0, '* two\n\n  three\n  * four\n* five'],
			['item', 0, 0, '* two\n\n  three\n  * four'],
			['paragraph', 1, 0, 'two'],
			['paragraph', 1, 0, 'three'],
			['list', 1, 0, '* four'],
			['item', 1, 0, '* four'],
			['paragraph', 2, 0, 'four'],
			['item', 0, 0, '* five'],
			['paragraph', 1, 0, 'five'],
			['list', 1, 0, '1. six'],
			['item', 1, 0, '1. six'],
			['paragraph', 2, 0, 'six'],
			['row', 0, 1, '| a | b |'],
			['row', 0, 0, '| c | d |'],
		]);
	});

	test('an item contains the range of its first paragraph', () => {
		const { page, at } = read('* two\n  three\n\n  four\n* # five\n*\n');
		const items = page.blocks.filter(block => block.type === 'item');
		expect(items.map(item => item.text.map(at))).toEqual([['two\n  three'], [], []]);
	});

	test('include nested items on one line', () => {
		const { page, at } = read('- - one');
		expect(page.blocks.filter(block => block.type === 'item').map(block => at(block.range))).toEqual([
			'- - one',
			'- one',
		]);
	});

	test('divide rows at bars, also in code, and without bars at their ends', () => {
		const { page, at } = read('a | b\n-|-\n`c|d` | e');
		expect(page.blocks.map(block => block.text.map(at))).toEqual([
			['a', 'b'],
			['`c', 'd`', 'e'],
		]);
	});
});

describe('blocks without inline text', () => {
	const text = '* ```\n  a\n  ```\n\n    b\n\n<div>\n`c`\n</div>\n\n***\n\nd `e` f\n\n    g\n';
	test('are code, HTML and thematic breaks', () => {
		const { page, at } = read(text);
		const found = page.blocks.filter(({ type }) => !['list', 'item', 'paragraph'].includes(type));
		expect(found.map(({ type, range }) => [type, at(range)])).toEqual([
			['code', '```\n  a\n  ```'],
			['html', '<div>\n`c`\n</div>'],
			['break', '***'],
			['code', 'g'],
		]);
	});

	test('are part of the code of the page, with code spans', () => {
		const { page, at } = read(text);
		expect(page.code.map(at)).toEqual(['```\n  a\n  ```', '`e`', 'g']);
	});

	test('precede the paragraph that is the text of an item', () => {
		const { page, at } = read('* <!-- a -->\n  b\n*\n\nc\n');
		const items = page.blocks.filter(({ type }) => type === 'item');
		expect(items.map(item => item.text.map(at))).toEqual([['b'], []]);
	});
});

test('a document keeps the blocks of its body', () => {
	const text = '# One\n\n* two `three`\n\n<!-- four -->\n';
	const page = readMarkdown(text, 0);
	const { body } = parse('postmortem', 'x.md', text);
	expect([...(body?.blocks ?? [])]).toEqual(page.blocks);
	expect([...(body?.paragraphs ?? [])]).toEqual(page.paragraphs);
	expect([...(body?.prose ?? [])]).toEqual(page.prose);
	expect([...(body?.code ?? [])]).toEqual(page.code);
	expect([...(body?.comments ?? [])]).toEqual(page.comments);
});

describe('sections', () => {
	test('end at the next heading of their level or above', () => {
		const { page, at } = read('# One\n\ntwo\n\n## Three\n\nfour\n\n### Five\n\n## Six\n\n# Seven\n\n> # Eight\n');
		expect(page.sections.map(({ level, title, range }) => [level, title.value, at(range).trimEnd()])).toEqual([
			[1, 'One', '# One\n\ntwo\n\n## Three\n\nfour\n\n### Five\n\n## Six'],
			[2, 'Three', '## Three\n\nfour\n\n### Five'],
			[3, 'Five', '### Five'],
			[2, 'Six', '## Six'],
			[1, 'Seven', '# Seven\n\n> # Eight'],
		]);
		expect(page.sections.map(({ content }) => at(content).trim())[1]).toBe('four\n\n### Five');
	});

	test.each([
		['## One', 'One', 'One'],
		['## **One**', 'One', 'One'],
		['## _One_ ##', 'One', 'One'],
		['## One `two`', 'One two', 'One `two`'],
		['## One *two*', 'One two', 'One *two*'],
		['## [One](two.md)', 'One', '[One](two.md)'],
		['## snake_case', 'snake_case', 'snake_case'],
		['## One <!-- two -->', 'One', 'One <!-- two -->'],
		['##', '', ''],
	])('%s has a plain title', (text, value, source) => {
		const { page, at } = read(text);
		expect(page.sections.map(({ title }) => [title.value, at(title.range)])).toEqual([[value, source]]);
	});
});

test('ignores the text before the body', () => {
	const { page, at } = read('---\ntitle: x\n---\n# One\n\n[two](three.md) <!-- four -->', 17);
	expect(page.range.start).toBe(17);
	expect(page.sections.map(section => at(section.title.range))).toEqual(['One']);
	expect(page.links.map(link => [at(link.text), at(link.destination), at(link.fullRange)])).toEqual([
		['two', 'three.md', '[two](three.md)'],
	]);
	expect(page.comments.map(at)).toEqual(['<!-- four -->']);
});

test('reads comments in blocks of HTML and over several lines', () => {
	const { page, at } = read('<!-- one\ntwo -->\n\n* three\n  <!-- four -->\n\n<p><!-- five --><!-- six --></p>\n');
	expect(page.comments.map(at)).toEqual(['<!-- one\ntwo -->', '<!-- four -->', '<!-- five -->', '<!-- six -->']);
});

test('reads the value of a field as paragraphs of inline text', () => {
	const text = 'summary: |\n  One [two](three.md)\n  `four\n\n  five` six\n';
	const inline = readInline(text, { start: 11, end: text.length });
	expect(inline.prose.map(({ start, end }) => text.slice(start, end).trim()).filter(Boolean)).toEqual([
		'One',
		'two',
		'`four',
		'five` six',
	]);
	expect(inline.paragraphs).toHaveLength(2);
});
