import { describe, expect, test } from 'vitest';
import { readExample } from '../../src/rules/example.ts';
import { rules } from '../../src/rules/index.ts';
import type { Example, Rule } from '../../src/rules/rule.ts';
import { ExampleLog, type Told } from './example-log.ts';

/** A finding as one line, so that a failure shows what was found. */
function line(told: Told, log: ExampleLog): string {
	const found = log.files.get(told.path)?.slice(told.range.start, told.range.end) ?? '';
	return `${told.path}:${told.range.start} «${found}» ${told.code} ${told.message}`;
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

/** What fails a run: examples are too short to have all that a good record has. */
function others({ code }: Rule, log: ExampleLog, also: readonly string[] = []): readonly string[] {
	return log
		.findings()
		.filter(told => told.code !== code && ['error', 'warning'].includes(told.level) && !also.includes(told.code))
		.map(told => line(told, log));
}

describe.each(rules.map(rule => ({ code: rule.code, rule })))('$code', ({ rule }) => {
	test.each(rule.valid)('says nothing: $caption', example => {
		const { log } = open(example);
		const told = log.findings().filter(({ code }) => code === rule.code);
		expect(told.map(finding => line(finding, log))).toEqual([]);
		expect(others(rule, log)).toEqual([]);
	});

	test.each(rule.invalid)('finds: $caption', example => {
		const { log, marks } = open(example);
		const told = log.findings().filter(({ code }) => code === rule.code);
		const places = told.map(({ path, range }) => {
			return `${path}:${range.start} «${log.files.get(path)?.slice(range.start, range.end)}»`;
		});
		expect(places).toEqual(marks);
		expect(told[0]?.message).toBe(example.message);
		expect(others(rule, log, example.also)).toEqual([]);
	});

	test.each(rule.invalid.filter(({ fixed }) => fixed !== undefined))('mends: $caption', example => {
		const mended = open(example).log.mended(rule.code);
		expect(filesOf(mended)).toEqual(filesOf(open({ ...example, text: example.fixed ?? '' }).log));
		const left = mended.findings().filter(({ code }) => code === rule.code);
		expect(left.map(finding => line(finding, mended))).toEqual([]);
		expect(filesOf(mended.mended(rule.code))).toEqual(filesOf(mended));
	});

	test('shows what it can mend', () => {
		const mends = rule.invalid.some(({ fixed }) => fixed !== undefined);
		expect(mends).toBe(rule.fix !== undefined);
	});

	test('has examples', () => {
		expect(rule.valid.length).toBeGreaterThan(0);
		expect(rule.invalid.length > 0).toBe(rule.alwaysOn !== true);
	});
});
