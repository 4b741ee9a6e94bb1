import { describe, expect, test } from 'vitest';
import { DEFAULT_CONFIGURATION } from '../../../src/core/configuration.ts';
import type { Finding } from '../../../src/core/finding.ts';
import { FixtureLog } from '../../support/fixture-log.ts';
import { cases } from './cases.ts';

/** YAML values for a field with a word, a text or a time, each on one line. */
const VALUES: readonly string[] = [
	'{a: b}',
	'[{a: b}]',
	'[[a], {b: [c]}]',
	'{}',
	'[]',
	'~',
	'true',
	'-0',
	'.nan',
	'-.inf',
	'123456789012345678901234567890',
	'!!set {a, b}',
	'!!binary aGk=',
	'!!timestamp 2024-08-26',
	'!unknown {a: b}',
	'!unknown a',
	'constructor',
	'__proto__',
	'toString',
	'{__proto__: {a: b}}',
	'{toString: a, valueOf: b}',
];

function findingsOf(uri: string, text: string, dialect: string): readonly Finding[] {
	const configuration = { ...DEFAULT_CONFIGURATION, dialect };
	const log = new FixtureLog({}, { configuration });
	log.set(uri, text, 'incident');
	return log.findings(uri);
}

const FRONT_MATTER = cases.filter(({ text }) => text.startsWith('---\n'));
const TOP_LEVEL_FIELD = /^([\w-]+):(?: .*)?$/gm;

describe.each(FRONT_MATTER.map(each => [`${each.dialect}: ${each.what}`, each] as const))('%s', (_, each) => {
	const head = each.text.slice(0, each.text.indexOf('\n---', 4));
	const fields = [...head.matchAll(TOP_LEVEL_FIELD)].map(([line, key = '']) => ({ line, key }));

	test.each(VALUES)('no field throws with the value %s', value => {
		expect(fields.length).toBeGreaterThan(1);
		for (const { line, key } of fields) {
			const text = each.text.replace(line, () => `${key}: ${value}`);
			expect(() => findingsOf('file:///log/a.md', text, each.dialect), key).not.toThrow();
		}
	});
});

describe('a mapping or a list in a field with mapped words', () => {
	const record = (field: string) =>
		`---\ntitle: Mail is slow\ndate: 2024-08-26 05:30:00\nresolved: true\nresolvedWhen: 2024-08-26 06:30:00\n${field}\nsection: issue\n---\n`;

	test.each([
		['{a: b}', 'Wrong type of `impact`: mapping.'],
		['[down, {a: b}]', 'Wrong type of `impact`: list.'],
	])('%s is reported at its field, as in a native record', (value, message) => {
		const text = record(`severity: ${value}`);
		const found = findingsOf('file:///log/content/issues/mail.md', text, 'cstate').filter(
			({ code }) => code === 'schema/invalid',
		);
		expect(found.map(finding => [text.slice(finding.range.start, finding.range.end), finding.message])).toEqual([
			['severity', expect.stringContaining(message)],
		]);
		const native = `title: A\nstarted_at: 2024-08-26T05:30:00Z\nimpact: ${value}\n`;
		const nativeFound = findingsOf('file:///log/incidents/a.yaml', native, 'native');
		expect(nativeFound.filter(({ code }) => code === 'schema/invalid').map(finding => finding.message)).toEqual(
			found.map(finding => finding.message),
		);
	});

	test.each(['constructor', '__proto__', 'toString'])('the word `%s` is an unknown level', word => {
		const found = findingsOf('file:///log/content/issues/mail.md', record(`severity: ${word}`), 'cstate');
		expect(found.map(({ code }) => code)).toContain('impact/unknown-level');
	});
});
