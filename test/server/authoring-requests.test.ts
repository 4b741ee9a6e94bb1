import { afterEach, expect, test } from 'vitest';
import {
	INCIDENTS_REQUEST,
	type IncidentsResult,
	NEW_REQUEST,
	type NewParams,
	type NewResult,
} from '../../src/server/protocol.ts';
import { type Client, startClient, uriOf } from './client.ts';

let client: Client;
afterEach(() => client.stop());

const incidents = (path = '') =>
	client.connection.sendRequest<IncidentsResult>(INCIDENTS_REQUEST, { uri: uriOf(path) });
const compose = (document: NewParams['document']) =>
	client.connection.sendRequest<NewResult>(NEW_REQUEST, { uri: uriOf('notes.txt'), document });

const FILES = {
	'incident-log.yaml': 'title: Our Log\ntime_zone: Europe/Berlin\ncomponents: [api, { queue: { title: Job queue } }]\n',
	'incidents/2024-08-26-disk.yaml':
		'title: Disk full\nimpact: major\nstarted_at: 2024-08-26T13:30:00+02:00\nresolved_at: 2024-08-26T15:00:00+02:00\n',
	'incidents/2024-08-30-login.yaml':
		'title: Login slow\nimpact: huge\nstatus: monitoring\nstarted_at: 2024-08-30T09:00:00+02:00\n',
	'bulletins/2024-08-31.md':
		'# 2024-08-31\n\n## Incidents\n\n* **August 26: Disk full** (13:30 CEST): For 90 minutes.\n* **August 28: Deploys stuck** (10:00 CEST): For an hour.\n',
	'postmortems/disk.md': '---\nincident: 2024-08-26-disk\n---\n\n# Disk\n',
};

test('`incidents` lists each incident once, newest first, with its week, impact, length, problems and postmortem', async () => {
	client = await startClient({ files: FILES });
	const list = await incidents('bulletins/2024-08-31.md');
	expect(list).toMatchObject({
		root: uriOf('').slice(0, -1),
		title: 'Our Log',
		levels: ['none', 'minor', 'major', 'critical'],
		components: [
			{ id: 'api', title: 'api' },
			{ id: 'queue', title: 'Job queue' },
		],
	});
	const brief = list?.incidents.map(({ title, hasRecord, week, weight, isOpen, duration, postmortem }) => ({
		title,
		hasRecord,
		week,
		weight: weight && Math.round(weight * 100),
		isOpen,
		duration,
		postmortem,
	}));
	expect(brief).toEqual([
		{
			title: 'Login slow',
			hasRecord: true,
			week: '2024-08-31',
			weight: null,
			isOpen: true,
			duration: 'still open',
			postmortem: null,
		},
		{
			title: 'Deploys stuck',
			hasRecord: false,
			week: '2024-08-31',
			weight: null,
			isOpen: false,
			duration: 'about 1 h (inferred)',
			postmortem: null,
		},
		{
			title: 'Disk full',
			hasRecord: true,
			week: '2024-08-31',
			weight: 67,
			isOpen: false,
			duration: '1 h 30 min',
			postmortem: uriOf('postmortems/disk.md'),
		},
	]);
	expect(list?.incidents[0]).toMatchObject({
		uri: uriOf('incidents/2024-08-30-login.yaml'),
		position: { line: 0, character: 7 },
	});
});

test('`incidents` follows the text in the editor, and is null without a log', async () => {
	client = await startClient({ files: { 'incidents/a.yaml': 'title: A\nstarted_at: 2024-08-26T13:30:00Z\n' } });
	client.open('incidents/a.yaml', 'title: B\nstarted_at: 2024-08-26T13:30:00Z\n');
	expect((await incidents())?.incidents.map(({ title }) => title)).toEqual(['B']);
	await client.stop();
	client = await startClient({ files: { 'notes.md': '# Notes\n' } });
	expect(await incidents()).toBeNull();
	expect(await compose({ kind: 'bulletin' })).toBeNull();
});

test('`new` composes an incident that starts now, in the zone of the log, to be continued at its end', async () => {
	client = await startClient({ files: FILES });
	expect(await compose({ kind: 'incident', title: 'Queue stuck', impact: 'minor', components: ['queue'] })).toEqual({
		uri: uriOf('incidents/2024-09-01-queue-stuck.yaml'),
		text: 'title: Queue stuck\nimpact: minor\nstatus: investigating\nstarted_at: 2024-09-01T14:00:00+02:00\ncomponents:\n  - queue\n',
		selection: { start: { line: 6, character: 0 }, end: { line: 6, character: 0 } },
	});
});

test('`new` selects the first prompt of a postmortem', async () => {
	client = await startClient({ files: FILES });
	const composed = await compose({ kind: 'postmortem', incident: '2024-08-30-login' });
	if (!composed || 'refused' in composed) {
		expect.fail();
	}
	const { start, end } = composed.selection;
	expect(start.line).toBe(end.line);
	expect(composed.text.split('\n')[start.line]?.slice(start.character, end.character)).toMatch(/^<!-- .* -->$/);
});

test('`new` refuses a document that is there, with its URI, and an unknown incident', async () => {
	client = await startClient({
		files: { ...FILES, 'bulletins/2024-09-07.md': '# 2024-09-07\n' },
	});
	expect(await compose({ kind: 'bulletin' })).toEqual({
		refused: 'Existing bulletin of the week that ends on 2024-09-07: `2024-09-07`.',
		existing: uriOf('bulletins/2024-09-07.md'),
	});
	expect(await compose({ kind: 'postmortem', incident: '2024-08-26-disk' })).toMatchObject({
		existing: uriOf('postmortems/disk.md'),
	});
	expect(await compose({ kind: 'postmortem', incident: 'nowhere' })).toEqual({
		refused: 'Unknown incident `nowhere`. Expected the id of an incident of the log.',
		existing: null,
	});
	expect(await compose({ kind: 'incident', title: ' ' })).toMatchObject({ existing: null });
});

test('`new` refuses a log whose dialect does not read native records', async () => {
	client = await startClient({ files: { ...FILES, 'incident-log.yaml': 'dialect: cstate\n' } });
	expect(await compose({ kind: 'bulletin' })).toMatchObject({ refused: expect.stringContaining('dialect `cstate`') });
});
