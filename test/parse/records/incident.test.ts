import { describe, expect, test } from 'vitest';
import type { Incident } from '../../../src/core/incident.ts';
import type { LogDocument } from '../../../src/parse/model/document.ts';
import { parse, textAt } from '../help-source.ts';

function only(document: LogDocument): Incident {
	const [incident, ...others] = document.incidents;
	if (!incident || others.length > 0) {
		throw new Error('expected one incident');
	}
	return incident;
}

const RECORD = `id: 2024-05-06-queue
title: "Jobs waited"
kind: incident
status: resolved
impact: minor
severity: 3
started_at: 2024-05-06T09:00:00-04:00
resolved_at: '2024-05-06 10:00'
components: [queue, api]
summary: |
  Jobs waited as in [[2024-05-01-disk]].
updates:
  - { at: 2024-05-06T09:10:00-04:00, status: investigating, body: We look into it. }
timeline:
  - at: 2024-05-06T09:05:00-04:00
    text: Alert fires
    by: kim
references:
  - { id: 2024-05-01-disk, relation: caused-by }
  - 2024-04-30-fan
postmortem: ../postmortems/queue.md
action_items:
  - { title: Watch the queue, owner: storage, due: 2024-06-01, status: open }
  - Buy disks
`;

describe('an incident in YAML', () => {
	test.each([
		['severity: SEV-2', 'major'],
		['severity: unusual', undefined],
		['severity: SEV-2\nimpact: minor', undefined],
	])('infers the impact from a severity if none is stated: %j', (fields, level) => {
		const text = `title: Jobs waited\nstarted_at: 2024-05-06T09:00:00Z\n${fields}\n`;
		const incident = only(parse('incident', 'jobs.yaml', text));
		expect(incident.inferred.severityLevel?.value).toBe(level);
	});

	const document = parse('incident', '2024-05-06-queue.yaml', RECORD);
	const incident = only(document);

	test('has its fields with their ranges', () => {
		const { title, status, impact, severity, components, summary } = incident;
		for (const [located, value] of [
			[title, 'Jobs waited'],
			[status, 'resolved'],
			[impact, 'minor'],
			[severity, '3'],
			[components[1], 'api'],
		] as const) {
			expect(located?.value).toBe(value);
			expect(textAt(document, located?.range)).toBe(value);
		}
		expect(summary?.value).toBe('Jobs waited as in [[2024-05-01-disk]].\n');
		expect(document.problems).toEqual([]);
		expect(document).toMatchObject({ format: 'yaml', postmortem: undefined, bulletin: undefined, body: undefined });
	});

	test("has its times, in the log's zone if they have none", () => {
		expect([...incident.times.keys()]).toEqual(['started_at', 'resolved_at']);
		const resolved = incident.times.get('resolved_at');
		expect(textAt(document, resolved?.range)).toBe('2024-05-06 10:00');
		expect(resolved?.reading).toMatchObject({ ok: true, timeZone: 'America/New_York', zone: undefined });
		expect(incident.timeline[0]?.at?.reading).toMatchObject({ ok: true, precision: 'second' });
		expect(incident.timeline[0]?.text?.value).toBe('Alert fires');
		expect(incident.updates[0]?.text?.value).toBe('We look into it.');
		expect(textAt(document, incident.timeline[0]?.range)).toMatch(/^at: [\s\S]*by: kim$/);
	});

	test('has its action items', () => {
		expect(incident.actionItems.map(item => [item.title?.value, item.owner?.value, item.due?.reading.text])).toEqual([
			['Watch the queue', 'storage', '2024-06-01'],
			['Buy disks', undefined, undefined],
		]);
	});

	test('has the references of its fields, in the order of the text', () => {
		const fields = document.references.filter(reference => reference.form === 'field');
		expect(
			fields.map(({ target, relation, owner, range }) => ({ target, relation, owner, text: textAt(document, range) })),
		).toEqual([
			{
				target: { by: 'id', id: '2024-05-01-disk', kind: 'any', isExact: true },
				relation: 'caused-by',
				owner: incident.id,
				text: '2024-05-01-disk',
			},
			{
				target: { by: 'id', id: '2024-04-30-fan', kind: 'any', isExact: true },
				relation: undefined,
				owner: incident.id,
				text: '2024-04-30-fan',
			},
			{
				target: { by: 'uri', uri: 'file:///log/postmortems/queue.md' },
				relation: undefined,
				owner: incident.id,
				text: '../postmortems/queue.md',
			},
		]);
		const starts = document.references.map(({ range }) => range.start);
		expect(starts).toEqual([...starts].sort((a, b) => a - b));
	});

	test('has the references of its prose', () => {
		const links = document.references.filter(({ form }) => form === 'wiki-link');
		expect(links.map(({ target, owner }) => ({ target, owner }))).toEqual([
			{ target: { by: 'id', id: '2024-05-01-disk', kind: 'any' }, owner: incident.id },
		]);
	});
});

describe('an incident in Markdown', () => {
	test('has its body as summary', () => {
		const text = '---\r\ntitle: Jobs waited\r\nimpact: major\r\n---\r\n\r\nJobs *waited*.\r\n\r\nLonger.\r\n';
		const document = parse('incident', '2024-05-06-queue.md', text);
		const { summary, title, impact } = only(document);
		expect(summary?.value).toBe('Jobs *waited*.\n\nLonger.');
		expect(textAt(document, summary?.range)).toBe(summary?.value);
		expect([title?.value, impact?.value]).toEqual(['Jobs waited', 'major']);
		expect(document.format).toBe('markdown');
	});

	test('has the field `summary` as summary', () => {
		expect(only(parse('incident', 'x.md', '---\nsummary: Short.\n---\nLong.\n')).summary?.value).toBe('Short.');
	});

	test('has its heading as title and its file name as id without front matter', () => {
		const document = parse('incident', '2024-05-06-queue.markdown', '# Jobs waited\n\nThey did.\n');
		const { id, hasWrittenId, title, idRange } = only(document);
		expect([id, hasWrittenId, title?.value]).toEqual(['2024-05-06-queue', false, 'Jobs waited']);
		expect(textAt(document, idRange)).toBe('Jobs waited');
		expect([document.data?.value, document.problems]).toEqual([{ title: 'Jobs waited' }, []]);
	});

	test('has the timeline of its body', () => {
		const body = '## Timeline\n\n- 09:05 EDT: Alert fires\n- 09:40 EDT: Repaired\n';
		const text = `---\ntitle: x\nstarted_at: 2024-05-06T09:00:00-04:00\n---\n${body}`;
		const times = only(parse('incident', 'x.md', text)).timeline.map(
			({ at }) => at?.reading.ok && at.reading.canonical,
		);
		expect(times).toEqual(['2024-05-06T09:05:00-04:00', '2024-05-06T09:40:00-04:00']);
	});

	test('has one problem and its fields if the front matter is not closed', () => {
		const document = parse(
			'incident',
			'x.md',
			'---\ntitle: Jobs waited\nimpact: minor\n\n# More\n\nText: with: colons\n',
		);
		expect(document.problems).toEqual([
			{
				kind: 'syntax',
				range: { start: 0, end: 3 },
				message: 'Front matter is never closed. Expected `---` on a line of its own.',
				related: undefined,
			},
		]);
		expect(only(document).impact?.value).toBe('minor');
		expect(document.body?.sections[0]?.title.value).toBe('More');
	});
});

describe('the range at which a missing field is reported', () => {
	const cases: readonly [text: string, expected: string][] = [
		['id: a-b\ntitle: c', 'a-b'],
		['title: c\nimpact: d', 'c'],
		['impact: d\nstatus: e', 'impact'],
		['', ''],
		['# nothing', ''],
	];
	test.each(cases)('%j', (text, expected) => {
		const document = parse('incident', 'name.yaml', text);
		expect(textAt(document, only(document).idRange)).toBe(expected);
	});
});

describe('ids', () => {
	test.each([
		['2024-05-06-queue.yaml', '2024-05-06-queue'],
		['v1.2.yml', 'v1.2'],
		['caf%C3%A9.yaml', 'café'],
		['100%.yaml', '100%'],
		['.yaml', '.yaml'],
	])('of a file %s', (name, id) => {
		expect(only(parse('incident', name, 'title: x')).id).toBe(id);
	});
});

describe('ignores values of another type', () => {
	const cases: readonly [text: string, expected: Partial<Incident>][] = [
		['title: [a]\nimpact: { b: c }\nstatus:\n', { title: undefined, impact: undefined, status: undefined }],
		['timeline: none\nupdates: { at: 1 }\n', { timeline: [], updates: [] }],
		['started_at: 5\nresolved_at: [x]', { times: new Map() }],
		['kind: outage', { kind: 'incident' }],
		['kind: maintenance', { kind: 'maintenance' }],
		['action_items: 5\ncomponents: 5.0', { actionItems: [] }],
	];
	test.each(cases)('%j', (text, expected) => {
		expect(only(parse('incident', 'x.yaml', text))).toMatchObject(expected);
	});

	test('keeps numbers and booleans as written', () => {
		const { title, components } = only(parse('incident', 'x.yaml', 'title: 1e3\ncomponents: [0x10, true]'));
		expect([title?.value, ...components.map(({ value }) => value)]).toEqual(['1e3', '0x10', 'true']);
	});

	test('ignores references without an id or to the web, and unknown relations', () => {
		const text =
			'references: [{ relation: related }, { id: a, relation: cousin }, 5, []]\npostmortem: https://a.example/b.md';
		expect(parse('incident', 'x.yaml', text).references.map(({ target, relation }) => [target, relation])).toEqual([
			[{ by: 'id', id: 'a', kind: 'any', isExact: true }, undefined],
			[{ by: 'id', id: '5', kind: 'any', isExact: true }, undefined],
		]);
	});
});
