import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { newBulletin } from '../../src/authoring/new/new-bulletin.ts';
import { newIncident } from '../../src/authoring/new/new-incident.ts';
import { newPostmortem } from '../../src/authoring/new/new-postmortem.ts';
import { FixtureLog } from '../support/fixture-log.ts';

const START = Date.parse('2024-08-26T13:30:00Z');
const at = (uri: string) => decodeURIComponent(uri.replace('file:///log/', ''));

describe('a new incident', () => {
	test('is in the zone of the log, with an id of its pattern', () => {
		const log = new FixtureLog({ 'incident-log.yaml': 'time_zone: America/New_York\n' });
		const { uri, text } = newIncident(log, { title: 'Disk full', impact: 'MAJOR', startedAt: START });
		expect(at(uri)).toBe('incidents/2024/2024-08-26-disk-full.yaml');
		expect(text).toBe(
			'title: Disk full\nimpact: major\nstatus: investigating\nstarted_at: 2024-08-26T09:30:00-04:00\n',
		);
	});

	test('that has ended is resolved', () => {
		const log = new FixtureLog({ 'incident-log.yaml': 'components: [queue]\n' });
		const resolvedAt = START + 3_600_000;
		const { text } = newIncident(log, { title: 'Disk: full', startedAt: START, resolvedAt, components: ['queue'] });
		expect(text).toBe(
			'title: "Disk: full"\nstatus: resolved\nstarted_at: 2024-08-26T13:30:00Z\nresolved_at: 2024-08-26T14:30:00Z\ncomponents:\n  - queue\n',
		);
	});

	test.each([
		[
			{ 'ops/incidents/2023/05/2023-05-01-a.md': '---\ntitle: A\nstarted_at: 2023-05-01T00:00:00Z\n---\n' },
			'ops/incidents/2024/08/2024-08-26-x.md',
		],
		[
			{ 'incidents/2023-05-01-a/index.md': '---\ntitle: A\nstarted_at: 2023-05-01T00:00:00Z\n---\n' },
			'incidents/2024-08-26-x/index.md',
		],
		[{ 'incidents/2023-05-01-a.yaml': 'title: A\nstarted_at: 2023-05-01T00:00:00Z\n' }, 'incidents/2024-08-26-x.yaml'],
		[
			{ 'incident-log.yaml': 'id: INC-{n}\n', 'incidents/INC-1.yaml': 'title: A\nstarted_at: 2023-05-01T00:00:00Z\n' },
			'incidents/INC-2.yaml',
		],
		[
			{ 'incidents/2024-08-26-x.yaml': 'title: X\nstarted_at: 2024-08-26T00:00:00Z\n' },
			'incidents/2024-08-26-x-2.yaml',
		],
	])('is next to the newest record, in its format: %j', (files, path) => {
		const { uri, text } = newIncident(new FixtureLog(files), { title: 'X', startedAt: START });
		expect(at(uri)).toBe(path);
		expect(text.startsWith('---\n')).toBe(path.endsWith('.md'));
	});

	test.each([
		[{ title: ' ' }, 'Empty title.'],
		[{ title: 'X', impact: 'huge' }, 'Unknown impact level `huge`. Expected `none`, `minor`, `major`, `critical`'],
		[{ title: 'X', components: ['que'] }, 'Unknown component `que`. Expected `queue`.'],
		[{ title: 'X', startedAt: START, resolvedAt: START - 1 }, 'The end is before the start.'],
	])('is refused with facts that the log does not know: %j', (facts, message) => {
		const log = new FixtureLog({ 'incident-log.yaml': 'components: [queue]\n' });
		expect(() => newIncident(log, facts)).toThrow(message);
	});

	test('has no error or warning but a missing impact', () => {
		const log = new FixtureLog({ 'incident-log.yaml': 'time_zone: Europe/Berlin\n' });
		const { uri, text } = newIncident(log, { title: 'Disk full', startedAt: START, resolvedAt: START + 60_000 });
		log.set(uri, text, 'incident');
		expect(log.findings(uri).map(({ code }) => code)).toEqual(['impact/missing']);
	});
});

describe('a new postmortem', () => {
	const files = {
		'incident-log.yaml': 'time_zone: Europe/Berlin\n',
		'incidents/2024-08-26-disk.yaml':
			'title: Disk full\nimpact: minor\nstarted_at: 2024-08-26T13:30:00+02:00\nresolved_at: 2024-08-26T15:00:00+02:00\n',
	};
	const incidentOf = (log: FixtureLog) => log.view.byId('2024-08-26-disk', 'incident')[0] ?? expect.fail();

	test('has the required sections, and the times of the record in its timeline', () => {
		const log = new FixtureLog(files);
		const { uri, text } = newPostmortem(log, incidentOf(log));
		expect(at(uri)).toBe('postmortems/2024-08-26-disk.md');
		expect(text).toContain(
			'title: Disk full\nincident: 2024-08-26-disk\nstatus: draft\n---\n\n# Disk full\n\n## Summary\n',
		);
		expect(text).toContain(
			'## Timeline\n\nAll times in Europe/Berlin.\n\n- 2024-08-26 13:30 The incident starts\n- 2024-08-26 15:00 The incident ends\n',
		);
		log.set(uri, text, 'postmortem');
		expect(log.findings(uri).filter(({ level }) => level === 'error' || level === 'warning')).toEqual([]);
		expect(log.findings(uri).map(({ code }) => code)).not.toContain('postmortem/section-missing');
		expect(log.document(uri)?.postmortem?.timeline).toHaveLength(2);
	});

	test('has the sections of the configuration', () => {
		const log = new FixtureLog({
			...files,
			'incident-log.yaml':
				'rules:\n  postmortem/section-missing: [info, { sections: [Story, [Causes, Root cause]] }]\n',
		});
		expect(newPostmortem(log, incidentOf(log)).text.match(/^## .*/gm)).toEqual(['## Story', '## Causes']);
	});

	test('is refused if the incident has one', () => {
		const log = new FixtureLog({ ...files, 'postmortems/disk.md': '---\nincident: 2024-08-26-disk\n---\n\n# Disk\n' });
		expect(() => newPostmortem(log, incidentOf(log))).toThrow('Existing postmortem of `2024-08-26-disk`: `disk`.');
	});
});

describe('a new bulletin', () => {
	test('is that of the week of a day, with the heading of the newest one', () => {
		const log = new FixtureLog({
			'incident-log.yaml': 'week_ends_on: sunday\n',
			'notes/bulletins/2024-08-18.md': '# 2024-08-18\n\n## Incidents of the week\n\n<!-- incidents -->\n',
		});
		const { uri, text } = newBulletin(log, Temporal.PlainDate.from('2024-08-20'));
		expect(at(uri)).toBe('notes/bulletins/2024-08-25.md');
		expect(text).toBe('# 2024-08-25\n\n## Incidents of the week\n\n<!-- picture -->\n\n<!-- incidents -->\n');
		log.set(uri, text, 'bulletin');
		expect(log.findings(uri)).toEqual([]);
		expect(() => newBulletin(log, '2024-08-25')).toThrow('Existing bulletin of the week that ends on 2024-08-25');
	});

	test('is in the default folder of a log without one', () => {
		expect(at(newBulletin(new FixtureLog({ 'incident-log.yaml': '' }), '2024-08-26').uri)).toBe(
			'bulletins/2024-08-31.md',
		);
	});
});
