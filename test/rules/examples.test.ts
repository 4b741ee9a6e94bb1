import { describe, expect, test } from 'vitest';
import { readExample } from '../../src/rules/example.ts';
import { rules } from '../../src/rules/index.ts';
import type { Example, Rule } from '../../src/rules/rule.ts';
import { type ExampleFinding, ExampleLog } from './example-log.ts';

/** Formats a finding as one line, for readable assertion failures. */
function line({ path, range, code, message }: ExampleFinding, log: ExampleLog): string {
	const found = log.files.get(path)?.slice(range.start, range.end) ?? '';
	return `${path}:${range.start} «${found}» ${code} ${message}`;
}

function open(example: Example): { readonly log: ExampleLog; readonly marks: readonly string[] } {
	const { files, now } = readExample(example);
	const log = new ExampleLog(example.text, now, example.unread);
	const marks = files.flatMap(({ path, marks, text }) =>
		marks.map(({ start, end }) => `${path}:${start} «${text.slice(start, end)}»`),
	);
	return { log, marks };
}

function filesOf(log: ExampleLog): Readonly<Record<string, string>> {
	return Object.fromEntries(log.files);
}

/** Returns the errors and warnings of other rules. Hints are ignored: a short example lacks recommended fields. */
function otherFindings({ code }: Rule, log: ExampleLog, also: readonly string[] = []): readonly string[] {
	return log
		.findings()
		.filter(other => other.code !== code && ['error', 'warning'].includes(other.level) && !also.includes(other.code))
		.map(other => line(other, log));
}

describe.each(rules.map(rule => ({ code: rule.code, rule })))('$code', ({ rule }) => {
	test.each(rule.valid)('accepts: $caption', example => {
		const { log } = open(example);
		const findings = log.findings().filter(({ code }) => code === rule.code);
		expect(findings.map(finding => line(finding, log))).toEqual([]);
		expect(otherFindings(rule, log)).toEqual([]);
	});

	test.each(rule.invalid)('reports: $caption', example => {
		const { log, marks } = open(example);
		const findings = log.findings().filter(({ code }) => code === rule.code);
		const ranges = findings.map(({ path, range }) => {
			return `${path}:${range.start} «${log.files.get(path)?.slice(range.start, range.end)}»`;
		});
		expect(ranges).toEqual(marks);
		expect(findings[0]?.message).toBe(example.message);
		expect(otherFindings(rule, log, example.also)).toEqual([]);
	});

	test.each(rule.invalid.filter(({ fixed }) => fixed !== undefined))('fixes: $caption', example => {
		const fixed = open(example).log.fixed(rule.code);
		expect(filesOf(fixed)).toEqual(filesOf(open({ ...example, text: example.fixed ?? '' }).log));
		const remaining = fixed.findings().filter(({ code }) => code === rule.code);
		expect(remaining.map(finding => line(finding, fixed))).toEqual([]);
		expect(filesOf(fixed.fixed(rule.code))).toEqual(filesOf(fixed));
	});

	test('has an example of a fix if it has fixes', () => {
		const hasFixedExample = rule.invalid.some(({ fixed }) => fixed !== undefined);
		expect(hasFixedExample).toBe(rule.fix !== undefined);
	});

	test('has valid examples, and invalid ones unless it is always on', () => {
		expect(rule.valid.length).toBeGreaterThan(0);
		expect(rule.invalid.length > 0).toBe(rule.alwaysOn !== true);
	});
});
