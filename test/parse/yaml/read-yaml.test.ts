import { describe, expect, test } from 'vitest';
import { parseYaml } from '../../../src/parse/yaml/read-yaml.ts';

const read = (text: string) => parseYaml(text, { start: 0, end: text.length });
const plain = (value: unknown): unknown => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));
/** Each problem as its kind, the text that it stands on, and its message. */
const told = (text: string) =>
	read(text).problems.map(({ kind, range, message }) => [kind, text.slice(range.start, range.end), message]);

describe('values', () => {
	const cases: readonly [text: string, value: unknown][] = [
		['a: 12:30\nb: 2024-08-26\nc: yes\nd: on', { a: '12:30', b: '2024-08-26', c: 'yes', d: 'on' }],
		['%YAML 1.1\n---\na: 12:30\nb: yes\nc: 0o17', { a: '12:30', b: 'yes', c: 15 }],
		['%YAML 9.9\n---\na: 12:30', { a: '12:30' }],
		['a: 5\nb: true\nc: ~\nd:\ne: 1.5', { a: 5, b: true, c: null, d: null, e: 1.5 }],
		['1: a\n~: b\ntrue: c\n[x]: d', { 1: 'a', '~': 'b', true: 'c', '[x]': 'd' }],
		['a: !!timestamp 2024-08-26\nb: !mine c', { a: '2024-08-26', b: 'c' }],
		['a: [b: c, d]', { a: [{ b: 'c' }, 'd'] }],
		['{ a: { b: [1, 2] } }', { a: { b: [1, 2] } }],
		['a: 1\n---\nb: 2', { a: 1 }],
		['<<: { a: 1 }\nb: 2', { '<<': { a: 1 }, b: 2 }],
		['a: |\n  one\n  two\n\nb: >\n  one\n  two\n', { a: 'one\ntwo\n', b: 'one two\n' }],
	];
	test.each(cases)('%j', (text, value) => {
		expect(plain(read(text).data?.value)).toEqual(value);
	});

	test('are without a prototype, so that no key of a user is anything but a key', () => {
		const { data } = read('__proto__: { x: 1 }\nconstructor: a\nb: { toString: c }');
		expect(Object.getPrototypeOf(data?.value)).toBeNull();
		expect(Object.getPrototypeOf(data?.value['b'])).toBeNull();
		expect(Object.keys(data?.value ?? {})).toEqual(['__proto__', 'constructor', 'b']);
		expect(data?.at(['__proto__', 'x'])?.value).toBe(1);
		expect(data?.at(['valueOf'])).toBeUndefined();
	});

	test.each(['', '\n\n', '# only a comment\n', '---\n', '~'])('there are none in %j, which is no fault', text => {
		expect(read(text)).toEqual({ data: undefined, problems: [] });
	});
});

describe('places', () => {
	const cases: readonly [text: string, path: (string | number)[], found: string][] = [
		['a: one two # no', ['a'], 'one two'],
		['a: "one"', ['a'], 'one'],
		["a: 'one'", ['a'], 'one'],
		['a: "o\\nne"', ['a'], '"o\\nne"'],
		["a: 'it''s'", ['a'], "'it''s'"],
		['a: one\n  two', ['a'], 'one\n  two'],
		['a: |\n  one\n\n  two\n\nb: c', ['a'], 'one\n\n  two'],
		['a: >-\n  one\nb: c', ['a'], 'one'],
		['a: |\nb: c', ['a'], '|\n'],
		['a:\nb: c', ['a'], ''],
		['a: [x, y]', ['a', 1], 'y'],
		['a:\n  - id: x\n    relation: y\n  - z', ['a', 0], 'id: x\n    relation: y'],
		['a:\r\n  - { id: "x" }\r\n', ['a', 0, 'id'], 'x'],
		['\u{1F525}: 1\na: \u{1F525}\u{1F525}b', ['a'], '\u{1F525}\u{1F525}b'],
		['a: 2024', ['a'], '2024'],
		['a: x\na: y', ['a'], 'y'],
	];
	test.each(cases)('%j %j', (text, path, found) => {
		const range = read(text).data?.at(path)?.range;
		expect(text.slice(range?.start, range?.end)).toBe(found);
	});

	test('of an absent value is the end of its key', () => {
		expect(read('a: 1\nimpact:  \nb: 2').data?.at(['impact'])).toMatchObject({
			value: null,
			range: { start: 11, end: 11 },
		});
	});

	test('count from the start of the document, not of the part that is YAML', () => {
		const text = '---\r\nid: x\r\nat: "y"\r\n---\r\n';
		const { data } = parseYaml(text, { start: 5, end: 21 });
		const { range, keyRange } = data?.at(['at']) ?? {};
		expect(text.slice(range?.start, range?.end)).toBe('y');
		expect(text.slice(keyRange?.start, keyRange?.end)).toBe('at');
	});

	test('of keys are in written order, each as often as it stands there', () => {
		const text = 'b: 1\n"a": 2\nb: 3\nc: { d: 1 }';
		const { data } = read(text);
		expect(data?.keys([]).map(({ key, range }) => [key, text.slice(range.start, range.end)])).toEqual([
			['b', 'b'],
			['a', 'a'],
			['b', 'b'],
			['c', 'c'],
		]);
		expect(data?.keys(['c']).map(({ key }) => key)).toEqual(['d']);
		expect(data?.keys(['a'])).toEqual([]);
		expect(data?.keys(['x'])).toEqual([]);
	});

	test('lead nowhere below a value that has no members', () => {
		const { data } = read('a: text\nb: [1]');
		expect(data?.at(['a', 'length'])).toBeUndefined();
		expect(data?.at(['b', 'length'])).toBeUndefined();
		expect(data?.at(['b', 1])).toBeUndefined();
		expect(data?.at([])?.value).toEqual(data?.value);
	});
});

describe('what is no syntax error and yet a problem', () => {
	test('a key that stands twice: told at the later, which counts, with the first as related place', () => {
		const text = 'a: 1\nb: { c: 1, c: 2 }\na: 3';
		const { data, problems } = read(text);
		expect(plain(data?.value)).toEqual({ a: 3, b: { c: 2 } });
		expect(problems).toEqual([
			{
				kind: 'duplicate-key',
				range: { start: 16, end: 17 },
				message: '`c` stands here a second time; expected each key once',
				related: { start: 10, end: 11 },
			},
			{
				kind: 'duplicate-key',
				range: { start: 23, end: 24 },
				message: '`a` stands here a second time; expected each key once',
				related: { start: 0, end: 1 },
			},
		]);
	});

	test('anchors and aliases: told where they stand, never followed', () => {
		const text = 'a: &one 1\nb: *one\nc: &ring [*ring]';
		expect(plain(read(text).data?.value)).toEqual({ a: 1, b: null, c: [null] });
		expect(told(text)).toEqual([
			['alias', '&one', 'anchor `&one`; expected no anchors and no aliases'],
			['alias', '*one', 'alias `*one`; expected the value itself'],
			['alias', '&ring', 'anchor `&ring`; expected no anchors and no aliases'],
			['alias', '*ring', 'alias `*ring`; expected the value itself'],
		]);
	});

	test('as keys, too', () => {
		expect(told('&k a: 1\n*k : 2')).toEqual([
			['alias', '&k', 'anchor `&k`; expected no anchors and no aliases'],
			['alias', '*k', 'alias `*k`; expected the value itself'],
		]);
	});

	test('an alias bomb does not go off', () => {
		const lines = Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}, *a${i}, *a${i}]`);
		const { data, problems } = read(['a0: &a0 x', ...lines].join('\n'));
		expect(data?.value['a30']).toEqual([null, null, null, null]);
		expect(problems).toHaveLength(100);
	});

	test.each([
		['- a\n- b', '-', 'a list; expected a mapping (`key: value`)'],
		['[a, b]', '[', 'a list; expected a mapping (`key: value`)'],
		['just words', 'j', 'a single value; expected a mapping (`key: value`)'],
		['- a\nb: c', '-', 'a list; expected a mapping (`key: value`)'],
	])('a root that is no mapping: %j', (text, found, message) => {
		expect(read(text).data).toBeUndefined();
		expect(told(text)).toEqual([['syntax', found, message]]);
	});
});

test.each([
	['words', 'a: b\n'.repeat(40_000)],
	['signs', ']\n'.repeat(80_000)],
	['empty lines', '\n'.repeat(200_000)],
])('more YAML than a record can be is not looked into: %s', (_name, text) => {
	const message = 'more than 100000 words and signs of YAML; expected a record of a few hundred';
	expect(read(text)).toEqual({
		data: undefined,
		problems: [{ kind: 'too-large', range: { start: 0, end: 0 }, message, related: undefined }],
	});
});

test('a long text in a block is no such thing', () => {
	const text = `summary: |\n${'  - word, word: [word]\n'.repeat(20_000)}`;
	expect(read(text).problems).toEqual([]);
});

describe('nesting', () => {
	const message = 'nested deeper than 100 levels; expected a record of a few';
	const deep: readonly [name: string, text: string][] = [
		['brackets', `a: ${'['.repeat(10_000)}`],
		['braces', `a: ${'{a: '.repeat(10_000)}`],
		['closed brackets', `a: ${'['.repeat(10_000)}${']'.repeat(10_000)}`],
		['dashes', '- '.repeat(10_000)],
		['question marks', '? '.repeat(10_000)],
		['indentation', Array.from({ length: 300 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
	];
	test.each(deep)('deeper than any record: %s', (_name, text) => {
		const { problems } = read(text);
		expect(problems.map(problem => problem.message)).toEqual([message]);
		expect(problems[0]?.range.start).toBeLessThan(50_000);
	});

	test('brackets in the prose of many fields do not add up', () => {
		const text = Array.from({ length: 500 }, (_, i) => `field${i}: see [[note`).join('\n');
		expect(read(text).problems).toEqual([]);
		expect(read(text).data?.value['field499']).toBe('see [[note');
	});
});
