import { describe, expect, test } from 'vitest';
import { DEFAULT_CONFIGURATION } from '../../../src/core/configuration.ts';
import type { LocatedTime } from '../../../src/core/incident.ts';
import type { LogDocument } from '../../../src/parse/model/document.ts';
import { recordsOf } from '../../../src/parse/model/records-of.ts';
import { parseDocument } from '../../../src/parse/parse-document.ts';

const parse = (kind: 'incident' | 'postmortem', path: string, text: string) =>
	parseDocument({ uri: `file:///log/${path}`, text, kind, configuration: DEFAULT_CONFIGURATION });

const instant = (at: LocatedTime | undefined) =>
	at?.reading.ok
		? at.reading.precision === 'date'
			? at.reading.date.toString()
			: at.reading.earliest.toString().replace(/:00Z$/, 'Z')
		: undefined;

/** The facts of the only record of a document. */
function factsOf(document: LogDocument) {
	const [facts] = recordsOf(document);
	return {
		id: facts?.hasWrittenId ? facts.id : undefined,
		title: facts?.title?.value,
		start: instant(facts?.times.get('started_at')),
		end: instant(facts?.times.get('resolved_at')),
		minutes: facts?.statedDurations?.map(({ duration }) => duration.value.minMinutes)[0],
		impact: facts?.impact?.value,
		severity: facts?.severity?.value,
		level: facts?.inferred.severityLevel?.value,
		status: facts?.status?.value,
		components: facts?.components.map(({ value }) => value),
	};
}

const read = (text: string, file = 'disk.md') => factsOf(parse('incident', `incidents/${file}`, text));

describe('a record in Markdown', () => {
	test.each<[string, string, object]>([
		[
			'states the end in Norwegian labels',
			'# Nettet var nede\n\n- Start kl.: 26.08.2024 05:30\n- Feil rettet: 26.08.2024 07:30\n',
			{ start: '2024-08-26T05:30Z', end: '2024-08-26T07:30Z' },
		],
		[
			'states the end in a heading',
			'# Disk full\n\n**Start:** 2024-08-26 05:30 UTC\n\n## Resolution (2024-08-26)\n\nWe deleted logs.\n',
			{ start: '2024-08-26T05:30Z', end: '2024-08-26' },
		],
		[
			'states fields in rows with a comment behind them',
			'# Disk full\n\n## Metrics\n\n| Metric | Value |\n|---|---|\n| Severity | 1 |\n| Total Downtime | 2 hours, 5 minutes | <!-- sum -->\n',
			{ severity: '1', level: 'critical', minutes: 125 },
		],
		[
			'states fields in bold labels, with the colon inside or outside',
			'# Disk full\n\n**Date:** 2024-08-26\n**Severity**: SEV-2\n**Duration:** about 2 hours\n**Status:** ✅ Resolved (PR 12)\n',
			{ title: 'Disk full', start: '2024-08-26', severity: 'SEV-2', level: 'major', minutes: 120, status: 'resolved' },
		],
		[
			'states fields in one line',
			'# Disk full\n\n**Date:** August 26, 2024 | **Severity:** P1 · **Duration:** 31 min\n',
			{ start: '2024-08-26', severity: 'P1', level: 'critical', minutes: 31 },
		],
		[
			'states fields in plain lines',
			'Title: Disk full\nDate: 2024-08-26 05:30\nResolved: 2024-08-26 06:10\nAffected services: mail, web (EU)\n\nIt was full.\n',
			{ title: 'Disk full', start: '2024-08-26T05:30Z', end: '2024-08-26T06:10Z', components: ['mail', 'web (EU)'] },
		],
		[
			'states fields in a list below a heading',
			'# Disk full\n\n## Metadata\n\n- Date (UTC): 2024-08-26\n- Start (UTC): 2024-08-26T05:30:00Z (first alert)\n- **End (UTC):** 06:10\n- Severity (see `levels.md`): sev1\n',
			{ start: '2024-08-26T05:30Z', end: '2024-08-26T06:10Z', severity: 'sev1', level: 'critical' },
		],
		[
			'states fields in a quote',
			'# Disk full\n\n> **Started:** 2024-08-26 05:30 UTC\n> **Ended:** 2024-08-26 06:10 UTC\n> **Impact:** High (jobs late)\n',
			{ start: '2024-08-26T05:30Z', end: '2024-08-26T06:10Z', impact: 'critical' },
		],
		[
			'states fields in rows of a table',
			'# Disk full\n\n| Field | Value |\n| --- | --- |\n| Start | 2024-08-26 05:30 |\n| Total downtime | 00:40:00 |\n| Impact level | moderate |\n',
			{ start: '2024-08-26T05:30Z', minutes: 40, impact: 'major' },
		],
		[
			'states fields in columns of a table with one row',
			'# Disk full\n\n| Date | Severity | Duration |\n| --- | --- | --- |\n| 2024-08-26 | S3 | 1h 5m |\n',
			{ start: '2024-08-26', severity: 'S3', level: 'minor', minutes: 65 },
		],
		[
			'states fields in sections',
			'# Disk full\n\n## Date: August 26, 2024\n\n## Severity\n\n**Critical** - all customers\n\n## Affected services\n\n- mail\n- web\n',
			{ start: '2024-08-26', severity: 'Critical', level: 'critical', components: ['mail', 'web'] },
		],
		[
			'states a value in the paragraph below its label',
			'# Disk full\n\n**Dato:**\n\n2024-08-26\n\n**Alvorlighetsgrad:**\n\nKritisk\n',
			{ start: '2024-08-26', severity: 'Kritisk', level: 'critical' },
		],
		[
			'states id, date and severity in its title',
			'# [INC-0041][P2] Disk full (2024-08-26)\n\nIt was full.\n',
			{ id: 'INC-0041', title: 'Disk full', start: '2024-08-26', severity: 'P2' },
		],
		['has a title behind the kind of report', '# Postmortem: Disk full\n', { title: 'Disk full' }],
		['has a title after the kind of report in German', '# Nachbetrachtung: Platte voll\n', { title: 'Platte voll' }],
		[
			'has its date after a preposition in the title',
			'# Platte voll am 26.08.2024\n',
			{ title: 'Platte voll', start: '2024-08-26' },
		],
		[
			'has its date between the kind of report and the title',
			'# Incidente del 26 de agosto de 2024: disco lleno\n',
			{ title: 'disco lleno', start: '2024-08-26' },
		],
		[
			'has a kind of report and a date in East Asian brackets',
			'# 【障害報告】ログイン不可（2024年8月26日）\n',
			{ title: 'ログイン不可', start: '2024-08-26' },
		],
		[
			'has the title of an issue rather than the name of its template',
			'---\nname: Incident report\nabout: A form\ntitle: Disk full\n---\n\nIt was full.\n',
			{ title: 'Disk full' },
		],
		[
			'states fields with two colons',
			'# Disk full\n\nDate:: 2024-08-26\nSeverity:: SEV-2\n',
			{ start: '2024-08-26', severity: 'SEV-2' },
		],
		['keeps a standard in a title', '# UTF-8 names were cut\n', { id: undefined, title: 'UTF-8 names were cut' }],
		[
			'has front matter of another tool',
			'---\ntitle: 2024-08-26 - Disk full\nseverity: high\nauthor: Ada\nweight: 3\n---\n\nIt was full.\n',
			{ title: 'Disk full', start: '2024-08-26', severity: 'high', level: 'critical' },
		],
		[
			'states a range of days',
			'# Disk full\n\n**Duration:** August 26-28, 2024 (3 days)\n',
			{ start: '2024-08-26', end: '2024-08-28', minutes: 4320 },
		],
		[
			'states a range of clocks, whose zone holds for both',
			'# Disk full\n\n**Date:** 2024-08-26 21:00-21:30 PDT\n',
			{ start: '2024-08-27T04:00Z', end: '2024-08-27T04:30Z' },
		],
		[
			'states clocks apart from their date',
			'# Disk full\n\n**Dato:** 26.08.2024 kl. 10:00 - 14:00\n',
			{ start: '2024-08-26T10:00Z', end: '2024-08-26T14:00Z' },
		],
		[
			'states its date twice, once with a clock',
			'---\ntitle: 26.08.2024 - Disk full\n---\n\n# Disk full\n\n**Date:** 2024-08-26 10:00 UTC\n',
			{ title: 'Disk full', start: '2024-08-26T10:00Z' },
		],
		[
			'states a range with an arrow',
			'# Disk full\n\n**Dates:** 2024-08-26 → 2024-08-27\n',
			{ start: '2024-08-26', end: '2024-08-27' },
		],
		[
			'ends after midnight',
			'# Disk full\n\n**Date:** 2024-08-26\n**Start:** 23:40\n**End:** 00:20\n',
			{ start: '2024-08-26T23:40Z', end: '2024-08-27T00:20Z' },
		],
		[
			'lasts',
			'# Disk full\n\n**Start:** 2024-08-26 23:40\n**End:** ongoing\n',
			{ start: '2024-08-26T23:40Z', end: undefined },
		],
	])('%s', (_, text, facts) => {
		expect(read(text)).toMatchObject(facts);
	});

	test('is read in the zone of the page', () => {
		const facts = read('# Disk full\n\nAll times in PDT.\n\n**Start:** 2024-08-26 05:30\n');
		expect(facts.start).toBe('2024-08-26T12:30Z');
	});

	test('has the date of its file name or folder without another one', () => {
		const nameDay = (file: string) => recordsOf(parse('incident', file, '# Disk full\n\nIt was full.\n'))[0]?.nameDay;
		expect(nameDay('incidents/2024-08-26-disk.md')).toBe('2024-08-26');
		expect(nameDay('incidents/INCIDENT-20240826T0530Z.md')).toBe('2024-08-26');
		expect(nameDay('incidents/2024_08_26_disk/index.md')).toBe('2024-08-26');
		expect(nameDay('incidents/2024-13-26.md')).toBe(undefined);
		expect(nameDay('incidents/120240826.md')).toBe(undefined);
	});

	test.each([
		['prose below', '# Disk full\n\n## Root cause\n\n**Severity:** high values were cut.\n\n- Impact: none\n'],
		['action items', '# Disk full\n\n## Action items\n\n- **Date:** 2024-09-01\n- Start: 2024-09-02\n'],
		['emphasis', '# Disk full\n\nIt was **Date:** 2024-08-26 in the log.\n'],
	])('has no fields in %s', (_, text) => {
		expect(read(text)).toMatchObject({ start: undefined, severity: undefined, impact: undefined });
	});

	test('supplies what native front matter lacks', () => {
		const document = parse(
			'incident',
			'incidents/disk.md',
			'---\nimpact: minor\nstarted_at: 2024-08-26T05:30:00Z\nmoon: full\n---\n\n# Disk full\n\n**Resolved:** 2024-08-26 06:10\n**Impact:** High\n',
		);
		expect(document.dialect).toBe('native');
		expect(Object.keys(document.data?.value ?? {}).toSorted()).toEqual([
			...['impact', 'moon', 'resolved_at', 'started_at', 'title'],
		]);
		expect(factsOf(document)).toMatchObject({ title: 'Disk full', impact: 'minor', end: '2024-08-26T06:10Z' });
	});

	test('names the values that cannot be read', () => {
		const text = '# Disk full\n\n**Date:** August 2024\n**Severity:** see below\n**Resolved:** yes, after a restart\n';
		const { notUnderstood } = parse('incident', 'incidents/2024-08-26.md', text);
		expect(notUnderstood.map(({ aspect, range }) => [aspect, text.slice(range.start, range.end)])).toEqual([
			['impact', 'see below'],
			['start', 'August 2024'],
		]);
	});
});

test('a postmortem has the facts of an incident', () => {
	const document = parse(
		'postmortem',
		'postmortems/disk.md',
		'# Disk full\n\n**Date:** 2024-08-26 05:30 to 06:10 UTC\n**Severity:** SEV-1\n**Status:** Resolved\n\n## Summary\n\nIt was full.\n',
	);
	expect(factsOf(document)).toMatchObject({
		start: '2024-08-26T05:30Z',
		end: '2024-08-26T06:10Z',
		severity: 'SEV-1',
		status: 'resolved',
	});
	expect(document.postmortem?.status).toBe(undefined);
	expect(document.postmortem?.summary?.value).toBe('It was full.');
});

test('a timeline ends a record without an end', () => {
	const text =
		'# Disk full\n\n**Date:** 2024-08-26\n\n## Timeline\n\n- 05:30 Alert\n- 06:10 Resolved\n- 07:00 Report is written\n';
	const [record] = recordsOf(parse('incident', 'incidents/disk.md', text));
	expect(record?.times.get('resolved_at')).toBe(undefined);
	expect(instant(record?.inferred.end)).toBe('2024-08-26T06:10Z');
});

test.each([
	['a month as a date is not understood', '**Date:** August 2024', ['start']],
	['a month next to a start is not reported', '**Date:** August 2024\n**Start:** 2024-08-26 05:30 UTC', []],
	['a label with prose is not reported', '**Date:** some day last week', []],
])('%s', (_, head, aspects) => {
	const { notUnderstood } = parse('incident', 'incidents/disk.md', `# Disk full\n\n${head}\n\nText.\n`);
	expect(notUnderstood.map(({ aspect }) => aspect)).toEqual(aspects);
});
