import { describe, expect, test } from 'vitest';
import { parseYaml } from '../../../src/parse/yaml/read-yaml.ts';

const read = (text: string) => parseYaml(text, { start: 0, end: text.length });
const plain = (value: unknown): unknown => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));
/** Each problem as its kind, the text of its range, and its message. */
const problemsIn = (text: string) =>
	read(text).problems.map(({ kind, range, message }) => [kind, text.slice(range.start, range.end), message]);

describe('values', () => {
	const cases: readonly [text: string, value: unknown][] = [
		['a: 12:30\nb: 2024-08-26\nc: yes\nd: on', { a: '12:30', b: '2024-08-26', c: 'yes', d: 'on' }],
		['%YAML 1.1\n---\na: 12:30\nb: yes\nc: 0o17', { a: '12:30', b: 'yes', c: 15 }],
		['%YAML 9.9\n---\na: 12:30', { a: '12:30' }],
		['a: 5\nb: true\nc: ~\nd:\ne: 1.5', { a: 5, b: true, c: null, d: null, e: 1.5 }],
		['1: a\n~: b\ntrue: c\n[x]: d', { 1: 'a', '~': 'b', true: 'c', '[x]': 'd' }],
		['a: !!timestamp 2024-08-26\nb: !!str c', { a: '2024-08-26', b: 'c' }],
		['a: [b: c, d]', { a: [{ b: 'c' }, 'd'] }],
		['{ a: { b: [1, 2] } }', { a: { b: [1, 2] } }],
		['a: 1\n---\nb: 2', { a: 1 }],
		['<<: { a: 1 }\nb: 2', { '<<': { a: 1 }, b: 2 }],
		['a: |\n  one\n  two\n\nb: >\n  one\n  two\n', { a: 'one\ntwo\n', b: 'one two\n' }],
	];
	test.each(cases)('%j', (text, value) => {
		expect(plain(read(text).data?.value)).toEqual(value);
	});

	test('have no prototype, so that user keys cannot reach inherited members', () => {
		const { data } = read('__proto__: { x: 1 }\nconstructor: a\nb: { toString: c }');
		expect(Object.getPrototypeOf(data?.value)).toBeNull();
		expect(Object.getPrototypeOf(data?.value['b'])).toBeNull();
		expect(Object.keys(data?.value ?? {})).toEqual(['__proto__', 'constructor', 'b']);
		expect(data?.at(['__proto__', 'x'])?.value).toBe(1);
		expect(data?.at(['valueOf'])).toBeUndefined();
	});

	test.each(['', '\n\n', '# only a comment\n', '---\n', '~'])('returns no data and no problem for %j', text => {
		expect(read(text)).toEqual({ data: undefined, problems: [] });
	});
});

describe('ranges', () => {
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

	test('an absent value has the end of its key', () => {
		expect(read('a: 1\nimpact:  \nb: 2').data?.at(['impact'])).toMatchObject({
			value: null,
			range: { start: 11, end: 11 },
		});
	});

	test('are offsets into the document, not into its YAML part', () => {
		const text = '---\r\nid: x\r\nat: "y"\r\n---\r\n';
		const { data } = parseYaml(text, { start: 5, end: 21 });
		const { range, keyRange } = data?.at(['at']) ?? {};
		expect(text.slice(range?.start, range?.end)).toBe('y');
		expect(text.slice(keyRange?.start, keyRange?.end)).toBe('at');
	});

	test('keys are in written order, one per occurrence', () => {
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

	test('are undefined below a value without members', () => {
		const { data } = read('a: text\nb: [1]');
		expect(data?.at(['a', 'length'])).toBeUndefined();
		expect(data?.at(['b', 'length'])).toBeUndefined();
		expect(data?.at(['b', 1])).toBeUndefined();
		expect(data?.at([])?.value).toEqual(data?.value);
	});
});

describe('problems other than syntax errors', () => {
	test('reports a duplicate key at the later occurrence, which wins, with the first as related range', () => {
		const text = 'a: 1\nb: { c: 1, c: 2 }\na: 3';
		const { data, problems } = read(text);
		expect(plain(data?.value)).toEqual({ a: 3, b: { c: 2 } });
		expect(problems).toEqual([
			{
				kind: 'duplicate-key',
				range: { start: 16, end: 17 },
				message: 'Duplicate key `c`. Expected each key once.',
				related: { start: 10, end: 11 },
			},
			{
				kind: 'duplicate-key',
				range: { start: 23, end: 24 },
				message: 'Duplicate key `a`. Expected each key once.',
				related: { start: 0, end: 1 },
			},
		]);
	});

	test('reports anchors and aliases and never follows them', () => {
		const text = 'a: &one 1\nb: *one\nc: &ring [*ring]';
		expect(plain(read(text).data?.value)).toEqual({ a: 1, b: null, c: [null] });
		expect(problemsIn(text)).toEqual([
			['alias', '&one', 'Anchor `&one`. Expected no anchors and no aliases.'],
			['alias', '*one', 'Alias `*one`. Expected the value itself.'],
			['alias', '&ring', 'Anchor `&ring`. Expected no anchors and no aliases.'],
			['alias', '*ring', 'Alias `*ring`. Expected the value itself.'],
		]);
	});

	test('reports anchors and aliases in keys', () => {
		expect(problemsIn('&k a: 1\n*k : 2')).toEqual([
			['alias', '&k', 'Anchor `&k`. Expected no anchors and no aliases.'],
			['alias', '*k', 'Alias `*k`. Expected the value itself.'],
		]);
	});

	test('does not expand nested aliases (billion laughs)', () => {
		const lines = Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}, *a${i}, *a${i}]`);
		const { data, problems } = read(['a0: &a0 x', ...lines].join('\n'));
		expect(data?.value['a30']).toEqual([null, null, null, null]);
		expect(problems).toHaveLength(100);
	});

	test.each([
		['- a\n- b', '-', 'Document is a list. Expected a mapping (`key: value`), with one record per file.'],
		['[a, b]', '[', 'Document is a list. Expected a mapping (`key: value`), with one record per file.'],
		['just words', 'j', 'Document is a single value. Expected a mapping (`key: value`).'],
		['- a\nb: c', '-', 'Document is a list. Expected a mapping (`key: value`), with one record per file.'],
	])('reports a root that is not a mapping: %j', (text, found, message) => {
		expect(read(text).data).toBeUndefined();
		expect(problemsIn(text)).toEqual([['syntax', found, message]]);
	});
});

test.each([
	['words', 'a: b\n'.repeat(40_000)],
	['signs', ']\n'.repeat(80_000)],
	['empty lines', '\n'.repeat(200_000)],
])('rejects YAML with too many tokens: %s', (_name, text) => {
	const message = 'YAML too long: more than 100000 tokens. Expected at most 100000 tokens.';
	expect(read(text)).toEqual({
		data: undefined,
		problems: [{ kind: 'too-large', range: { start: 0, end: 0 }, message, related: undefined }],
	});
});

test('accepts a long block scalar', () => {
	const text = `summary: |\n${'  - word, word: [word]\n'.repeat(20_000)}`;
	expect(read(text).problems).toEqual([]);
});

describe('nesting', () => {
	const message = 'YAML nested deeper than 100 levels. Expected at most 100 levels.';
	const deep: readonly [name: string, text: string][] = [
		['brackets', `a: ${'['.repeat(10_000)}`],
		['braces', `a: ${'{a: '.repeat(10_000)}`],
		['closed brackets', `a: ${'['.repeat(10_000)}${']'.repeat(10_000)}`],
		['dashes', '- '.repeat(10_000)],
		['question marks', '? '.repeat(10_000)],
		['indentation', Array.from({ length: 300 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
	];
	test.each(deep)('reports nesting beyond the limit: %s', (_name, text) => {
		const { problems } = read(text);
		expect(problems.map(problem => problem.message)).toEqual([message]);
		expect(problems[0]?.range.start).toBeLessThan(50_000);
	});

	test('does not add up brackets in the prose of many fields', () => {
		const text = Array.from({ length: 500 }, (_, i) => `field${i}: see [[note`).join('\n');
		expect(read(text).problems).toEqual([]);
		expect(read(text).data?.value['field499']).toBe('see [[note');
	});
});
