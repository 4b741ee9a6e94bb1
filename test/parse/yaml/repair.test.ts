import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../../src/core/text-edit.ts';
import { parseYaml } from '../../../src/parse/yaml/read-yaml.ts';
import { readText } from '../../support/fixture.ts';

/**
 * A syntax fault whose reported range is marked with «…», with its message and the value that is still read. Each fault
 * gives one problem.
 */
const faults: readonly [marked: string, message: string, value: unknown][] = [
	// Quotes and brackets that are not closed.
	[
		'title: «"»abc\nimpact: minor\nx: y',
		'Unclosed quote `"`. Expected another `"` on the same line.',
		{ title: 'abc', impact: 'minor', x: 'y' },
	],
	['a: «"»b\nc: "d"\ne: f', 'Unclosed quote `"`. Expected another `"` on the same line.', { a: 'b', c: 'd', e: 'f' }],
	["a: «'»b\n\nc: d\n", "Unclosed quote `'`. Expected another `'` on the same line.", { a: 'b', c: 'd' }],
	[
		'k: { at: «"»20, text: b }\nz: 1',
		'Unclosed quote `"`. Expected another `"` on the same line.',
		{ k: { at: '20', text: 'b' }, z: 1 },
	],
	['a: «[»b, c\nd: e', 'Unclosed bracket `[`. Expected `]`.', { a: ['b', 'c'], d: 'e' }],
	['a:\n  - «{» id: b\n  - { id: c }', 'Unclosed bracket `{`. Expected `}`.', { a: [{ id: 'b' }, { id: 'c' }] }],
	['a: «{»b: [c\nd: e', 'Unclosed bracket `{`. Expected `}`.', { a: { b: ['c'] }, d: 'e' }],
	['r:\n  - «{» id: \nz: 1', 'Unclosed bracket `{`. Expected `}`.', { r: [{ id: null }], z: 1 }],
	[
		'a: {b: c}«}»\nd: e',
		'Unmatched closing bracket `}`. Expected an opening bracket before it.',
		{ a: { b: 'c' }, d: 'e' },
	],
	['a: «]»\nb: c', 'Unmatched closing bracket `]`. Expected an opening bracket before it.', { a: null, b: 'c' }],
	// Keys that are being typed.
	['«imp»\nstarted: y', 'Key without a value: `imp`. Expected `key: value`.', { started: 'y' }],
	['a: b\n«imp»', 'Key without a value: `imp`. Expected `key: value`.', { a: 'b' }],
	['a: b\r\n«imp»\r\nc: d\r\n', 'Key without a value: `imp`. Expected `key: value`.', { a: 'b', c: 'd' }],
	['a: b\n«imp»\nfoo\nc: d', 'Key without a value: `imp`. Expected `key: value`.', { a: 'b', c: 'd' }],
	[
		'r:\n  - id: a\n    «re»\n  - id: b',
		'Key without a value: `re`. Expected `key: value`.',
		{ r: [{ id: 'a' }, { id: 'b' }] },
	],
	['a: b\n«c:d»\n', 'Key without a value: `c:d`. Expected `key: value`.', { a: 'b' }],
	[
		'a: b\n«-» c\nd: e',
		'List item `- ` between keys. Expected `key: value`, or the list under its own key.',
		{ a: 'b', d: 'e' },
	],
	// Indentation.
	['a:\n«\t»b: c\n\td: e', 'Tab in the indentation. Expected spaces.', { a: { b: 'c', d: 'e' } }],
	[
		'title: x\n  «impact»: y\n  z: 1\nq: 1',
		'Key `impact` has more indentation than the key before it. Expected the same indentation.',
		{ title: 'x', impact: 'y', z: 1, q: 1 },
	],
	[
		'a:\n    b: 1\n  «c»: 2\n',
		'Key with a different indentation. Expected the indentation of the keys before it.',
		{ a: { b: 1 }, c: 2 },
	],
	// Values that need quotes.
	['title: «Fix: it»\nb: c', 'Second `: ` in one value. Expected the value in quotes.', { title: 'Fix: it', b: 'c' }],
	[
		'title: «Fix: it» # soon\nb: c',
		'Second `: ` in one value. Expected the value in quotes.',
		{ title: 'Fix: it', b: 'c' },
	],
	['a: «b: c: d»', 'Second `: ` in one value. Expected the value in quotes.', { a: 'b: c: d' }],
	['c:\n - { text: «a: b» }', 'Second `: ` in one value. Expected the value in quotes.', { c: [{ text: 'a: b' }] }],
	[
		'text: «**Bold** x»\nb: c',
		'Unquoted value begins with `*`. Expected the value in quotes.',
		{ text: '**Bold** x', b: 'c' },
	],
	[
		'text: «[a](b) c»\nd: e',
		'Unquoted value begins with `[`. Expected the value in quotes.',
		{ text: '[a](b) c', d: 'e' },
	],
	['text: «| grep»\nb: c', 'Unquoted value begins with `|`. Expected the value in quotes.', { text: '| grep', b: 'c' }],
	[
		'text: «> 5 % a»\nb: c',
		'Unquoted value begins with `>`. Expected the value in quotes.',
		{ text: '> 5 % a', b: 'c' },
	],
	['text: «& then»\nb: c', 'Unquoted value begins with `&`. Expected the value in quotes.', { text: '& then', b: 'c' }],
	[
		'text: «`a` b»\nb: c',
		'Unquoted value begins with a backtick. Expected the value in quotes.',
		{ text: '`a` b', b: 'c' },
	],
	['text: «? why»\nb: c', 'Unquoted value begins with `?`. Expected the value in quotes.', { text: '? why', b: 'c' }],
	[
		'text: «!new a» # x\nb: c',
		'Unquoted value begins with `!`. Expected the value in quotes.',
		{ text: '!new a', b: 'c' },
	],
	['text: «!new»\nb: c', 'Unquoted value begins with `!`. Expected the value in quotes.', { text: '!new', b: 'c' }],
	['text:«\t»[a]\nb: c', 'Tab before the value of `text`. Expected a space.', { text: ['a'], b: 'c' }],
	['text: «- a»\nb: c', 'Unquoted value begins with `-`. Expected the value in quotes.', { text: '- a', b: 'c' }],
	['text: «@you»', 'Unquoted value begins with `@`. Expected the value in quotes.', { text: '@you' }],
	[
		'text: «"a" b»\nc: d',
		'Text after the closing quote `"`. Expected the whole value in other quotes.',
		{ text: '"a" b', c: 'd' },
	],
	['a: "«\\d»"', 'Unknown escape `\\d` in double quotes. Expected single quotes, or `\\\\`.', { a: '\\d' }],
	[
		'text: [«!a», b]\nc: d',
		'Unquoted value begins with `!`, which makes `!a` a tag. Expected the value in quotes.',
		{ text: ['', 'b'], c: 'd' },
	],
	// Other faults.
	['a: 1\n«---»\nb: 2', 'Second YAML document in one file. Expected one document.', { a: 1 }],
	[
		'a: b\n«<<<<<<<» HEAD\nb: b\n=======\nc: c\n>>>>>>> x\nd: e\n',
		'Merge conflict marker. Expected one version of the text.',
		{ a: 'b', b: 'b', c: 'c', d: 'e' },
	],
	['a: |«x»\n  b\n', 'Unexpected text `x`. Expected a new line.', { a: 'b\n' }],
	[
		'a: "b"«#c»\nd: e',
		'Missing space before the comment `#`. Expected a space between a value and a comment.',
		{ a: 'b', d: 'e' },
	],
	['a: ["b" «"»c"]\nd: e', 'Missing separator between two values. Expected `,` or `:`.', { a: [{ b: 'c' }], d: 'e' }],
];

describe('reports one problem for one fault', () => {
	test.each(faults)('%j', (marked, message, value) => {
		const { text, marks } = readText(marked);
		const { data, problems } = parseYaml(text, { start: 0, end: text.length });
		expect(problems).toMatchObject([{ kind: 'syntax', range: marks[0], message, related: undefined }]);
		if (value !== undefined) {
			expect(JSON.parse(JSON.stringify(data?.value))).toEqual(value);
		}
	});

	test.each([
		['title: Fix: it # soon\nb: c', 'title: "Fix: it" # soon\nb: c'],
		['t: "a" b\nc: d\n', `t: '"a" b'\nc: d\n`],
		['b: c\ntext:\t \tx\n', 'b: c\ntext: x\n'],
	])('corrects %j', (text, fixed) => {
		const { problems } = parseYaml(text, { start: 0, end: text.length });
		expect(
			applyEdits(
				text,
				problems.flatMap(({ fix }) => fix?.edits ?? []),
			),
		).toBe(fixed);
	});

	test('keeps ranges right after a repair', () => {
		const text = 'a: "b\nimp\nc: x: y\nd: "end"\n';
		const { data, problems } = parseYaml(text, { start: 0, end: text.length });
		const { range, keyRange } = data?.at(['d']) ?? {};
		expect(text.slice(range?.start, range?.end)).toBe('end');
		expect(text.slice(keyRange?.start, keyRange?.end)).toBe('d');
		expect(data?.at(['c'])?.value).toBe('x: y');
		expect(problems.length).toBeGreaterThan(0);
	});

	test('reports faults that are far from each other, up to five', () => {
		const lines = Array.from({ length: 40 }, (_, i) => (i % 4 === 0 ? 'word' : `k${i}: v`));
		const { problems } = parseYaml(lines.join('\n'), { start: 0, end: lines.join('\n').length });
		expect(problems.map(problem => problem.message)).toEqual(
			Array(5).fill('Key without a value: `word`. Expected `key: value`.'),
		);
	});
});
