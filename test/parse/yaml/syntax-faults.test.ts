import { expect, test } from 'vitest';
import { readYamlDocument } from '../../../src/parse/yaml/parser.ts';
import { BY_TEXT } from '../../../src/parse/yaml/syntax-faults.ts';

/** A YAML text for each message of the `yaml` package that is matched by its text. */
const PROVOKES: Readonly<Record<string, string>> = {
	'Comments must be': 'a: "b"#c',
	'Missing , or :': 'a: ["b" "c"]',
	'Missing , between': '{ a: - b }',
	'Sequence item': '- a: b\n-  c: d\n  e: f',
	'directives-end': '%YAML 1.2\na: b',
	'Block scalars with': 'a: |\n   \n b\n',
	'sequence items': '- - a\n - b',
	'mapping items': 'a:\n    b: 1\n  c: 2',
};

test.each(BY_TEXT.map(([code, text]) => ({ code, text })))(
	'the parser reports $code with "$text"',
	({ code, text }) => {
		const errors = readYamlDocument(PROVOKES[text] ?? '')?.errors ?? [];
		expect(errors.some(error => error.code === code && error.message.includes(text))).toBe(true);
	},
);
