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

describe('one message a fault, at the smallest node', () => {
	test.each<[string, string, readonly string[]]>([
		['an empty file', '', ['error schema/invalid «» an empty record; expected `title`, `impact` and `started_at`']],
		[
			'a comment alone',
			'# to be written\n',
			['error schema/invalid «» an empty record; expected `title`, `impact` and `started_at`'],
		],
		[
			'Markdown without front matter, at its heading',
			'//- /incidents/x.md\n# Mail was late\n',
			['error schema/invalid «Mail was late» no front matter; expected `title`, `impact` and `started_at`'],
		],
		[
			'a list instead of a mapping',
			'- a\n- b\n',
			['error schema/syntax «-» Document is a list. Expected a mapping (`key: value`).'],
		],
		[
			'all that is needed is missing, at the id',
			'id: x\n',
			[
				'error impact/missing «x» Missing field `impact`. Expected `none`, `minor`, `major` or `critical`.',
				'error schema/invalid «x» no `title`; expected one such as `Machine leases could not be acquired`',
				'error schema/invalid «x» no `started_at`; expected one such as `2024-08-26T05:30:00-04:00`',
			],
		],
		[
			'fields without values: what is needed is an error, the rest a warning',
			'title:\nimpact: minor\nstarted_at: 2024-08-26T05:30:00Z\nresolved_at:\ncomponents:\n',
			[
				'error schema/invalid «title» `title` has no value; expected text',
				'warning schema/invalid «resolved_at» `resolved_at` has no value; expected a time such as `2024-08-26T05:30:00-04:00`',
				'warning schema/invalid «components» `components` has no value; expected a list',
			],
		],
		['an empty text', `${RECORD}summary: ""\n`, ['error schema/invalid «summary» `summary` is empty; expected text']],
		[
			'a number where a time belongs',
			`${RECORD}resolved_at: 2024\n`,
			['error schema/invalid «2024» `2024` is a number; expected a time such as `2024-08-26T05:30:00-04:00`'],
		],
		[
			'a mapping where text belongs, at its key',
			`${RECORD}summary:\n  what: mail\n`,
			['error schema/invalid «summary» a mapping in `summary`; expected text'],
		],
		[
			'a truth value where text belongs',
			`${RECORD}severity: true\n`,
			['error schema/invalid «true» `true` is a truth value; expected text'],
		],
		['a number where text belongs is text', `${RECORD}severity: 2\n`, []],
		[
			'an item without what it needs, at its first key',
			`${RECORD}timeline:\n  - text: Alert fires\n    at: 2024-08-26T05:41:00Z\n  - by: a.rivera\n    at: 2024-08-26T05:45:00Z\n`,
			['error schema/invalid «by» no `text`; expected one in each of `timeline`'],
		],
		[
			'an item that is a list',
			`${RECORD}references: [[mail]]\n`,
			['error schema/invalid «[» a list in `references`; expected text or a mapping'],
		],
		[
			'a word of the wrong kind of status',
			'kind: maintenance\ntitle: New disks\nimpact: minor\nstatus: resolved\nscheduled_for: 2024-08-26T05:30:00Z\nscheduled_until: 2024-08-26T06:30:00Z\n',
			[
				'error schema/invalid «resolved» `resolved` is no value of `status`; expected `scheduled`, `in_progress`, `verifying` or `completed`',
			],
		],
		[
			'a maintenance that is under way has a start',
			'kind: maintenance\ntitle: New disks\nimpact: minor\nstatus: in_progress\nscheduled_for: 2024-08-26T05:30:00Z\n',
			['error schema/invalid «New disks» no `started_at`; expected one such as `2024-08-26T05:30:00-04:00`'],
		],
		[
			'a kind that is none gives no further message for its status',
			`${RECORD}kind: outage\nstatus: resolved\nresolved_at: 2024-08-26T06:30:00Z\n`,
			['error schema/invalid «outage» `outage` is no value of `kind`; expected `incident`, `maintenance` or `notice`'],
		],
		[
			'an unfinished line: nothing is said to be missing that may be in it',
			'id: x\ntit',
			['error schema/syntax «tit» Key without a value: `tit`. Expected `key: value`.'],
		],
		[
			'an alias is refused where it stands, and only once',
			`${RECORD}summary: *text\n`,
			['error schema/alias «*text» Alias `*text`. Expected the value itself.'],
		],
		['own fields', `${RECORD}x-one: 1\nx-two: { three: [4] }\n`, []],
		[
			'the keys of an object',
			`${RECORD}constructor: 1\n`,
			[
				'hint schema/unknown-field «constructor» `constructor` is no field of an incident; expected a known one, or `x-constructor`',
			],
		],
	])('%s', (_, text, expected) => {
		expect(formatFindings(text)).toEqual(expected);
	});
});

describe('configuration', () => {
	test.each<[string, string, readonly string[]]>([
		[
			'all of it',
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
		['nothing at all', '', []],
		['components as one mapping', 'components: { proxy: Proxy, registry: { title: Registry } }\n', []],
		[
			'a level that is none',
			'rules: { time/order: loud }\n',
			[
				'error schema/invalid «loud» `loud` is no value of `time/order`; expected `error`, `warning`, `info`, `hint` or `off`',
			],
		],
		[
			'an option that is none',
			'rules: { schema/unknown-field: { ignored: [] } }\n',
			['warning schema/unknown-field «ignored» `ignored` is no field of `schema/unknown-field`; expected `ignore`'],
		],
		[
			'globs that are refused',
			'files: { incidents: [reports/*.md, ../**, "**/a/**/b/**/c/**"], bulletins: weekly/ }\n',
			[
				'error schema/invalid «../**» Invalid glob `../**`: it leads out of the log root. Expected a path below the log root.',
				'error schema/invalid «**/a/**/b/**/c/**» Invalid glob `**/a/**/b/**/c/**`: matching it could take too long. Expected at most 3 `**`, counting a second `*` in a name as one.',
				'error schema/invalid «weekly/» Invalid glob `weekly/`: it matches no file. Expected `weekly/**`.',
			],
		],
		[
			'an alias of no level',
			'impact: { aliases: { SEV1: critcal } }\n',
			[
				'error schema/invalid «critcal» Unknown impact level `critcal`. Expected `none`, `minor`, `major` or `critical`.',
			],
		],
	])('%s', (_, text, expected) => {
		expect(formatFindings(`//- /incident-log.yaml\n${text}`)).toEqual(expected);
	});

	test('a level in the configuration wins; `off` is off', () => {
		const record = `//- /incidents/a.yaml\n${RECORD}sumary: x\n`;
		const withLevel = (level: string) =>
			formatFindings(`//- /incident-log.yaml\nrules: { schema/unknown-field: ${level} }\n${record}`);
		expect(withLevel('error')).toEqual([
			'error schema/unknown-field «sumary» `sumary` is no field of an incident; expected `summary`',
		]);
		expect(withLevel('off')).toEqual([]);
	});

	test('an option of the wrong kind is reported and does no harm', () => {
		expect(
			formatFindings(
				`//- /incident-log.yaml\nrules: { schema/unknown-field: { ignore: 5 } }\n//- /incidents/a.yaml\n${RECORD}`,
			),
		).toEqual(['error schema/invalid «5» `5` is a number; expected a list']);
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
