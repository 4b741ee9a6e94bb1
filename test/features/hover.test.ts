import { describe, expect, test } from 'vitest';
import type { Hover } from 'vscode-languageserver-types';
import { hover } from '../../src/features/hover.ts';
import { openLog } from './harness.ts';
import { SMALL_LOG } from './small-log.ts';

const JOBS = `**Jobs stood still**  
impact \`SEV1\` (critical) · \`resolved\` · incident

12 July 2024, 09:00 EDT · 2 h 30 min

Components: \`queue\`

The queue of background jobs stopped, see the graph. No jobs were lost.

[incidents/2024-07-12-jobs.yaml](file:///log/incidents/2024-07-12-jobs.yaml#L1)`;

const SLOW = `**Sign-in was slow**  
impact \`minor\` (inferred) · incident

20 August 2024, 05:30 EDT · about 1 h 30 min (inferred)

Minimal customer impact. It took about 90 minutes to fix.

[bulletins/2024-08-24.md](file:///log/bulletins/2024-08-24.md#L5)`;

async function value(marked: string): Promise<string | undefined> {
	const answer = await openLog(marked).ask<Hover | null>(hover);
	return answer && typeof answer.contents === 'object' && 'value' in answer.contents
		? answer.contents.value
		: undefined;
}
const inBulletin = (text: string) => value(`${SMALL_LOG}//- /bulletins/2024-08-31.md\n# 2024-08-31\n\n${text}\n`);
const inRecord = (text: string) =>
	value(
		`${SMALL_LOG}//- /incidents/n.yaml\ntitle: New\nimpact: none\nstarted_at: 2024-08-26T09:00:00-04:00\n${text}`.replace(
			/^(title: New\nimpact: none\n)/m,
			'$1',
		),
	);

describe('the card of an incident', () => {
	test('is shown over a dated mention', async () => {
		expect(await inBulletin('As in the July$0 12 incident.')).toBe(JOBS);
	});
	test('is shown over a wiki link', async () => {
		expect(await inBulletin('See [[2024-07-12-jobs$0]].')).toBe(JOBS);
	});
	test('is shown over a reference in a field', async () => {
		expect(await inRecord('references:\n  - id: 2024-07-12-jobs$0\n')).toBe(JOBS);
	});
	test('is shown over the title of the incident', async () => {
		expect(await value(SMALL_LOG.replace('Jobs stood', () => 'Jobs $0stood'))).toBe(JOBS);
	});
	test('has no duration if the end is before the start', async () => {
		const text = await value(
			'//- /incidents/lease.yaml\ntitle: Lea$0ses\nimpact: major\nstarted_at: 2024-08-26T09:00:00Z\nresolved_at: 2024-08-26T08:00:00Z\n',
		);
		expect(text).toContain('26 August 2024, 09:00 UTC\n');
	});
	test('of a bulletin entry contains values inferred from its prose', async () => {
		expect(await inBulletin('As in the August 20$0 incident.')).toBe(SLOW);
	});
	test('is shown for each incident of an ambiguous mention', async () => {
		const text = await inBulletin('As in the August$0 15 issue.');
		expect(text?.split('\n\n---\n\n').map(card => card.split('\n')[0]?.trim())).toEqual([
			'2 matching incidents:',
			'**Another of that day**',
			'**The store \\<b\\>filled\\</b\\> up \\[x\\]\\(command\\:evil\\) \\`y\\`**',
		]);
		expect(text).toContain('15 August 2024, 10:00 EDT · still open  \nwritten `2024-08-15T14:00:00Z`');
		expect(text).toContain('\n15 August 2024 · ');
	});
	test('is not shown over an unresolved reference', async () => {
		expect(await inBulletin('See [[nowhere$0]].')).toBeUndefined();
	});
	test('is plain text for a client without Markdown', async () => {
		const opened = openLog(
			SMALL_LOG.replace('filled', () => 'fil$0led'),
			{ client: {} },
		);
		const { contents } = await opened.ask<Hover>(hover);
		expect(contents).toMatchObject({ kind: 'plaintext' });
		expect(JSON.stringify(contents)).toContain('The store <b>filled</b> up [x](command:evil) `y`');
	});
});

describe('the description of a field', () => {
	test('is shown over its key', async () => {
		expect(await inRecord('det$0ected_at: 2024-08-26T09:10:00-04:00')).toMatch(
			/^The time at which an alert or a person/,
		);
	});
	test('is shown over a key in a list', async () => {
		expect(await inRecord('references:\n  - id: a\n    rela$0tion: related')).toMatch(/^How this incident relates/);
	});
	test('is shown over a key of front matter', async () => {
		expect(await value(SMALL_LOG.replace('status: published', () => 'st$0atus: published'))).toMatch(
			/^Progress of the postmortem/,
		);
	});
	test('is shown over a key of the configuration', async () => {
		expect(await value(SMALL_LOG.replace('time_zone', () => 'time$0_zone'))).toMatch(/^The IANA name/);
	});
	test('is the scale of the log over an impact level', async () => {
		expect(await value(SMALL_LOG.replace('impact: major', () => 'impact: maj$0or'))).toBe(
			'none < minor < **major** < critical\n\nLevel 3 of 4, from least to worst.',
		);
	});
	test('reports an unknown impact level', async () => {
		expect(await value(SMALL_LOG.replace('impact: major', () => 'impact: <hu$0ge>'))).toBe(
			'none < minor < major < critical\n\nUnknown level `<huge>`, treated as the worst.',
		);
	});
	test('is not shown for a field without a schema', async () => {
		expect(await inRecord('x-th$0ing: 1')).toBeUndefined();
	});
});

describe('the hover of a time', () => {
	const cases: readonly [string, string, string][] = [
		[
			'states its distance from the start',
			'detected_at: 2024-08-26T09:$010:00-04:00',
			'26 August 2024, 09:10 EDT  \n26 August 2024, 13:10 UTC\n\n10 min after the start',
		],
		[
			'converts it to the zone of the log',
			'resolved_at: 2024-08-26T15:$000:00+02:00',
			'26 August 2024, 09:00 EDT  \n26 August 2024, 13:00 UTC\n\n0 min after the start',
		],
		[
			'is shown in a timeline',
			'timeline:\n  - { at: 2024-08-2$06T08:45:00-04:00, text: Sooner }',
			'26 August 2024, 08:45 EDT  \n26 August 2024, 12:45 UTC\n\n15 min before the start',
		],
		[
			'is shown for the due date of an action item',
			'action_items:\n  - { title: Fix, due: 2024-$009-15 }',
			'15 September 2024  \ndate without a time of day',
		],
	];
	test.each(cases)('%s', async (_caption, text, meaning) => {
		expect(await inRecord(text)).toBe(meaning);
	});
	test('is shown in a bulletin', async () => {
		expect(await value(SMALL_LOG.replace('05:30 EDT', () => '05:$030 EDT'))).toBe(
			'20 August 2024, 05:30 EDT  \n20 August 2024, 09:30 UTC',
		);
	});
	test('is not shown over an invalid time', async () => {
		expect(await inRecord('detected_at: to be$0 stated')).toBeUndefined();
	});
});

describe('the hover of an own field', () => {
	test.each([
		['escapes its description', 'reg$0ion: iad', 'Where \\!\\[it\\]\\(https\\://example.com/x.png\\) happened'],
		['shows its title without a description', 'own$0er: { name: Kim }', 'The owner'],
		['shows the description of a nested key', 'owner: { na$0me: Kim }', 'Who'],
		['is not shown without a title and a description', 'si$0te: x', undefined],
	])('%s', async (_caption, text, expected) => {
		const fields = [
			'region: { description: "Where ![it](https://example.com/x.png) happened" }',
			'owner: { title: The owner, properties: { name: { description: Who } } }',
			'site: { type: string }',
		].join(', ');
		const log = `//- /incident-log.yaml\nfields: { incident: { ${fields} } }\n//- /incidents/n.yaml\n`;
		expect(await value(`${log}title: New\nimpact: none\nstarted_at: 2024-08-26T09:00:00-04:00\n${text}\n`)).toBe(
			expected,
		);
	});
});

describe('similar earlier incidents', () => {
	const queue = (title: string, day: string) =>
		`title: ${title}\nimpact: minor\nstarted_at: 2024-${day}T09:00:00Z\nresolved_at: 2024-${day}T10:00:00Z\n`;
	const log = (references: string) =>
		value(
			`//- /incidents/2024-02-01-queue.yaml\n${queue('Job queue full after a leaked lease', '02-01')}` +
				`//- /incidents/2024-03-01-dns.yaml\n${queue('Resolvers time out', '03-01')}` +
				`//- /incidents/2024-06-01-queue.yaml\n${queue('Job queue full again', '06-01')}${references}`,
		);

	test('are those that the record does not name', async () => {
		const text = await log('refer$0ences: []\n');
		expect(text).toContain('Similar earlier incidents:');
		expect(text).toContain('**Job queue full after a leaked lease**  \n2024-02-01 · 1 h · `minor`');
		expect(text).not.toContain('Resolvers');
		expect(await log('refer$0ences: [{ id: 2024-02-01-queue, relation: related }]\n')).not.toContain('Similar');
	});

	test('are not shown at other keys', async () => {
		expect(await log('summ$0ary: The queue.\n')).not.toContain('Similar');
	});
});
