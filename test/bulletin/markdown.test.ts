import { describe, expect, test } from 'vitest';
import { html } from '../../src/bulletin/html.ts';
import { type MarkdownContext, mayLink, renderMarkdown, renderTitle } from '../../src/bulletin/markdown.ts';
import { readLinkDefinitions } from '../../src/parse/markdown/link-definitions.ts';

const plain: MarkdownContext = {
	source: () => ({}),
	relativeLink: () => undefined,
};

const render = (text: string, more: Partial<MarkdownContext> = {}) =>
	renderMarkdown(text, { ...plain, ...more }).trim();

/** Renders a text in which `«…»` marks the references. */
function renderWithReferences(marked: string, more: Partial<MarkdownContext> = {}): string {
	const text = marked.replaceAll(/[«»]/g, '');
	const ranges = [...marked.matchAll(/«([^»]*)»/g)].map(({ 1: words = '', index }, i) => ({
		start: index - 2 * i,
		end: index - 2 * i + words.length,
	}));
	const show = (index: number, isInLink: boolean) =>
		html`<u>${index}${isInLink && ' in a link'}: ${text.slice(ranges[index]?.start, ranges[index]?.end)}</u>`;
	return render(text, { ...more, references: { text, ranges, render: show } });
}

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
	])('%s', (_, text, expected) => {
		expect(render(text)).toBe(expected);
	});

	test('alignment in a table is a class, because the policy allows no style attributes', () => {
		const table = render('| a | b |\n|:-:|--:|\n| c | d |');
		expect(table).toContain('<td class="il-center">c</td>');
		expect(table).toContain('<td class="il-right">d</td>');
		expect(table).not.toContain('style');
	});

	test('blocks and list items have source attributes', () => {
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
	])('puts the lead before %s', (_, text, expected) => {
		expect(render(text, { lead: html`<b>Lead</b>`, titled: 'Title' })).toBe(expected);
	});

	test('replaces the tags of a link to a record and keeps its text', () => {
		const relativeLink = (href: string) => (href === 'a.md' ? { open: html`<i>`, close: html`</i>` } : undefined);
		expect(renderWithReferences('[*x* «z»](a.md) [y](b.md)', { relativeLink })).toBe(
			'<p><i><em>x</em> <u>0 in a link: z</u></i> <a href="b.md" rel="noopener noreferrer">y</a></p>',
		);
	});

	test('link definitions of the page apply to its parts', () => {
		const definitions = readLinkDefinitions('a\n\n[x]: https://example.com\n');
		expect(renderMarkdown('[a][x]', plain, definitions)).toContain('href="https://example.com"');
		expect(renderMarkdown('[a][x]', plain)).toContain('[a][x]');
	});

	test('many unclosed comments take linear time', () => {
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
	])('%s can be a link', url => {
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
	])('%j cannot be a link', url => {
		expect(mayLink(url)).toBe(false);
	});
});

describe('references', () => {
	test.each([
		['in text', 'a «b» **«c»** d«e»', '<p>a <u>0: b</u> <strong><u>1: c</u></strong> d<u>2: e</u></p>'],
		['with Markdown in it', '«[[a]]» «*b*»', '<p><u>0: [[a]]</u> <u>1: *b*</u></p>'],
		['over the end of a line', 'a «b\nc» d.', '<p>a <u>0: b\nc</u> d.</p>'],
		['in an indented line', 'a\n\t «b» c\n   d «e»', '<p>a\n<u>0: b</u> c\nd <u>1: e</u></p>'],
		['in an item', '* a\n  «b»\n\n  «c»', '<ul>\n<li>\n<p>a\n<u>0: b</u></p>\n<p><u>1: c</u></p>\n</li>\n</ul>'],
		['in a list that a tab indents', '-\ta\n\n\t «b»', '<ul>\n<li>\n<p>a</p>\n<p><u>0: b</u></p>\n</li>\n</ul>'],
		['in a quotation', '> > «a»\nb', '<blockquote>\n<blockquote>\n<p><u>0: a</u>\nb</p>\n</blockquote>\n</blockquote>'],
		['in headings', '# a «b» ##\n\n«c»\n===', '<h1>a <u>0: b</u></h1>\n<h1><u>1: c</u></h1>'],
		['after a comment', 'a <!-- b --> «b»', '<p>a  <u>0: b</u></p>'],
		['after a link definition', '[b]: c\n«b»', '<p><u>0: b</u></p>'],
		[
			'among other occurrences of its words',
			'`a` [b](a) a «a» a',
			'<p><code>a</code> <a href="a" rel="noopener noreferrer">b</a> a <u>0: a</u> a</p>',
		],
		['in a link', '[a «b»](c)', '<p><a href="c" rel="noopener noreferrer">a <u>0 in a link: b</u></a></p>'],
		['after a line break of Windows', 'a\r\nb «c»\r\n', '<p>a\nb <u>0: c</u></p>'],
	])('a reference %s becomes HTML', (_, text, expected) => {
		expect(renderWithReferences(text)).toBe(expected);
	});

	test('references in table cells become HTML, next to escaped bars and equal words', () => {
		const table = renderWithReferences('> | a | «b» |\n> |---|---|\n> | b | «b» |\n> | | c \\| «b» |');
		expect([...table.matchAll(/<t[hd]>(.*)<\/t[hd]>/g)].map(match => match[1])).toEqual([
			'a',
			'<u>0: b</u>',
			'b',
			'<u>1: b</u>',
			'',
			'c | <u>2: b</u>',
		]);
	});

	test.each([
		['code', '`a «b»`', '<p><code>a b</code></p>'],
		['a code block', '```\n«a»\n```', '<pre><code>a\n</code></pre>'],
		['an address', '[a](b«c»)', '<p><a href="bc" rel="noopener noreferrer">a</a></p>'],
		['an alternative text', '![a «b»](c)', '<p><span class="il-image" title="c">a b</span></p>'],
		['a comment', 'a <!-- «b» -->', '<p>a </p>'],
	])('a reference in %s is kept as written', (_, text, expected) => {
		expect(renderWithReferences(text)).toBe(expected);
	});

	test('characters of the private use area are text', () => {
		expect(renderWithReferences('\ue0000\ue001 «a»')).toBe('<p>\ue0000\ue001 <u>0: a</u></p>');
	});

	test('many references in one paragraph are found in linear time', () => {
		expect(renderWithReferences('«a» b '.repeat(20_000))).toContain('<u>19999: a</u>');
	});
});
