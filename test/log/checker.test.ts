import { describe, expect, test } from 'vitest';
import { DEFAULT_CONFIGURATION, type RuleSetting } from '../../src/core/configuration.ts';
import type { RuleCode } from '../../src/core/finding.ts';
import { MAX_FINDINGS } from '../../src/log/checker.ts';
import type { OnDefect } from '../../src/log/defect.ts';
import type { Rule } from '../../src/rules/rule.ts';
import { probe } from '../support/probe-rules.ts';
import { ROOT, smallLog } from '../support/small-log.ts';

const FILE = `${ROOT}/incidents/lease.yaml`;

function findings(rules: readonly Rule[], settings: Record<RuleCode, RuleSetting> = {}, onDefect?: OnDefect) {
	const codes = Object.keys(settings) as RuleCode[];
	const configuration = {
		...DEFAULT_CONFIGURATION,
		rules: new Map(codes.flatMap(code => (settings[code] ? [[code, settings[code]] as const] : []))),
	};
	const log = smallLog('//- incidents/lease.yaml\ntitle: Leases\n', {
		configuration,
		rules,
		...(onDefect && { onDefect }),
	});
	return log.findings(FILE).map(({ code, level, message }) => `${level} ${code} ${message}`);
}

const level = (level: RuleSetting['level'], options = {}): RuleSetting => ({ level, options });

describe('level', () => {
	const rule = probe('rule', () => ['said']);
	const twoLevels = probe('rule', () => [{ range: { start: 0, end: 0 }, message: 'said', level: 'hint' }]);

	test.each([
		['the rule’s own', [rule], {}, ['info probe/rule said']],
		['that of the report', [twoLevels], {}, ['hint probe/rule said']],
		['that of the configuration', [rule], { 'probe/rule': level('error') }, ['error probe/rule said']],
		[
			'that of the configuration over the report’s',
			[twoLevels],
			{ 'probe/rule': level('error') },
			['error probe/rule said'],
		],
		['options alone leave it', [rule], { 'probe/rule': level(undefined) }, ['info probe/rule said']],
		['off', [rule], { 'probe/rule': level('off') }, []],
		['off by default', [{ ...rule, level: 'off' as const }], {}, []],
		[
			'off by default, but configured',
			[{ ...rule, level: 'off' as const }],
			{ 'probe/rule': level('hint') },
			['hint probe/rule said'],
		],
		['of another kind of document', [{ ...rule, kinds: ['bulletin' as const] }], {}, []],
	])('%s', (_name, rules, settings, expected) => {
		expect(findings(rules, settings)).toEqual(expected);
	});
});

test('options are the defaults and what the configuration says of them, and nothing else', () => {
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

test('findings stand in order of place, then of code', () => {
	const at = (start: number, end: number) => ({ range: { start, end }, message: `${start}-${end}` });
	const rules = [probe('b', () => [at(5, 6), at(0, 2), at(0, 1)]), probe('a', () => [at(5, 6)])];
	expect(findings(rules)).toEqual(['info probe/b 0-1', 'info probe/b 0-2', 'info probe/a 5-6', 'info probe/b 5-6']);
});

test('of one rule in one file no more than so many are found, and it is said', () => {
	const endless = probe('endless', function* () {
		for (let start = 0; ; start++) {
			yield { range: { start, end: start }, message: 'again' };
		}
	});
	const found = findings([endless, probe('other', () => ['said'])]);
	expect(found).toHaveLength(MAX_FINDINGS + 2);
	expect(found.at(-1)).toBe(
		`info probe/endless more than ${MAX_FINDINGS} findings of \`probe/endless\` in this file; the rest is not shown`,
	);
	expect(found).toContain('info probe/other said');
});

describe('a rule that throws', () => {
	const broken = probe('broken', function* () {
		yield 'said before';
		throw new Error('a defect');
	});

	const message =
		'Internal error while checking `incidents/lease.yaml` by `probe/broken`: a defect. Expected none: please report this defect of Incident Log.';

	test('is thrown in a test', () => {
		expect(() => findings([broken])).toThrow('a defect');
	});

	test('gives one finding that names it, and the others go on', () => {
		const defects: string[] = [];
		const found = findings([broken, probe('other', () => ['said'])], {}, ({ error, rule, step, uri }) =>
			defects.push(`${error} ${rule} ${step} ${uri}`),
		);
		expect(defects).toEqual([`Error: a defect probe/broken check ${FILE}`]);
		expect(found).toEqual([
			`error internal/error ${message}`,
			'info probe/broken said before',
			'info probe/other said',
		]);
	});

	test('is an error, whatever the configuration says', () => {
		const found = findings([broken], { 'internal/error': level('off') }, () => undefined);
		expect(found).toContain(`error internal/error ${message}`);
	});

	test('is not silenced by a comment', () => {
		const log = smallLog('//- incidents/lease.yaml\n# incident-log-disable-file internal/error\ntitle: Leases\n', {
			rules: [broken],
			onDefect: () => undefined,
		});
		expect(log.findings(FILE).map(({ code }) => code)).toContain('internal/error');
	});
});
