import { describe, expect, test } from 'vitest';
import { DEFAULT_CONFIGURATION } from '../../../src/core/configuration.ts';
import { readConfiguration } from '../../../src/parse/records/configuration.ts';
import { configurationProblems } from '../../../src/parse/records/configuration-problems.ts';
import { parse, textAt } from '../help-source.ts';

const document = (text: string) => parse('configuration', 'incident-log.yaml', text);
const read = (text: string) => readConfiguration(document(text));

test('reads all fields', () => {
	const configuration = read(`
title: Our log
time_zone: Europe/Rome
week_ends_on: Friday
impact:
  levels: [low, high]
  aliases: { SEV1: high }
components:
  - api
  - { queue: Job queue }
  - { old: { title: Old one, retired: 2024-01-01 } }
files:
  incidents: logs/*.yaml
  bulletins: [weekly/*.md, news/*.md]
  postmortems: []
exclude: [archive, "!archive/2024"]
id: "{yyyy}-{slug}"
rules:
  time/left-open: [warning, { after: 14d }]
  postmortem/blame: error
  time/copied: off
  time/order: { beyond: 1h }
`);
	expect(configuration).toMatchObject({
		title: 'Our log',
		timeZone: 'Europe/Rome',
		isTimeZoneStated: true,
		weekEndsOn: 'friday',
		files: { incident: ['logs/*.yaml'], bulletin: ['weekly/*.md', 'news/*.md'], postmortem: [] },
		exclude: ['archive', '!archive/2024'],
		idPattern: '{yyyy}-{slug}',
	});
	expect(configuration.impact.levels).toEqual(['low', 'high']);
	expect(configuration.impact.levelOf('sev1')).toBe('high');
	expect([...configuration.components.values()]).toEqual([
		{ id: 'api', title: 'api', retired: undefined },
		{ id: 'queue', title: 'Job queue', retired: undefined },
		{ id: 'old', title: 'Old one', retired: '2024-01-01' },
	]);
	expect([...configuration.rules].map(([code, { level, options }]) => [code, level, { ...options }])).toEqual([
		['time/left-open', 'warning', { after: '14d' }],
		['postmortem/blame', 'error', {}],
		['time/copied', 'off', {}],
		['time/order', undefined, { beyond: '1h' }],
	]);
});

test('reads components as one mapping', () => {
	const { components } = read('components: { api: The API, old: { retired: 2024-01-01 } }');
	expect([...components.values()]).toEqual([
		{ id: 'api', title: 'The API', retired: undefined },
		{ id: 'old', title: 'old', retired: '2024-01-01' },
	]);
});

describe('uses defaults for invalid or missing values', () => {
	const cases = [
		'',
		'# nothing',
		'- a list',
		'time_zone: Mars/Olympus\nweek_ends_on: someday\nimpact: 5\ncomponents: {}\nfiles: here\nid: []\nrules: 5\ntitle: []',
		'time_zone: +02:00\nimpact: { levels: {}, aliases: [] }\nfiles: { incidents: {} }\nrules: { order: error }',
		'time_zone: [',
	];
	test.each(cases)('%j', text => {
		const { impact, ...rest } = read(text);
		const { impact: defaultImpact, ...expected } = DEFAULT_CONFIGURATION;
		expect(rest).toEqual(expected);
		expect(impact.levels).toEqual(defaultImpact.levels);
	});

	test('keeps the level of a rule for an unknown level', () => {
		expect(read('rules: { time/order: loud }').rules.get('time/order')?.level).toBeUndefined();
	});
});

describe('reports faults beyond the schema', () => {
	const cases: readonly [text: string, found: [text: string, message: string][]][] = [
		['time_zone: America/New_York\nimpact: { aliases: { SEV1: Critical } }\nid: "{yyyy}-{mm}-{dd}-{slug}"', []],
		[
			'time_zone: Mars/Olympus',
			[['Mars/Olympus', 'Unknown time zone `Mars/Olympus`. Expected an IANA name such as `America/New_York`.']],
		],
		['time_zone: EST5', [['EST5', 'Unknown time zone `EST5`. Expected an IANA name such as `America/New_York`.']]],
		[
			'impact: { levels: [low, high], aliases: { SEV1: critical } }',
			[['critical', 'Unknown impact level `critical`. Expected `low` or `high`.']],
		],
		['impact: { levels: [low, Low] }', [['Low', 'Duplicate impact level `Low`. Expected each level once.']]],
		[
			'id: "{year}-{slug}"',
			[['{year}', 'Unknown placeholder `{year}`. Expected `{yyyy}`, `{mm}`, `{dd}`, `{slug}` or `{n}`.']],
		],
	];
	test.each(cases)('%j', (text, found) => {
		const configuration = document(text);
		const problems = configurationProblems(configuration);
		expect(problems.map(({ range, message }) => [textAt(configuration, range), message])).toEqual(found);
	});
});

test('reads labels and headings of the log itself, one or several of each', () => {
	const { vocabulary } = read(`
map:
  started_at: [Outage begins, opened on]
  resolved_at: Back To Normal
sections:
  timeline: Log of the night
`);
	expect(vocabulary.field('outage begins:')).toBe('started_at');
	expect(vocabulary.field('Back to normal (UTC)')).toBe('resolved_at');
	expect(vocabulary.section('## 2. Log of the night')).toBe('timeline');
	expect(vocabulary.field('Severity')).toBe('severity');
	expect(read('title: Our log').vocabulary).toBe(DEFAULT_CONFIGURATION.vocabulary);
});
