import { describe, expect, test } from 'vitest';
import { yamlPlaceAt } from '../../src/features/yaml-place.ts';
import { readText } from '../support/fixture.ts';

/** `$0` is the cursor. The outcome: what is expected, where, what would be replaced, which keys stand beside it. */
const cases: readonly [caption: string, text: string, outcome: string][] = [
	['an empty text', '$0', 'word / "" []'],
	['a key half typed', 'title: A\nsta$0', 'word / "sta" [title]'],
	['a key with its colon', 'tit$0le: A\nid: b', 'word / "title" [id] colon'],
	['a value', 'impact: mi$0', 'value /impact "mi" []'],
	['a value not begun', 'title: A\nimpact: $0\nid: x', 'value /impact "" [title id]'],
	['directly behind the colon', 'impact:$0', 'value /impact "" [] space'],
	['the middle of a value', 'impact: mi$0nor # so-so', 'value /impact "minor" []'],
	['a quoted value', 'impact: "mi$0nor"', 'value /impact "minor" []'],
	['a quote just opened', "impact: '$0", 'value /impact "" []'],
	['a value with a colon in it', 'started_at: 2024-08-26T05:$030:00Z', 'value /started_at "2024-08-26T05:30:00Z" []'],
	['an item of a list', 'components:\n  - pro$0', 'word /components/* "pro" []'],
	['an item not begun', 'components:\n  - registry\n  - $0', 'word /components/* "" []'],
	['a dash and nothing behind it', 'components:\n  -$0', 'word /components/* "" [] space'],
	['a list that is not indented', 'components:\n- $0\n', 'word /components/* "" []'],
	['the second item of such a list', 'id: x\ncomponents:\n- a\n- $0\ntitle: y', 'word /components/* "" []'],
	['the first key of an item', 'references:\n  - i$0', 'word /references/* "i" []'],
	['the next key of an item', 'references:\n  - id: x\n    rel$0', 'word /references/* "rel" [id]'],
	[
		'keys below count',
		'references:\n  - id: x\n    $0\n    relation: related\n  - note: x',
		'word /references/* "" [id relation]',
	],
	['keys of other items do not', 'references:\n  - relation: x\n  - $0\n    id: y', 'word /references/* "" [id]'],
	['a value in an item', 'references:\n  - relation: $0', 'value /references/*/relation "" []'],
	[
		'a value further down in an item',
		'references:\n  - id: x\n    relation: re$0',
		'value /references/*/relation "re" [id]',
	],
	['an empty line in a mapping', 'impact:\n  levels: [a]\n  $0\nid: x', 'word /impact "" [levels]'],
	['an empty line at the margin', 'impact:\n  levels: [a]\n$0\nid: x', 'word / "" [impact id]'],
	['deeper than everything', 'impact:\n  aliases:\n    SEV1: cri$0', 'value /impact/aliases/SEV1 "cri" []'],
	['a flow list', 'components: [a, b$0]', 'word /components/* "b" []'],
	['a flow list just opened', 'components: [$0', 'word /components/* "" []'],
	['a flow mapping, key', 'references:\n  - { id: x, rel$0 }', 'word /references/* "rel" [id]'],
	['a flow mapping, value', 'references:\n  - { id: $0 }', 'value /references/*/id "" [id]'],
	[
		'a flow mapping, value in quotes',
		'references:\n  - { id: "x$0y", relation: z }',
		'value /references/*/id "xy" [id]',
	],
	['flow in flow', 'references: [{ id: a }, { relation: re$0 }]', 'value /references/*/relation "re" [relation]'],
	['behind a closed flow mapping', 'references: [{ id: a }, $0]', 'word /references/* "" []'],
	['comments between', 'references:\n# one\n  # two: three\n  - id: $0', 'value /references/*/id "" []'],
	['a block of text', 'summary: |\n  The imp$0', 'nothing'],
	['a folded block of text in an item', 'updates:\n  - body: >-\n      Some: $0', 'nothing'],
	['behind a block of text', 'summary: |\n  Some: text\n  - more\nim$0', 'word / "im" [summary]'],
	['a comment', '# imp$0', 'nothing'],
	['a comment behind a value', 'impact: minor # no$0', 'nothing'],
	['a number sign in a word', 'title: C#$0', 'value /title "C#" []'],
	['Windows line ends', 'title: A\r\nimpact: mi$0\r\nid: x\r\n', 'value /impact "mi" [title id]'],
	['a quoted key', '"SEV 1": $0', 'value /SEV 1 "" []'],
	['dashes in dashes', 'x:\n  - - a: 1\n      b$0', 'word /x/*/* "b" [a]'],
];

describe('the place of the cursor in YAML', () => {
	test.each(cases)('%s', (_caption, marked, outcome) => {
		const { text, cursor = -1 } = readText(marked);
		const place = yamlPlaceAt(text, { start: 0, end: text.length }, cursor);
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
