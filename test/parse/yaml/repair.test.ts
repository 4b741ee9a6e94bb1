import { describe, expect, test } from 'vitest';
import { parseYaml } from '../../../src/parse/yaml/read-yaml.ts';

/**
 * A slip of the hand, marked with «…» where it is told, with its message and with what is read all the same. There is
 * one problem for one slip.
 */
const slips: readonly [marked: string, message: string, value: unknown][] = [
	// Quotes and brackets that are not closed.
	[
		'title: «"»abc\nimpact: minor\nx: y',
		'`"` is not closed on its line; expected another `"`',
		{ title: 'abc', impact: 'minor', x: 'y' },
	],
	['a: «"»b\nc: "d"\ne: f', '`"` is not closed on its line; expected another `"`', { a: 'b', c: 'd', e: 'f' }],
	["a: «'»b\n\nc: d\n", "`'` is not closed on its line; expected another `'`", { a: 'b', c: 'd' }],
	[
		'k: { at: «"»20, text: b }\nz: 1',
		'`"` is not closed on its line; expected another `"`',
		{ k: { at: '20', text: 'b' }, z: 1 },
	],
	['a: «[»b, c\nd: e', '`[` is not closed; expected `]`', { a: ['b', 'c'], d: 'e' }],
	['a:\n  - «{» id: b\n  - { id: c }', '`{` is not closed; expected `}`', { a: [{ id: 'b' }, { id: 'c' }] }],
	['a: «{»b: [c\nd: e', '`{` is not closed; expected `}`', { a: { b: ['c'] }, d: 'e' }],
	['r:\n  - «{» id: \nz: 1', '`{` is not closed; expected `}`', { r: [{ id: null }], z: 1 }],
	['a: {b: c}«}»\nd: e', '`}` closes nothing; expected an opening bracket before it', { a: { b: 'c' }, d: 'e' }],
	['a: «]»\nb: c', '`]` closes nothing; expected an opening bracket before it', { a: null, b: 'c' }],
	// Keys that are being typed.
	['«imp»\nstarted: y', '`imp` without `: `; expected `key: value`', { started: 'y' }],
	['a: b\n«imp»', '`imp` without `: `; expected `key: value`', { a: 'b' }],
	['a: b\r\n«imp»\r\nc: d\r\n', '`imp` without `: `; expected `key: value`', { a: 'b', c: 'd' }],
	['a: b\n«imp»\nfoo\nc: d', '`imp` without `: `; expected `key: value`', { a: 'b', c: 'd' }],
	['r:\n  - id: a\n    «re»\n  - id: b', '`re` without `: `; expected `key: value`', { r: [{ id: 'a' }, { id: 'b' }] }],
	['a: b\n«c:d»\n', '`c:d` without `: `; expected `key: value`', { a: 'b' }],
	[
		'a: b\n«-» c\nd: e',
		'`- ` among keys; expected `key: value`, or the list under a key of its own',
		{ a: 'b', d: 'e' },
	],
	// Indentation.
	['a:\n«\t»b: c\n\td: e', 'a tab in the indentation; expected spaces', { a: { b: 'c', d: 'e' } }],
	[
		'title: x\n  «impact»: y\n  z: 1\nq: 1',
		'`impact` is indented further than the key before it; expected the same indentation',
		{ title: 'x', impact: 'y', z: 1, q: 1 },
	],
	[
		'a:\n    b: 1\n  «c»: 2\n',
		'a key out of line with those before it; expected the same indentation',
		{ a: { b: 1 }, c: 2 },
	],
	// Values that need quotes.
	['title: «Fix: it»\nb: c', 'a second `: ` in one value; expected the value in quotes', { title: 'Fix: it', b: 'c' }],
	[
		'title: «Fix: it» # soon\nb: c',
		'a second `: ` in one value; expected the value in quotes',
		{ title: 'Fix: it', b: 'c' },
	],
	['a: «b: c: d»', 'a second `: ` in one value; expected the value in quotes', { a: 'b: c: d' }],
	['c:\n - { text: «a: b» }', 'a second `: ` in one value; expected the value in quotes', { c: [{ text: 'a: b' }] }],
	[
		'text: «**Bold** x»\nb: c',
		'`*` at the head of a text; expected the text in quotes',
		{ text: '**Bold** x', b: 'c' },
	],
	['text: «[a](b) c»\nd: e', '`[` at the head of a text; expected the text in quotes', { text: '[a](b) c', d: 'e' }],
	['text: «- a»\nb: c', '`-` at the head of a text; expected the text in quotes', { text: '- a', b: 'c' }],
	['text: «@»you', '`@` at the head of a value; expected the value in quotes', { text: '@you' }],
	[
		'text: «"a" b»\nc: d',
		'text behind the closing `"`; expected the whole value in other quotes',
		{ text: '"a" b', c: 'd' },
	],
	['a: "«\\d»"', '`\\d` is no escape within double quotes; expected single quotes, or `\\\\`', { a: '\\d' }],
	// And the rest.
	['a: 1\n«---»\nb: 2', 'a second YAML document in one file; expected one', { a: 1 }],
	[
		'a: b\n«<<<<<<<» HEAD\nb: b\n=======\nc: c\n>>>>>>> x\nd: e\n',
		'a merge conflict; expected one version',
		{ a: 'b', b: 'b', c: 'c', d: 'e' },
	],
	['a: |«x»\n  b\n', '`x` where nothing may stand; expected a new line', { a: 'b\n' }],
	['a: "b"«#c»\nd: e', '`#` right behind a value; expected a space before a comment', { a: 'b', d: 'e' }],
	['a: ["b" «"»c"]\nd: e', 'two values side by side; expected `,` or `:` between them', { a: [{ b: 'c' }], d: 'e' }],
];

describe('one clear problem for one slip', () => {
	test.each(slips)('%j', (marked, message, value) => {
		const start = marked.indexOf('«');
		const end = marked.indexOf('»') - 1;
		const text = marked.replace(/[«»]/g, '');
		const { data, problems } = parseYaml(text, { start: 0, end: text.length });
		expect(problems).toEqual([{ kind: 'syntax', range: { start, end }, message, related: undefined }]);
		if (value !== undefined) {
			expect(JSON.parse(JSON.stringify(data?.value))).toEqual(value);
		}
	});

	test('places stay right after what was mended', () => {
		const text = 'a: "b\nimp\nc: x: y\nd: "end"\n';
		const { data, problems } = parseYaml(text, { start: 0, end: text.length });
		const { range, keyRange } = data?.at(['d']) ?? {};
		expect(text.slice(range?.start, range?.end)).toBe('end');
		expect(text.slice(keyRange?.start, keyRange?.end)).toBe('d');
		expect(data?.at(['c'])?.value).toBe('x: y');
		expect(problems.length).toBeGreaterThan(0);
	});

	test('slips far from each other are told each, up to five', () => {
		const lines = Array.from({ length: 40 }, (_, i) => (i % 4 === 0 ? 'word' : `k${i}: v`));
		const { problems } = parseYaml(lines.join('\n'), { start: 0, end: lines.join('\n').length });
		expect(problems.map(problem => problem.message)).toEqual(
			Array(5).fill('`word` without `: `; expected `key: value`'),
		);
	});
});
