import { expect, test } from 'vitest';
import { parseYaml } from '../../../src/parse/yaml/read-yaml.ts';
import { readText } from '../../support/fixture.ts';

/** `$0` is the cursor. */
const cases: readonly [marked: string, path: (string | number)[]][] = [
	['impact: $0', ['impact']],
	['impact:$0', ['impact']],
	['im$0pact: minor', ['impact']],
	['$0impact: minor', ['impact']],
	['impact: mi$0nor', ['impact']],
	['impact: minor  $0\nb: c', ['impact']],
	['impact: $0\nstarted_at: 2024-08-26', ['impact']],
	['a: "x$0"', ['a']],
	['a: b\n\n$0\nc: d', []],
	['a: b\nimp$0\nc: d', []],
	// Block lists.
	['references:\n  - $0', ['references', 0]],
	['references:\n  - $0id: x', ['references', 0, 'id']],
	['references:\n  - id: a\n  - $0\nz: 1', ['references', 1]],
	['references:\n  - id: a\n    $0\nz: 1', ['references', 0]],
	['references:\n  - id: a\n    re$0\nz: 1', ['references', 0]],
	['references:\n  - id: a\n    relation: $0\nz: 1', ['references', 0, 'relation']],
	['references:\n  - id: a\n  $0\nz: 1', ['references']],
	['references:\n  - id: a\n$0\nz: 1', []],
	['references:\n  $0\nz: 1', ['references']],
	['references:\n- id: a\n$0\nz: 1', []],
	['references:\n- id: a\n  $0', ['references', 0]],
	['references:\n- id: a\n- $0', ['references', 1]],
	// Flow.
	['references:\n  - { id: $0', ['references', 0, 'id']],
	['references:\n  - { id: $0}\n', ['references', 0, 'id']],
	['references:\n  - { id: a, $0}\n', ['references', 0]],
	['references:\n  - { id: a, relation: $0\nz: 1', ['references', 0, 'relation']],
	['components: [a, b$0]', ['components', 1]],
	['components: [a, $0]', ['components']],
	['components: [$0]', ['components']],
	['a: {b: {c: $0}}', ['a', 'b', 'c']],
	// Text of several lines, and nested mappings.
	['summary: x\n  text\n  $0', ['summary']],
	['summary: |\n  text\n  mo$0re\nb: c', ['summary']],
	['a:\n  b:\n    c: 1\n  $0', ['a']],
	['a:\n  b:\n    c: 1\n    $0', ['a', 'b']],
];

test.each(cases)('%j', (marked, path) => {
	const { text, cursor = -1 } = readText(marked);
	expect(parseYaml(text, { start: 0, end: text.length }).data?.pathAt(cursor)).toEqual(path);
});
