import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { configurationText, effectiveConfiguration } from '../../src/authoring/effective-configuration.ts';
import { FixtureLog } from '../support/fixture-log.ts';

const CONFIGURATION = `
title: "Our # log"
time_zone: Europe/Rome
impact: { levels: [low, high], aliases: { SEV1: high, sev 2: Low } }
components:
  - api
  - queue: "Job: queue"
  - old: { title: Old one, retired: 2024-01-01 }
files: { incidents: ["reports/**", "!reports/x"], bulletins: [] }
exclude: "*.draft.md"
id: "{yyyy}-{slug}"
map: { started_at: [Outage begin, "Start: of it"] }
sections: { timeline: Logbook }
rules:
  time/left-open: { after: 30d }
  time/order: off
  schema/unknown-field: [warning, { ignore: [tags] }]
fields: { incident: { region: { type: string, enum: [iad, "yes"] } } }
`;

const configurationOf = (text: string) => new FixtureLog({ 'incident-log.yaml': text }).configuration;
const printed = (text: string) =>
	configurationText(
		effectiveConfiguration(new FixtureLog({ 'incident-log.yaml': text }), undefined),
		({ type }) => type,
	);

/** The parts of a configuration as plain data. */
function dataOf(text: string) {
	const { impact, vocabulary, components, rules, ...rest } = configurationOf(text);
	return {
		...rest,
		impact: impact.words.map(word => [word.toLowerCase(), impact.levelOf(word)]),
		words: [[...vocabulary.own.fields], [...vocabulary.own.sections]],
		components: [...components],
		rules: [...rules].filter(([, { level, options }]) => level || Object.keys(options).length > 0).sort(),
	};
}

test.each([CONFIGURATION, '', 'time_zone: Mars\nrules: { time/order: loud, schema/invalid: warning }\n'])(
	'is printed as a configuration with the same effect: %j',
	text => {
		expect(dataOf(printed(text))).toEqual(dataOf(text));
		expect(printed(printed(text))).toBe(printed(text));
	},
);

test('states every key of the schema, in use or as a comment', () => {
	const text = printed(CONFIGURATION);
	const uncommented = parse(text.replaceAll('# ', ''), { strict: false, uniqueKeys: false, logLevel: 'silent' });
	expect(Object.keys(uncommented).sort()).toEqual(
		[
			...['components', 'dialect', 'exclude', 'fields', 'files', 'id', 'impact', 'map', 'rules', 'sections'],
			...['time_zone', 'title', 'week_ends_on'],
		].sort(),
	);
	expect(text).toContain('week_ends_on: saturday  # default');
});
