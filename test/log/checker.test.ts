import { describe, expect, test } from 'vitest';
import { DEFAULT_CONFIGURATION, type RuleSetting } from '../../src/core/configuration.ts';
import type { RuleCode } from '../../src/core/finding.ts';
import { MAX_FINDINGS } from '../../src/log/checker.ts';
import type { OnDefect } from '../../src/log/defect.ts';
import type { LogDocument } from '../../src/parse/model/document.ts';
import { rules } from '../../src/rules/index.ts';
import type { Rule } from '../../src/rules/rule.ts';
import { LazyReport } from '../../src/rules/support/lazy-report.ts';
import { FixtureLog, ROOT } from '../support/fixture-log.ts';
import { probe } from '../support/probe-rules.ts';

const FILE = `${ROOT}/incidents/lease.yaml`;

function findings(asked: readonly Rule[], settings: Record<RuleCode, RuleSetting> = {}, onDefect?: OnDefect) {
	const codes = Object.keys(settings) as RuleCode[];
	const configuration = {
		...DEFAULT_CONFIGURATION,
		rules: new Map(codes.flatMap(code => (settings[code] ? [[code, settings[code]] as const] : []))),
	};
	const log = new FixtureLog('//- /incidents/lease.yaml\ntitle: Leases\n', {
		configuration,
		rules: asked,
		...(onDefect && { onDefect }),
	});
	return log.findings(FILE).map(({ code, level, message }) => `${level} ${code} ${message}`);
}

const level = (level: RuleSetting['level'], options = {}): RuleSetting => ({ level, options });

describe('level', () => {
	const rule = probe('rule', () => ['found']);
	const twoLevels = probe('rule', () => [{ range: { start: 0, end: 0 }, message: 'found', level: 'hint' }]);

	test.each([
		['the rule’s own', [rule], {}, ['info probe/rule found']],
		['that of the report takes precedence over the rule', [twoLevels], {}, ['hint probe/rule found']],
		[
			'that of the configuration takes precedence over the rule',
			[rule],
			{ 'probe/rule': level('error') },
			['error probe/rule found'],
		],
		[
			'that of the configuration takes precedence over the report',
			[twoLevels],
			{ 'probe/rule': level('error') },
			['error probe/rule found'],
		],
		['options alone do not change it', [rule], { 'probe/rule': level(undefined) }, ['info probe/rule found']],
		['off', [rule], { 'probe/rule': level('off') }, []],
		['off by default', [{ ...rule, level: 'off' as const }], {}, []],
		[
			'off by default, but configured',
			[{ ...rule, level: 'off' as const }],
			{ 'probe/rule': level('hint') },
			['hint probe/rule found'],
		],
		['of another kind of document', [{ ...rule, kinds: ['bulletin' as const] }], {}, []],
	])('%s', (_name, rules, settings, expected) => {
		expect(findings(rules, settings)).toEqual(expected);
	});
});

test('options are those of the configuration, or their defaults', () => {
	const rule = probe('rule', (_document, _log, options) => [JSON.stringify(options)], {
		options: {
			after: { type: 'string', default: '14d', description: '' },
			beyond: { type: 'integer', default: 1, description: '' },
		},
	});
	expect(findings([rule])).toEqual(['info probe/rule {"after":"14d","beyond":1}']);
	expect(findings([rule], { 'probe/rule': level(undefined, { beyond: 2, constructor: 3 }) })).toEqual([
		'info probe/rule {"after":"14d","beyond":2}',
	]);
});

test('findings are ordered by range, then by code', () => {
	const at = (start: number, end: number) => ({ range: { start, end }, message: `${start}-${end}` });
	const rules = [probe('b', () => [at(5, 6), at(0, 2), at(0, 1)]), probe('a', () => [at(5, 6)])];
	expect(findings(rules)).toEqual(['info probe/b 0-1', 'info probe/b 0-2', 'info probe/a 5-6', 'info probe/b 5-6']);
});

describe('many findings of one rule', () => {
	const many = (count: number, levels: Partial<Record<number, 'error' | 'hint'>> = {}) =>
		probe('many', function* () {
			for (let start = 0; start < count; start++) {
				yield { range: { start, end: start }, message: 'again', level: levels[start] ?? 'info' };
			}
		});

	test('are listed up to the limit', () => {
		expect(findings([many(MAX_FINDINGS)])).toEqual(Array(MAX_FINDINGS).fill('info probe/many again'));
	});

	test('are counted beyond it, in one finding of the same rule', () => {
		const found = findings([many(MAX_FINDINGS + 250), probe('other', () => ['found'])]);
		expect(found).toHaveLength(MAX_FINDINGS + 2);
		expect(found.at(-1)).toBe('info probe/many 250 more findings of `probe/many` in this document are not listed.');
		expect(found).toContain('info probe/other found');
		expect(findings([many(MAX_FINDINGS + 1)]).at(-1)).toBe(
			'info probe/many 1 more finding of `probe/many` in this document is not listed.',
		);
	});

	test('have the worst level of those that are not listed', () => {
		const found = findings([many(MAX_FINDINGS + 9, { [MAX_FINDINGS + 3]: 'error', [MAX_FINDINGS + 5]: 'hint' })]);
		expect(found.at(-1)).toBe('error probe/many 9 more findings of `probe/many` in this document are not listed.');
	});

	test('have messages only if they are listed', () => {
		let made = 0;
		const lazy = probe('lazy', function* () {
			for (let start = 0; start < 5000; start++) {
				yield new LazyReport({ start, end: start }, () => ({ message: `text ${++made}` }));
			}
		});
		expect(findings([lazy])).toHaveLength(MAX_FINDINGS + 1);
		expect(made).toBe(MAX_FINDINGS);
	});
});

describe('suppression comments', () => {
	const wrong = Array.from({ length: 3 * MAX_FINDINGS }, (_, i) => `f${i}: a`);
	const check = (lines: readonly string[]) =>
		new FixtureLog(
			`//- /incidents/lease.yaml\n${['title: A', 'impact: minor', 'started_at: 2024-08-26T05:30:00Z', ...lines].join('\n')}\n`,
			{ rules },
		)
			.findings(FILE)
			.map(({ code, message, data }) => (data?.['unlisted'] ? message : code));

	test('suppress findings that are not listed', () => {
		expect(check(['# incident-log-disable schema/unknown-field', ...wrong])).toEqual([]);
		const half = [
			...wrong.slice(0, MAX_FINDINGS),
			'# incident-log-disable schema/unknown-field',
			...wrong.slice(MAX_FINDINGS),
		];
		expect(check(half)).toEqual(Array(MAX_FINDINGS).fill('schema/unknown-field'));
	});

	test('are used if they suppress a finding that is not listed', () => {
		const last = `${wrong.at(-1)} # incident-log-disable-line schema/unknown-field`;
		expect(check([...wrong.slice(0, -1), last])).toEqual([
			...Array(MAX_FINDINGS).fill('schema/unknown-field'),
			`${2 * MAX_FINDINGS - 1} more findings of \`schema/unknown-field\` in this document are not listed.`,
		]);
	});
});

describe('a rule that throws', () => {
	const broken = probe('broken', function* () {
		yield 'found before';
		throw new Error('a defect');
	});

	const message =
		'Internal error while checking `incidents/lease.yaml` by `probe/broken`: a defect. Expected none: please report this defect of Incident Log.';

	test('throws if `onDefect` throws', () => {
		expect(() => findings([broken])).toThrow('a defect');
	});

	test('gives one finding with its code, and other rules run', () => {
		const defects: string[] = [];
		const found = findings([broken, probe('other', () => ['found'])], {}, ({ error, rule, step, uri }) =>
			defects.push(`${error} ${rule} ${step} ${uri}`),
		);
		expect(defects).toEqual([`Error: a defect probe/broken check ${FILE}`]);
		expect(found).toEqual([
			`error internal/error ${message}`,
			'info probe/broken found before',
			'info probe/other found',
		]);
	});

	test('is an error for any configuration', () => {
		const found = findings([broken], { 'internal/error': level('off') }, () => undefined);
		expect(found).toContain(`error internal/error ${message}`);
	});

	test('is not suppressed by a comment', () => {
		const log = new FixtureLog(
			'//- /incidents/lease.yaml\n# incident-log-disable-file internal/error\ntitle: Leases\n',
			{
				rules: [broken],
				onDefect: () => undefined,
			},
		);
		expect(log.findings(FILE).map(({ code }) => code)).toContain('internal/error');
	});
});

test('computes a value that several rules need once per check, and again in the next check', () => {
	let runs = 0;
	const textLength = ({ text }: LogDocument) => {
		runs++;
		return text.length;
	};
	const rule = (name: string) =>
		probe(name, () => [], {
			*check({ once }) {
				yield { range: { start: 0, end: 0 }, message: String(once(textLength)) };
			},
		});
	const asked = [rule('first'), rule('second')];
	expect(findings(asked)).toEqual(['info probe/first 14', 'info probe/second 14']);
	expect(runs).toBe(1);
	findings(asked);
	expect(runs).toBe(2);
});
