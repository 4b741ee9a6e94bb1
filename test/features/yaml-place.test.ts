import { describe, expect, test } from 'vitest';
import { yamlPlaceAt } from '../../src/features/yaml-place.ts';

/** `$$` is the cursor. The outcome: what is expected, where, what would be replaced, which keys stand beside it. */
const cases: readonly [caption: string, text: string, outcome: string][] = [
	['an empty text', '$$', 'word / "" []'],
	['a key half typed', 'title: A\nsta$$', 'word / "sta" [title]'],
	['a key with its colon', 'tit$$le: A\nid: b', 'word / "title" [id] colon'],
	['a value', 'impact: mi$$', 'value /impact "mi" []'],
	['a value not begun', 'title: A\nimpact: $$\nid: x', 'value /impact "" [title id]'],
	['directly behind the colon', 'impact:$$', 'value /impact "" [] space'],
	['the middle of a value', 'impact: mi$$nor # so-so', 'value /impact "minor" []'],
	['a quoted value', 'impact: "mi$$nor"', 'value /impact "minor" []'],
	['a quote just opened', "impact: '$$", 'value /impact "" []'],
	['a value with a colon in it', 'started_at: 2024-08-26T05:$$30:00Z', 'value /started_at "2024-08-26T05:30:00Z" []'],
	['an item of a list', 'components:\n  - pro$$', 'word /components/* "pro" []'],
	['an item not begun', 'components:\n  - registry\n  - $$', 'word /components/* "" []'],
	['a dash and nothing behind it', 'components:\n  -$$', 'word /components/* "" [] space'],
	['a list that is not indented', 'components:\n- $$\n', 'word /components/* "" []'],
	['the second item of such a list', 'id: x\ncomponents:\n- a\n- $$\ntitle: y', 'word /components/* "" []'],
	['the first key of an item', 'references:\n  - i$$', 'word /references/* "i" []'],
	['the next key of an item', 'references:\n  - id: x\n    rel$$', 'word /references/* "rel" [id]'],
	[
		'keys below count',
		'references:\n  - id: x\n    $$\n    relation: related\n  - note: x',
		'word /references/* "" [id relation]',
	],
	['keys of other items do not', 'references:\n  - relation: x\n  - $$\n    id: y', 'word /references/* "" [id]'],
	['a value in an item', 'references:\n  - relation: $$', 'value /references/*/relation "" []'],
	[
		'a value further down in an item',
		'references:\n  - id: x\n    relation: re$$',
		'value /references/*/relation "re" [id]',
	],
	['an empty line in a mapping', 'impact:\n  levels: [a]\n  $$\nid: x', 'word /impact "" [levels]'],
	['an empty line at the margin', 'impact:\n  levels: [a]\n$$\nid: x', 'word / "" [impact id]'],
	['deeper than everything', 'impact:\n  aliases:\n    SEV1: cri$$', 'value /impact/aliases/SEV1 "cri" []'],
	['a flow list', 'components: [a, b$$]', 'word /components/* "b" []'],
	['a flow list just opened', 'components: [$$', 'word /components/* "" []'],
	['a flow mapping, key', 'references:\n  - { id: x, rel$$ }', 'word /references/* "rel" [id]'],
	['a flow mapping, value', 'references:\n  - { id: $$ }', 'value /references/*/id "" [id]'],
	[
		'a flow mapping, value in quotes',
		'references:\n  - { id: "x$$y", relation: z }',
		'value /references/*/id "xy" [id]',
	],
	['flow in flow', 'references: [{ id: a }, { relation: re$$ }]', 'value /references/*/relation "re" [relation]'],
	['behind a closed flow mapping', 'references: [{ id: a }, $$]', 'word /references/* "" []'],
	['comments between', 'references:\n# one\n  # two: three\n  - id: $$', 'value /references/*/id "" []'],
	['a block of text', 'summary: |\n  The imp$$', 'nothing'],
	['a folded block of text in an item', 'updates:\n  - body: >-\n      Some: $$', 'nothing'],
	['behind a block of text', 'summary: |\n  Some: text\n  - more\nim$$', 'word / "im" [summary]'],
	['a comment', '# imp$$', 'nothing'],
	['a comment behind a value', 'impact: minor # no$$', 'nothing'],
	['a number sign in a word', 'title: C#$$', 'value /title "C#" []'],
	['Windows line ends', 'title: A\r\nimpact: mi$$\r\nid: x\r\n', 'value /impact "mi" [title id]'],
	['a quoted key', '"SEV 1": $$', 'value /SEV 1 "" []'],
	['dashes in dashes', 'x:\n  - - a: 1\n      b$$', 'word /x/*/* "b" [a]'],
];

describe('the place of the cursor in YAML', () => {
	test.each(cases)('%s', (_caption, marked, outcome) => {
		const offset = marked.indexOf('$$');
		const text = marked.replace('$$', '');
		const place = yamlPlaceAt(text, { start: 0, end: text.length }, offset);
		const told = place && [
			place.expects,
			`/${place.path.join('/')}`,
			JSON.stringify(text.slice(place.written.start, place.written.end)),
			`[${[...place.siblings].join(' ')}]`,
			...(place.hasColon ? ['colon'] : []),
			...(place.needsSpace ? ['space'] : []),
		];
		expect(told?.join(' ') ?? 'nothing').toBe(outcome);
	});

	test('stays within the front matter', () => {
		const text = '---\ntitle: A\n\n---\nstatus: resolved\n';
		const place = yamlPlaceAt(text, { start: 4, end: 14 }, 13);
		expect([...(place?.siblings ?? [])]).toEqual(['title']);
	});

	test('every place in a mutilated text gives an answer and no exception', () => {
		const text = 'a: {b: [c, "d\n- e: |\n  f: \'\n -- g:\n\t- h\n"i": ]}#';
		for (let offset = 0; offset <= text.length; offset++) {
			const place = yamlPlaceAt(text, { start: 0, end: text.length }, offset);
			if (place) {
				expect(place.written.start).toBeLessThanOrEqual(offset);
				expect(place.written.end).toBeGreaterThanOrEqual(offset);
			}
		}
	});
});
