import { describe, expect, test } from 'vitest';
import { readExample } from '../../src/rules/example.ts';
import { rules } from '../../src/rules/index.ts';
import { ExampleLog } from './example-log.ts';

describe('rule titles', () => {
	const titles = rules.map(({ title }) => title);

	test('are unique and in sentence case, without a full stop', () => {
		expect(titles.filter(title => !/^[A-Z](?:[^.;:\n]|\.(?=\d)){3,59}$/.test(title))).toEqual([]);
		expect(new Set(titles).size).toBe(titles.length);
	});

	test('name the fault as a noun phrase, not as the correct state', () => {
		const sentence = /^(?:An?|The|Every|Each|All|No|What(?:ever)?|Who(?:ever)?)\b|\b(?:has|have|must|should)\b/;
		expect(titles.filter(title => sentence.test(title))).toEqual([]);
	});
});

describe('messages', () => {
	const findings = rules.flatMap(({ valid, invalid }) =>
		[...valid, ...invalid].flatMap(example => {
			const log = new ExampleLog(example.text, readExample(example).now, example.unread);
			return log.findings();
		}),
	);

	test('state the fault, then what is expected, in full sentences', () => {
		const messages = new Set(findings.map(({ message }) => message));
		const form = /^[A-Z].*\. Expected [^.].*\.$/s;
		expect([...messages].filter(message => !form.test(message) || /; expected/i.test(message))).toEqual([]);
		// Guards against a vacuous pass: every rule with invalid examples produces messages.
		expect(new Set(findings.map(({ code }) => code)).size).toBe(rules.filter(({ alwaysOn }) => !alwaysOn).length);
	});

	test('have fixes with an imperative as their title, without a full stop', () => {
		const titles = new Set(findings.flatMap(({ fixes }) => fixes.map(({ title }) => title)));
		expect(
			[...titles].filter(
				title =>
					!/^(?:Add|Change|Convert|Insert|Link|Move|Remove|Rename|Replace|Sort|Split|Swap)\b.*[^.]$/s.test(title),
			),
		).toEqual([]);
	});

	test('have related locations that are noun phrases without a full stop', () => {
		const related = new Set(findings.flatMap(finding => finding.related.map(({ message }) => message)));
		expect([...related].filter(message => !/^[A-Z\d].*[^.]$/s.test(message))).toEqual([]);
	});
});
