import { describe, expect, test } from 'vitest';
import { html } from '../../src/bulletin/html.ts';
import {
	linkDefinitions,
	type MarkdownContext,
	mayLink,
	renderMarkdown,
	renderTitle,
} from '../../src/bulletin/markdown.ts';
import { splitAtPlaceholders, withPlaceholders } from '../../src/bulletin/placeholders.ts';

const plain: MarkdownContext = {
	source: () => ({}),
	reference: number => html`<u>${number}</u>`,
	written: number => `written ${number}`,
	relativeLink: () => undefined,
};

const render = (text: string, more: Partial<MarkdownContext> = {}) =>
	renderMarkdown(text, { ...plain, ...more }).trim();

describe('Markdown', () => {
	test.each([
		['a comment on its own line', 'a\n\n<!-- x -->\n\nb', '<p>a</p>\n<p>b</p>'],
		['a comment of several lines', '<!-- x\n\ny -->\nb', '<p>b</p>'],
		['a comment within a line', 'a <!-- x --> b', '<p>a  b</p>'],
		['a comment that ends a paragraph', 'a\n<!-- x -->', '<p>a</p>'],
		['a comment not closed is text', '<!-- x\n\nb', '<p>&lt;!-- x</p>\n<p>b</p>'],
		['a comment in code stays', '`<!-- x -->`', '<p><code>&lt;!-- x --&gt;</code></p>'],
		['markup is text', '<b>a</b>', '<p>&lt;b&gt;a&lt;/b&gt;</p>'],
		[
			'a link to the web',
			'[a](https://example.com)',
			'<p><a href="https://example.com" rel="noopener noreferrer">a</a></p>',
		],
		['a link of another scheme is text', '[a](command:x)', '<p>[a](command:x)</p>'],
		[
			'a picture is its alternative text',
			'![a *b*](https://example.com/c.png)',
			'<p><span class="il-image" title="https://example.com/c.png">a b</span></p>',
		],
		['a picture without one is its address', '![](c.png)', '<p><span class="il-image" title="c.png">c.png</span></p>'],
		['code names its language', '```js x\na\n```', '<pre><code class="language-js">a\n</code></pre>'],
		[
			'a placeholder is a reference',
			'a \ue0000\ue001 **\ue0001\ue001**',
			'<p>a <u>0</u> <strong><u>1</u></strong></p>',
		],
		['in code it is what was written', '`\ue0000\ue001`', '<p><code>written 0</code></p>'],
		['in an address, too', '[a](b\ue0000\ue001)', '<p><a href="bwritten%200" rel="noopener noreferrer">a</a></p>'],
	])('%s', (_, text, expected) => {
		expect(render(text)).toBe(expected);
	});

	test('alignment in a table is a class, for the policy allows no style', () => {
		const table = render('| a | b |\n|:-:|--:|\n| c | d |');
		expect(table).toContain('<td class="il-center">c</td>');
		expect(table).toContain('<td class="il-right">d</td>');
		expect(table).not.toContain('style');
	});

	test('blocks and items of lists say where they come from', () => {
		const source = (line: number) => ({ 'data-offset': line });
		expect(render('a\nb\n\n* c\n* d\n\n## e', { source })).toBe(
			'<p data-offset="0">a\nb</p>\n<ul data-offset="3">\n<li data-offset="3">c</li>\n<li data-offset="4">d</li>\n</ul>\n<h2 data-offset="6">e</h2>',
		);
	});

	test.each([
		['a paragraph', 'b', '<p><b>Lead</b> b</p>'],
		['a list', '* b', '<p><b>Lead</b></p><ul>\n<li>b</li>\n</ul>'],
		['its title as a heading', '# Title\n\nb', '<p><b>Lead</b> b</p>'],
		['another heading', '# Other', '<p><b>Lead</b></p><h1>Other</h1>'],
		['nothing', '', '<p><b>Lead</b></p>'],
	])('a lead stands before %s', (_, text, expected) => {
		expect(render(text, { lead: html`<b>Lead</b>`, titled: 'Title' })).toBe(expected);
	});

	test('a link that means a record looks as it is told to, and its words stay', () => {
		const relativeLink = (href: string) => (href === 'a.md' ? { open: html`<i>`, close: html`</i>` } : undefined);
		expect(render('[*x* \ue0000\ue001](a.md) [y](b.md)', { relativeLink })).toBe(
			'<p><i><em>x</em> <u>0</u></i> <a href="b.md" rel="noopener noreferrer">y</a></p>',
		);
	});

	test('link definitions of the page hold for its pieces', () => {
		const definitions = linkDefinitions('a\n\n[x]: https://example.com\n');
		expect(renderMarkdown('[a][x]', plain, definitions)).toContain('href="https://example.com"');
		expect(renderMarkdown('[a][x]', plain)).toContain('[a][x]');
	});

	test('many comments that are not closed cost no more than their length', () => {
		const text = '<!-- '.repeat(20_000);
		expect(render(text)).toContain('&lt;!--');
	});
});

describe('titles', () => {
	test.each([
		['Deploys `stuck`', 'Deploys <code>stuck</code>'],
		['a *b* [c](d) <e>', 'a *b* [c](d) &lt;e&gt;'],
		[' two\nlines ', 'two lines'],
	])('%s', (title, expected) => {
		expect(renderTitle(title)).toBe(expected);
	});
});

describe('addresses', () => {
	test.each([
		'https://a.example',
		'HTTP://a.example',
		'mailto:a@b.example',
		'../a.md',
		'#a',
		'a.md?b:c',
		'/a:b',
		'//a.example',
	])('%s may be followed', url => {
		expect(mayLink(url)).toBe(true);
	});
	test.each([
		'https:a',
		'http:/a',
		'javascript:a',
		' javascript:a',
		'java\u0000script:a',
		'command:a',
		'vscode:a',
		'data:a',
		'file:///a',
		'C:\\a',
		':a',
	])('%j may not', url => {
		expect(mayLink(url)).toBe(false);
	});
});

describe('placeholders', () => {
	const replaced = (text: string, reference: string) => {
		const start = text.indexOf(reference);
		return withPlaceholders(text, [{ start, end: start + reference.length }]);
	};

	test.each([
		['one two three four', 'two three', 'one \ue0000\ue001 four'],
		['one two\nthree four.', 'two\nthree', 'one \n\ue0000\ue001 four.'],
		['one\n* two\r\n  three four', 'two\r\n  three', 'one\n* \ue0000\ue001\n four'],
	])('stand for ranges and keep the lines: %j', (text, reference, expected) => {
		expect(replaced(text, reference)).toBe(expected);
	});

	test('cannot be written', () => {
		const text = replaced('x \ue0009\ue001 one two', 'two');
		expect(text).toBe('x \ufffd9\ufffd one \ue0000\ue001');
		expect(splitAtPlaceholders(text)).toEqual(['x \ufffd9\ufffd one ', 0]);
	});
});
