import { describe, expect, test } from 'vitest';
import { cursorAt } from '../../../src/parse/yaml/cursor.ts';
import { parseYaml } from '../../../src/parse/yaml/read-yaml.ts';
import { readText } from '../../support/fixture.ts';

function cursorIn(text: string, offset: number, yaml = { start: 0, end: text.length }) {
	const { data } = parseYaml(text, yaml);
	return data ? data.cursorAt(offset) : cursorAt(text, yaml, undefined, offset);
}

/** `$0` is the cursor. Expected: what is completed, its path, the text to replace, the other keys of the mapping. */
const cases: readonly (readonly [caption: string, marked: string, expected: string])[] = [
	// Keys.
	['an empty text', '$0', 'key / "" []'],
	['a text of comments', '# one\n$0\n# two', 'key / "" []'],
	['the first word of a text', 'sta$0', 'key / "sta" []'],
	['an incomplete key', 'title: A\nsta$0', 'key / "sta" [title]'],
	['an incomplete key between others', 'title: A\nsta$0\nid: x', 'key / "sta" [title id]'],
	['an incomplete key and a comment', 'title: A\nsta$0 # c\nid: x', 'key / "sta" [title id]'],
	['an incomplete key in quotes', 'title: A\n"sta$0\nid: x', 'key / "sta" [title id]'],
	['a key with its colon', 'tit$0le: A\nid: b', 'key / "title" [id] colon'],
	['the start of a key', '$0title: A\nid: b', 'key / "title" [id] colon'],
	['a quoted key', '"SEV$0 1": a', 'key / "SEV 1" [] colon'],
	['the second of two equal keys', 'id: a\nid$0: b', 'key / "id" [id] colon'],
	['an empty line before the first key', '$0\ntitle: A', 'key / "" [title]'],
	['an empty line between keys', 'title: A\n\n$0\n\nid: x', 'key / "" [title id]'],
	['an empty line after nested keys', 'impact:\n  levels: [a]\n$0\nid: x', 'key / "" [impact id]'],
	['an empty line in a mapping', 'impact:\n  levels: [a]\n  $0\nid: x', 'key /impact "" [levels]'],
	['the first line of a mapping', 'impact:\n  $0\nid: x', 'key /impact "" []'],
	['the first key of a mapping', 'impact:\n  lev$0\nid: x', 'key /impact "lev" []'],
	['a line before the first key of a mapping', 'impact:\n  $0\n  levels: [a]', 'key /impact "" [levels]'],
	['a line with less indentation than the keys', 'impact:\n    levels: [a]\n  $0', 'key /impact "" [levels]'],
	['a line after block text', 'summary: |\n  Some: text\n  - more\nim$0', 'key / "im" [summary]'],
	['an empty line after block text', 'summary: |\n  Text.\n$0\nid: x', 'key / "" [summary id]'],
	['a line after a syntax fault', 'title: "A\nimpact: [a\n$0\nid: x', 'key / "" [title impact id]'],
	['a line after the start of a document', '---\ntitle: A\n$0', 'key / "" [title]'],
	// Values.
	['a value', 'impact: mi$0', 'value /impact "mi" []'],
	['an absent value', 'title: A\nimpact: $0\nid: x', 'value /impact "" [title id]'],
	['directly after a colon', 'impact:$0', 'value /impact "" [] space'],
	['directly after the colon of a nested mapping', 'impact:$0\n  levels: [a]', 'value /impact "" [] space'],
	['the middle of a value', 'impact: mi$0nor # so-so', 'value /impact "minor" []'],
	['spaces before a value', 'impact: $0  minor', 'value /impact "  minor" []'],
	['a space after a value', 'impact: minor $0', 'value /impact "minor " []'],
	['a quoted value', 'impact: "mi$0nor"', 'value /impact "minor" []'],
	['an unclosed quote', "impact: '$0", 'value /impact "" []'],
	['an unclosed quote before other keys', 'title: A\nimpact: "mi$0\nid: x', 'value /impact "mi" [title id]'],
	['a value with a colon', 'started_at: 2024-08-26T05:$030:00Z', 'value /started_at "2024-08-26T05:30:00Z" []'],
	['a number sign in a word', 'title: C#$0', 'value /title "C#" []'],
	['a number sign in quotes', 'title: "a # b$0"', 'value /title "a # b" []'],
	['the value of a quoted key', '"SEV 1": $0', 'value /SEV 1 "" []'],
	['a nested value', 'impact:\n  aliases:\n    SEV1: cri$0', 'value /impact/aliases/SEV1 "cri" []'],
	['the first line of a long value', 'impact: mi$0\n  nor', 'value /impact "mi" []'],
	// Lists.
	['a list item', 'components:\n  - pro$0', 'item /components/0 "pro" []'],
	['an absent list item', 'components:\n  - registry\n  - $0', 'item /components/1 "" []'],
	['an absent item between others', 'components:\n  - a\n  - $0\n  - b', 'item /components/1 "" []'],
	['a dash without a space', 'components:\n  -$0', 'item /components/0 "" [] space'],
	['a list without indentation', 'components:\n- $0\n', 'item /components/0 "" []'],
	['the second item without indentation', 'id: x\ncomponents:\n- a\n- $0\ntitle: y', 'item /components/1 "" []'],
	['the line after a dash', 'references:\n  -\n    $0', 'item /references/0 "" []'],
	['the incomplete first key of an item', 'references:\n  - i$0', 'item /references/0 "i" []'],
	['the next key of an item', 'references:\n  - id: x\n    rel$0', 'key /references/0 "rel" [id]'],
	[
		'a key between the keys of an item',
		'references:\n  - id: x\n    $0\n    relation: related\n  - note: x',
		'key /references/0 "" [id relation]',
	],
	['a dash before the keys of an item', 'references:\n  - relation: x\n  - $0\n    id: y', 'key /references/1 "" [id]'],
	['a value in an item', 'references:\n  - relation: $0', 'value /references/0/relation "" []'],
	['a later value in an item', 'references:\n  - id: x\n    relation: re$0', 'value /references/0/relation "re" [id]'],
	['a line between items', 'references:\n  - id: a\n  $0\nz: 1', 'key /references "" []'],
	['a line after a list', 'references:\n  - id: a\n$0\nz: 1', 'key / "" [references z]'],
	['a line after a list without indentation', 'references:\n- id: a\n$0\nz: 1', 'key / "" [references z]'],
	['a list in a list', 'x:\n  - - a: 1\n      b$0', 'key /x/0/0 "b" [a]'],
	['comments between lines', 'references:\n# one\n  # two: three\n  - id: $0', 'value /references/0/id "" []'],
	// Flow collections.
	['an item of a flow sequence', 'components: [a, b$0]', 'item /components/1 "b" [] flow'],
	['an empty flow sequence', 'components: [$0]', 'item /components/0 "" [] flow'],
	['an unclosed flow sequence', 'components: [$0\nid: x', 'item /components/0 "" [] flow'],
	['an unclosed flow sequence with items', 'components: [a, $0\nid: x', 'item /components/1 "" [] flow'],
	['an absent item of a flow sequence', 'components: [a, $0, b]', 'item /components/1 "" [] flow'],
	['a flow sequence on several lines', 'components: [\n  a,\n  $0\n]', 'item /components/1 "" [] flow'],
	['a key of a flow mapping', 'references:\n  - { id: x, rel$0 }', 'key /references/0 "rel" [id] flow'],
	['a key before another', 'references:\n  - { $0, relation: y }', 'key /references/0 "" [relation] flow'],
	['an empty flow mapping', 'references: [{ $0 }]', 'key /references/0 "" [] flow'],
	['a value of a flow mapping', 'references:\n  - { id: $0 }', 'value /references/0/id "" [] flow'],
	['a value of an unclosed flow mapping', 'references:\n  - { id: $0', 'value /references/0/id "" [] flow'],
	[
		'a quoted value of a flow mapping',
		'references:\n  - { id: "x$0y", relation: z }',
		'value /references/0/id "xy" [relation] flow',
	],
	[
		'an unclosed quote in a flow mapping',
		'references:\n  - { id: "x$0, relation: z }',
		'value /references/0/id "x" [relation] flow',
	],
	[
		'a flow mapping in a flow sequence',
		'references: [{ id: a }, { relation: re$0 }]',
		'value /references/1/relation "re" [] flow',
	],
	['after a flow mapping in a flow sequence', 'references: [{ id: a }, $0]', 'item /references/1 "" [] flow'],
	['a pair without braces', 'references: [id: $0]', 'value /references/0/id "" [] flow'],
	['nested flow mappings', 'a: {b: {c: $0}}', 'value /a/b/c "" [] flow'],
	['a flow mapping as the root', '{ title: A, im$0 }', 'key / "im" [title] flow'],
	// No completion.
	['a comment', '# imp$0', 'none'],
	['a comment after a value', 'impact: minor # no$0', 'none'],
	['a comment after an unclosed quote', 'title: "A\nimpact: minor # no$0', 'none'],
	['block text', 'summary: |\n  The imp$0', 'none'],
	['empty block text', 'summary: |\n  $0', 'none'],
	['an empty line in block text', 'summary: |\n  a\n$0\n  b', 'none'],
	['folded block text in an item', 'updates:\n  - body: >-\n      Some: $0', 'none'],
	['a later line of a value', 'title: x\n  text\n  $0', 'none'],
	['an indented line after a value', 'title: x\n  $0', 'none'],
	['after a quoted value', 'impact: "minor" $0', 'none'],
	['after a flow sequence', 'components: [a] $0', 'none'],
	['the start of a document', '---$0\ntitle: A', 'none'],
	['a list as the root', '- $0', 'none'],
];

describe('the cursor in YAML', () => {
	test.each(cases)('%s', (_caption, marked, expected) => {
		const { text, cursor: offset = -1 } = readText(marked);
		const cursor = cursorIn(text, offset);
		const parts = cursor && [
			cursor.expects,
			`/${cursor.path.join('/')}`,
			JSON.stringify(text.slice(cursor.written.start, cursor.written.end)),
			`[${[...cursor.siblings].join(' ')}]`,
			...(cursor.hasColon ? ['colon'] : []),
			...(cursor.needsSpace ? ['space'] : []),
			...(cursor.isInFlow ? ['flow'] : []),
		];
		expect(parts?.join(' ') ?? 'none').toBe(expected);
	});

	test('is limited to the front matter', () => {
		const text = '---\ntitle: A\n\n---\nstatus: resolved\n';
		const cursor = cursorIn(text, 13, { start: 4, end: 14 });
		expect([...(cursor?.siblings ?? [])]).toEqual(['title']);
	});

	test('replaces a range on its line at every offset of an invalid text', () => {
		const text = 'a: {b: [c, "d\n- e: |\n  f: \'\n -- g:\n\t- h\n"i": ]}#\nj: "k\n  l\n- [m: n\n';
		for (let offset = 0; offset <= text.length; offset++) {
			const { start, end } = cursorIn(text, offset)?.written ?? { start: offset, end: offset };
			expect([start <= offset, offset <= end, text.slice(start, end).includes('\n')]).toEqual([true, true, false]);
		}
	});
});

describe('the path at an offset', () => {
	test.each<[marked: string, path: (string | number)[]]>([
		['im$0pact: minor', ['impact']],
		['$0impact: minor', ['impact']],
		['impact: mi$0nor', ['impact']],
		['a: "x$0"', ['a']],
		['a: b\n\n$0\nc: d', []],
		['a: b\nimp$0\nc: d', []],
		['references:\n  - $0id: x', ['references', 0, 'id']],
		['references:\n  - id: a\n  - $0b\nz: 1', ['references', 1]],
		['references:\n  - id: a\n    relation: b$0\nz: 1', ['references', 0, 'relation']],
		['components: [a, b$0]', ['components', 1]],
		['components: [a, $0]', ['components']],
		['a: {b: {c: d$0}}', ['a', 'b', 'c']],
		['summary: |\n  text\n  mo$0re\nb: c', ['summary']],
		['summary: x\n  te$0xt', ['summary']],
	])('%j', (marked, path) => {
		const { text, cursor = -1 } = readText(marked);
		expect(parseYaml(text, { start: 0, end: text.length }).data?.pathAt(cursor)).toEqual(path);
	});
});
