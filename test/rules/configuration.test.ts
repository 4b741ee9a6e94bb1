import { describe, expect, test } from 'vitest';
import { dedent } from '../../src/rules/support/dedent.ts';
import { NOW } from '../support/fixture.ts';
import { ExampleLog } from './example-log.ts';
import { formatFindings, RECORD } from './report-text.ts';

describe('configuration', () => {
	test.each<[string, string, readonly string[]]>([
		[
			'accepts all settings',
			dedent`
			title: Infra Log
			time_zone: America/New_York
			week_ends_on: saturday
			impact: { levels: [none, minor, major, critical], aliases: { SEV1: critical } }
			components: [proxy, { registry: Image registry }, { old: { title: Old, retired: 2024-01-01 } }]
			files: { incidents: [a/*.yaml, b/*.md], bulletins: infra-log/*.md }
			id: "{yyyy}-{mm}-{dd}-{slug}"
			dialect: native
			rules:
			  time/order: off
			  schema/unknown-field: [warning, { ignore: [layout] }]
			fields: { incident: { region: { type: string } } }
		`,
			[],
		],
		['accepts an empty file', '', []],
		['accepts components as one mapping', 'components: { proxy: Proxy, registry: { title: Registry } }\n', []],
		[
			'reports a time zone without daylight saving time as a hint',
			'time_zone: EST\n',
			[
				'hint schema/invalid «EST» Time zone `EST` without daylight saving time. Expected an IANA name such as `America/New_York`.',
			],
		],
		[
			'reports an unknown level',
			'rules: { time/order: loud }\n',
			[
				'error schema/invalid «loud» Invalid value `loud` of `time/order`. Expected `error`, `warning`, `info`, `hint` or `off`.',
			],
		],
		[
			'reports an unknown option',
			'rules: { schema/unknown-field: { ignored: [] } }\n',
			['warning schema/unknown-field «ignored» Unknown field `ignored` in `schema/unknown-field`. Expected `ignore`.'],
		],
		[
			'reports invalid globs',
			'files: { incidents: [reports/*.md, ../**, "**/a/**/b/**/c/**"], bulletins: weekly/ }\n',
			[
				'error schema/invalid «../**» Invalid glob `../**`: it leads out of the log root. Expected a path below the log root.',
				'error schema/invalid «**/a/**/b/**/c/**» Invalid glob `**/a/**/b/**/c/**`: matching it could take too long. Expected at most 3 `**`, counting a second `*` in a name as one.',
				'error schema/invalid «weekly/» Invalid glob `weekly/`: it matches no file. Expected `weekly/**`.',
			],
		],
		[
			'reports globs in an order without effect',
			'files: { incidents: ["!drafts/**", "reports/**", "!reports/x"] }\nexclude: ["!../x", "!archive"]\n',
			[
				'error schema/invalid «!drafts/**» Invalid glob `!drafts/**`: it is an exception from no glob. Expected a glob before it, such as `incidents/**`.',
				'error schema/invalid «!../x» Invalid glob `!../x`: it leads out of the log root. Expected a path below the log root.',
				'error schema/invalid «!archive» Invalid glob `!archive`: it is an exception from no glob. Expected a glob before it, such as `incidents/**`.',
			],
		],
		[
			'reports an alias of an unknown level',
			'impact: { aliases: { SEV1: critcal } }\n',
			[
				'error schema/invalid «critcal» Unknown impact level `critcal`. Expected `none`, `minor`, `major` or `critical`.',
			],
		],
	])('%s', (_, text, expected) => {
		expect(formatFindings(`//- /incident-log.yaml\n${text}`)).toEqual(expected);
	});

	test('a level in the configuration takes precedence, and `off` disables the rule', () => {
		const record = `//- /incidents/a.yaml\n${RECORD}sumary: x\n`;
		const withLevel = (level: string) =>
			formatFindings(`//- /incident-log.yaml\nrules: { schema/unknown-field: ${level} }\n${record}`);
		expect(withLevel('error')).toEqual([
			'error schema/unknown-field «sumary» Unknown field `sumary` in an incident. Expected `summary`.',
		]);
		expect(withLevel('off')).toEqual([]);
	});

	test('an option of the wrong type is reported and ignored', () => {
		expect(
			formatFindings(
				`//- /incident-log.yaml\nrules: { schema/unknown-field: { ignore: 5 } }\n//- /incidents/a.yaml\n${RECORD}`,
			),
		).toEqual(['error schema/invalid «5» Wrong type of `ignore`: number `5`. Expected a list.']);
	});
});

test.each([
	['dialect: cstate\ntitle: Log\n', 'title: Log\n'],
	['title: Log\ndialect: cstate', 'title: Log\n'],
	['title: Log\ndialect: cstate\nid: "{slug}"\n', 'title: Log\nid: "{slug}"\n'],
])('the fix of a wrong dialect removes its line in %j', (text, fixed) => {
	const page = '# Queue stopped\n\n**Date:** 2024-08-26\n**Severity:** SEV-2\n';
	const log = new ExampleLog({ 'incident-log.yaml': text, 'postmortems/2024-08-26-queue.md': page }, NOW);
	expect(log.fixed('coverage/wrong-dialect').files.get('/incident-log.yaml')).toBe(fixed);
});
