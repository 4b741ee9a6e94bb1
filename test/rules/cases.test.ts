import { describe, expect, test } from 'vitest';
import { dedent } from '../../src/rules/support/dedent.ts';
import { ExampleLog } from './example-log.ts';
import { openText } from './report-text.ts';

/** Returns all findings of a small log as "level code «text» message". */
function formatFindings(text: string, now?: string): readonly string[] {
	const log = openText(text, now);
	return log.findings().map(({ level, code, path, range, message }) => {
		const found = log.files.get(path)?.slice(range.start, range.end);
		return `${level} ${code} «${found}» ${message}`;
	});
}

const RECORD = 'title: Mail was late\nimpact: minor\nstarted_at: 2024-08-26T05:30:00Z\n';

describe('reports one finding per fault, at the smallest node', () => {
	test.each<[string, string, readonly string[]]>([
		['an empty file', '', ['error schema/invalid «» Empty record. Expected `title`, `impact` and `started_at`.']],
		[
			'a file with only a comment',
			'# to be written\n',
			['error schema/invalid «» Empty record. Expected `title`, `impact` and `started_at`.'],
		],
		['nothing in a page without front matter', '//- /incidents/x.md\n# Mail was late\n', []],
		[
			'a list instead of a mapping',
			'- a\n- b\n',
			['error schema/syntax «-» Document is a list. Expected a mapping (`key: value`), with one record per file.'],
		],
		[
			'missing required fields, at the id',
			'id: x\n',
			[
				'error impact/missing «x» Missing field `impact`. Expected `none`, `minor`, `major` or `critical`.',
				'error schema/invalid «x» Missing field `title`. Expected a value such as `Machine leases could not be acquired`.',
				'error schema/invalid «x» Missing field `started_at`. Expected a value such as `2024-08-26T05:30:00-04:00`.',
			],
		],
		[
			'fields without values: errors for required fields, hints for the others',
			'title:\nimpact: minor\nstarted_at: 2024-08-26T05:30:00Z\nresolved_at:\ncomponents:\n',
			[
				'error schema/invalid «title» Missing value of `title`. Expected text.',
				'hint schema/invalid «resolved_at» Missing value of `resolved_at`. Expected a time such as `2024-08-26T05:30:00-04:00`.',
				'hint schema/invalid «components» Missing value of `components`. Expected a list.',
			],
		],
		[
			'a title that begins with #, which YAML takes for a comment',
			'title: # of errors rose\nimpact: minor\nstarted_at: 2024-08-26T05:30:00Z\n',
			[
				'error schema/invalid «title» Missing value of `title`: `# of errors rose` is a comment. Expected the value in quotes.',
			],
		],
		[
			'conflict markers in YAML',
			`${RECORD}<<<<<<< HEAD\nseverity: high\n=======\nseverity: low\n>>>>>>> topic\n`,
			['error schema/syntax «<<<<<<<» Merge conflict marker. Expected one version of the text.'],
		],
		[
			'conflict markers in Markdown, which look like an underlined heading',
			'//- /postmortems/x.md\n# Mail was late\n\n## Summary\n\n<<<<<<< HEAD\nAn hour.\n=======\nTwo hours.\n>>>>>>> topic\n',
			['error schema/syntax «<<<<<<<» Merge conflict marker. Expected one version of the text.'],
		],
		[
			'a status of a status page in other letters',
			`${RECORD}status: Resolved\n`,
			['error schema/invalid «Resolved» Invalid value `Resolved` of `status`. Expected `resolved`.'],
		],
		[
			'a maintenance that was cancelled, and one that was postponed',
			'//- /incidents/a.yaml\ntitle: Disks\nkind: maintenance\nstatus: cancelled\nimpact: none\nscheduled_for: 2024-08-26T05:30:00Z\n//- /incidents/b.yaml\ntitle: Racks\nkind: maintenance\nstatus: postponed\nimpact: none\nscheduled_for: 2024-08-27T05:30:00Z\n',
			[
				'error schema/invalid «cancelled» Invalid value `cancelled` of `status`. Expected `completed`.',
				'error schema/invalid «postponed» Invalid value `postponed` of `status`. Expected `scheduled`.',
			],
		],
		[
			'the statuses of components as impact levels',
			`//- /incidents/a.yaml\n${RECORD.replace('minor', 'degraded_performance')}//- /incidents/b.yaml\n${RECORD.replace('minor', 'major_outage').replace('05:30', '06:30')}`,
			[
				'error impact/unknown-level «degraded_performance» Unknown impact level `degraded_performance`: it usually means `minor`. Expected `none`, `minor`, `major` or `critical`.',
				'error impact/unknown-level «major_outage» Unknown impact level `major_outage`: it usually means `critical`. Expected `none`, `minor`, `major` or `critical`.',
			],
		],
		[
			'a misspelled word of another tool, by the words of that tool',
			'//- /content/issues/2024-08-26-mail.md\n---\nsection: issue\ntitle: Mail was late\ndate: 2024-08-26 05:30:00\nresolved: true\nresolvedWhen: 2024-08-26 06:30:00\naffected: [Mail]\nseverity: dissrupted\n---\n',
			[
				'error impact/unknown-level «dissrupted» Unknown impact level `dissrupted`. Expected `notice`, `disrupted` or `down`.',
			],
		],
		[
			'front matter in TOML',
			'//- /incidents/x.md\n+++\ntitle = "Mail was late"\n+++\n\nText\n',
			['error schema/syntax «+++» Front matter in TOML is not read. Expected YAML between lines of `---`.'],
		],
		[
			'front matter in JSON',
			'//- /incidents/x.md\n{\n  "title": "Mail was late"\n}\n\nText\n',
			['error schema/syntax «{» Front matter in JSON is not read. Expected YAML between lines of `---`.'],
		],
		[
			'a field in another case next to the known one',
			`${RECORD}Impact: major\n`,
			['warning schema/unknown-field «Impact» Unknown field `Impact` in an incident. Expected `impact`.'],
		],
		[
			'an empty text',
			`${RECORD}summary: ""\n`,
			['error schema/invalid «summary» Empty text in `summary`. Expected text.'],
		],
		[
			'a number instead of a time',
			`${RECORD}resolved_at: 2024\n`,
			[
				'error schema/invalid «2024» Wrong type of `resolved_at`: number `2024`. Expected a time such as `2024-08-26T05:30:00-04:00`.',
			],
		],
		[
			'a mapping instead of text, at its key',
			`${RECORD}summary:\n  what: mail\n`,
			['error schema/invalid «summary» Wrong type of `summary`: mapping. Expected text.'],
		],
		[
			'a boolean instead of text',
			`${RECORD}severity: true\n`,
			['error schema/invalid «true» Wrong type of `severity`: boolean `true`. Expected text.'],
		],
		['accepts a number as text', `${RECORD}severity: 2\n`, []],
		[
			'a list item without a required field, at its first key',
			`${RECORD}timeline:\n  - text: Alert fires\n    at: 2024-08-26T05:41:00Z\n  - by: a.rivera\n    at: 2024-08-26T05:45:00Z\n`,
			['error schema/invalid «by» Missing field `text` in `timeline`. Expected `text` in each item.'],
		],
		[
			'a list item that is a list',
			`${RECORD}references: [[mail]]\n`,
			['error schema/invalid «[» Wrong type of item in `references`: list. Expected text or a mapping.'],
		],
		[
			'a status of incidents in a maintenance',
			'kind: maintenance\ntitle: New disks\nimpact: minor\nstatus: resolved\nscheduled_for: 2024-08-26T05:30:00Z\nscheduled_until: 2024-08-26T06:30:00Z\n',
			['error schema/invalid «resolved» Invalid value `resolved` of `status`. Expected `completed`.'],
		],
		[
			'a maintenance in progress without a start',
			'kind: maintenance\ntitle: New disks\nimpact: minor\nstatus: in_progress\nscheduled_for: 2024-08-26T05:30:00Z\n',
			[
				'error schema/invalid «New disks» Missing field `started_at`. Expected a value such as `2024-08-26T05:30:00-04:00`.',
			],
		],
		[
			'an unknown kind, without a finding for the status',
			`${RECORD}kind: outage\nstatus: resolved\nresolved_at: 2024-08-26T06:30:00Z\n`,
			[
				'error schema/invalid «outage» Invalid value `outage` of `kind`. Expected `incident`, `maintenance` or `notice`.',
			],
		],
		[
			'an unfinished line, without findings for missing fields',
			'id: x\ntit',
			['error schema/syntax «tit» Key without a value: `tit`. Expected `key: value`.'],
		],
		[
			'an alias, once',
			`${RECORD}summary: *text\n`,
			['error schema/alias «*text» Alias `*text`. Expected the value itself.'],
		],
		['accepts own fields', `${RECORD}x-one: 1\nx-two: { three: [4] }\n`, []],
		[
			'a field with the name of a property of every JavaScript object',
			`${RECORD}constructor: 1\n`,
			[
				'hint schema/unknown-field «constructor» Unknown field `constructor` in an incident. Expected a known field or `x-constructor`.',
			],
		],
	])('%s', (_, text, expected) => {
		expect(formatFindings(text)).toEqual(expected);
	});
});

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

describe('times', () => {
	const at = (started: string, rest = '') => `title: Mail was late\nimpact: minor\nstarted_at: ${started}\n${rest}`;
	test.each<[string, string, readonly string[]]>([
		['accepts an end within the day of the start', at('2024-08-26', 'resolved_at: 2024-08-26T05:30:00Z\n'), []],
		[
			'accepts an end on the day before in another zone',
			at('2024-08-26T20:00:00-08:00', 'resolved_at: 2024-08-26\n'),
			[],
		],
		[
			'reports an end on the day before',
			at('2024-08-26T20:00:00Z', 'resolved_at: 2024-08-25\n'),
			[
				'error time/order «2024-08-25» Times out of order: `resolved_at` is 20 h before `started_at`. Expected a time after `2024-08-26T20:00:00Z`.',
			],
		],
		[
			'reports only the missing offset if the order depends on it',
			at('2024-08-26T05:30:00', 'resolved_at: 2024-08-26T05:00:00Z\n'),
			[
				'warning time/offset-missing «2024-08-26T05:30:00» Missing UTC offset in `2024-08-26T05:30:00`. Expected `2024-08-26T05:30:00Z`.',
			],
		],
		[
			'reports a start that is too late once',
			at(
				'2024-08-26T15:30:00Z',
				dedent`
			detected_at: 2024-08-26T05:41:00Z
			declared_at: 2024-08-26T05:50:00Z
			mitigated_at: 2024-08-26T06:00:00Z
			resolved_at: 2024-08-26T07:00:00Z
		`,
			),
			[
				'error time/order «2024-08-26T05:41:00Z» Times out of order: `detected_at` is 9 h 49 min before `started_at`. Expected a time after `2024-08-26T15:30:00Z`.',
			],
		],
		[
			'reports an empty scheduled window',
			dedent`
			title: New disks
			kind: maintenance
			impact: minor
			scheduled_for: 2024-08-26T05:30:00Z
			scheduled_until: 2024-08-26T05:30:00Z
		`,
			[
				'error time/order «2024-08-26T05:30:00Z» Times out of order: `scheduled_until` is at the same time as `scheduled_for`. Expected a time after `2024-08-26T05:30:00Z`.',
			],
		],
		[
			'reports EST in August by its zone only, not by its format',
			at('2024-08-26 05:30 EST'),
			[
				'error time/zone-not-in-force «EST» Zone abbreviation `EST` is not in force in New York on 26 August 2024. Expected `EDT`.',
			],
		],
		[
			'reports invalid and impossible due dates',
			at(
				'2024-08-26T05:30:00Z',
				'action_items: [{ title: Write, owner: mail, due: soon }, { title: Read, owner: mail, due: 2024-09-31 }]\n',
			),
			[
				'error time/format «soon» Invalid day `soon`. Expected a day such as `2024-08-26`.',
				'error time/impossible «31» Impossible date or time `31`: September 2024 has 30 days. Expected an existing date and time.',
			],
		],
		[
			'accepts any text as a due date in a Markdown table',
			'//- /incident-log.yaml\nrules: { postmortem/section-missing: off }\n//- /postmortems/x.md\n# Mail\n\n## Action items\n\n| action | owner | due |\n|---|---|---|\n| Write | mail | next week |\n',
			[],
		],
		[
			'reports an impossible date of a bulletin',
			'//- /bulletins/x.md\n---\ndate: 2024-02-30\n---\n',
			[
				'error time/impossible «30» Impossible date or time `30`: February 2024 has 29 days. Expected an existing date and time.',
			],
		],
	])('%s', (_, text, expected) => {
		expect(formatFindings(text)).toEqual(expected);
	});
});

describe('bulletin rules', () => {
	const mail = `//- /incidents/2024-08-26-mail.yaml\n${RECORD}`;
	test.each<[string, string, readonly string[]]>([
		[
			'reports a missing incident at the start of an empty bulletin',
			`${mail}//- /bulletins/2024-08-31.md\n`,
			[
				'warning bulletin/incident-missing «» Incident `2024-08-26-mail` (Mail was late) is missing from the bulletin. Expected an entry for each incident of the week.',
			],
		],
		[
			'accepts a missing duplicate',
			`${mail}//- /incidents/copy.yaml\n${RECORD}references: [{ id: 2024-08-26-mail, relation: duplicate-of }]\n//- /bulletins/2024-08-31.md\n- [[2024-08-26-mail]]\n`,
			[],
		],
		[
			'matches an entry and a record by the id in the comment',
			`${mail}//- /bulletins/2024-08-31.md\n* **August 26: Another headline** (05:30 UTC): Late.\n  <!-- incident: { id: 2024-08-26-mail } -->\n`,
			[
				'warning bulletin/entry-differs «Another headline» Title `Another headline` differs from record `2024-08-26-mail`. Expected `Mail was late`.',
			],
		],
		[
			'leaves an entry without an incident to reference/unresolved',
			'//- /bulletins/2024-08-31.md\n- [[2024-08-26-male]]\n',
			[
				'error reference/unresolved «2024-08-26-male» Unresolved reference `2024-08-26-male`: no record has this id. Expected the id of a record.',
			],
		],
	])('%s', (_, text, expected) => {
		expect(formatFindings(text)).toEqual(expected);
	});
});

describe('fixes of time/order', () => {
	test.each<[string, string, string, readonly string[]]>([
		[
			'offers only a swap for times that are minutes apart',
			'2024-08-26T05:30:00Z',
			'2024-08-26T05:20:00Z',
			['Swap `started_at` and `resolved_at`'],
		],
		[
			'offers the next day for an end after midnight',
			'2024-08-26T23:30:00Z',
			'2024-08-26T00:20:00Z',
			['Change to `2024-08-27T00:20:00Z`', 'Swap `started_at` and `resolved_at`'],
		],
		[
			'offers the day of the start for an end on the day before',
			'2024-08-26T05:30:00Z',
			'2024-08-25T06:20:00Z',
			['Change to `2024-08-26T06:20:00Z`', 'Swap `started_at` and `resolved_at`'],
		],
		[
			'offers the current year for an end with the previous year',
			'2024-01-03T05:30:00Z',
			'2023-01-04T06:20:00Z',
			['Change to `2024-01-03T06:20:00Z`', 'Change to `2024-01-04T06:20:00Z`', 'Swap `started_at` and `resolved_at`'],
		],
		[
			'offers the next year for an end after New Year',
			'2023-12-31T23:30:00Z',
			'2023-01-01T06:20:00Z',
			['Change to `2024-01-01T06:20:00Z`', 'Swap `started_at` and `resolved_at`'],
		],
	])('%s', (_, started, resolved, titles) => {
		const text = `title: Mail was late\nimpact: minor\nstarted_at: ${started}\nresolved_at: ${resolved}\n`;
		const log = new ExampleLog({ 'incidents/mail.yaml': text }, Date.UTC(2024, 8, 1));
		const fixes = log.findings().flatMap(finding => (finding.code === 'time/order' ? finding.fixes : []));
		expect(fixes.map(({ title }) => title)).toEqual(titles);
	});
});
