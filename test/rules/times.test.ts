import { describe, expect, test } from 'vitest';
import { dedent } from '../../src/rules/support/dedent.ts';
import { ExampleLog } from './example-log.ts';
import { formatFindings } from './report-text.ts';

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

test('an ambiguous zone abbreviation is a warning if the log has a zone, otherwise an info', () => {
	const record = '//- /incidents/mail.yaml\ntitle: Mail was late\nimpact: minor\nstarted_at: 2024-01-22 05:30 IST\n';
	const levels = (configuration: string) =>
		formatFindings(`//- /incident-log.yaml\n${configuration}\n${record}`)
			.filter(finding => finding.includes('time/zone-ambiguous'))
			.map(finding => finding.split(' ')[0]);
	expect(levels('time_zone: America/New_York')).toEqual(['warning']);
	expect(levels('title: Log')).toEqual(['info']);
});

test('the fixes of an ambiguous local time are its two instants', () => {
	const text = 'title: Jobs ran twice\nimpact: none\nstarted_at: 2025-11-02T01:30:00\n';
	const files = { 'incident-log.yaml': 'time_zone: America/New_York\n', 'incidents/jobs.yaml': text };
	const fixes = new ExampleLog(files, Date.UTC(2025, 10, 10)).findings().flatMap(finding => finding.fixes);
	expect(fixes.flatMap(({ edits }) => edits.map(({ newText }) => newText))).toEqual([
		'2025-11-02T01:30:00-04:00',
		'2025-11-02T01:30:00-05:00',
	]);
});

test('updates of a planned incident are not outside of it', () => {
	const text = (rest: string) =>
		`${'title: Mail was late\nimpact: minor\nstarted_at: 2024-08-26T05:30:00Z\nresolved_at: 2024-08-26T07:30:00Z\n'}${rest}updates: [{ at: 2024-08-26T05:00:00Z, status: investigating, body: Late }]\n`;
	const outside = (rest: string) =>
		formatFindings(text(rest)).filter(line => line.includes('time/update-outside')).length;
	expect([outside(''), outside('scheduled_for: 2024-08-26T04:00:00Z\n')]).toEqual([1, 0]);
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
