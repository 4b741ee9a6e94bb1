import { expect, test } from 'vitest';
import { parseYaml } from '../../../src/parse/yaml/read-yaml.ts';

/** `▮` is the cursor. */
const cases: readonly [marked: string, path: (string | number)[]][] = [
	['impact: ▮', ['impact']],
	['impact:▮', ['impact']],
	['im▮pact: minor', ['impact']],
	['▮impact: minor', ['impact']],
	['impact: mi▮nor', ['impact']],
	['impact: minor  ▮\nb: c', ['impact']],
	['impact: ▮\nstarted_at: 2024-08-26', ['impact']],
	['a: "x▮"', ['a']],
	['a: b\n\n▮\nc: d', []],
	['a: b\nimp▮\nc: d', []],
	// Block lists.
	['references:\n  - ▮', ['references', 0]],
	['references:\n  - ▮id: x', ['references', 0, 'id']],
	['references:\n  - id: a\n  - ▮\nz: 1', ['references', 1]],
	['references:\n  - id: a\n    ▮\nz: 1', ['references', 0]],
	['references:\n  - id: a\n    re▮\nz: 1', ['references', 0]],
	['references:\n  - id: a\n    relation: ▮\nz: 1', ['references', 0, 'relation']],
	['references:\n  - id: a\n  ▮\nz: 1', ['references']],
	['references:\n  - id: a\n▮\nz: 1', []],
	['references:\n  ▮\nz: 1', ['references']],
	['references:\n- id: a\n▮\nz: 1', []],
	['references:\n- id: a\n  ▮', ['references', 0]],
	['references:\n- id: a\n- ▮', ['references', 1]],
	// Flow.
	['references:\n  - { id: ▮', ['references', 0, 'id']],
	['references:\n  - { id: ▮}\n', ['references', 0, 'id']],
	['references:\n  - { id: a, ▮}\n', ['references', 0]],
	['references:\n  - { id: a, relation: ▮\nz: 1', ['references', 0, 'relation']],
	['components: [a, b▮]', ['components', 1]],
	['components: [a, ▮]', ['components']],
	['components: [▮]', ['components']],
	['a: {b: {c: ▮}}', ['a', 'b', 'c']],
	// Text of several lines, and nested mappings.
	['summary: x\n  text\n  ▮', ['summary']],
	['summary: |\n  text\n  mo▮re\nb: c', ['summary']],
	['a:\n  b:\n    c: 1\n  ▮', ['a']],
	['a:\n  b:\n    c: 1\n    ▮', ['a', 'b']],
];

test.each(cases)('%j', (marked, path) => {
	const offset = marked.indexOf('▮');
	const text = marked.replace('▮', '');
	expect(parseYaml(text, { start: 0, end: text.length }).data?.pathAt(offset)).toEqual(path);
});
