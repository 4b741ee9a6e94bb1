import { afterEach, expect, test } from 'vitest';
import { LOGS_REQUEST, RELATIONS_REQUEST, type RelationsResult } from '../../src/server/protocol.ts';
import { type Client, ROOT, startClient, uriOf } from './client.ts';

const record = (title: string, day: string, more = '') =>
	`title: ${title}\nimpact: minor\nstarted_at: 2024-${day}T09:00:00Z\nresolved_at: 2024-${day}T10:00:00Z\n${more}`;

const FILES = {
	'incident-log.yaml': 'title: Infra Log\n',
	'incidents/2024-02-01-queue.yaml': record('Job queue full after a leaked lease', '02-01'),
	'incidents/2024-03-01-dns.yaml': record('Resolvers time out', '03-01'),
	'incidents/2024-06-01-queue.yaml': record(
		'Job queue full again',
		'06-01',
		'references:\n  - { id: 2024-03-01-dns, relation: caused-by }\n',
	),
	'bulletins/2024-06-01.md': '# 2024-06-01\n\nThe queue was full: see [[2024-06-01-queue]].\n',
	'notes.md': '# Notes\n',
};

let client: Client;
afterEach(() => client.stop());

const groups = async (path: string) => {
	const result = await client.connection.sendRequest<RelationsResult>(RELATIONS_REQUEST, { uri: uriOf(path) });
	return result?.groups.map(({ kind, incidents }) => [kind, ...incidents.map(({ id, relation }) => relation ?? id)]);
};

test('`relations` returns what a record refers to, what refers to it, and similar earlier incidents', async () => {
	client = await startClient({ files: FILES });
	expect(await groups('incidents/2024-06-01-queue.yaml')).toEqual([
		['refers-to', 'caused-by'],
		['referred-to-by', '2024-06-01'],
		['similar', '2024-02-01-queue'],
	]);
	expect(await groups('incidents/2024-03-01-dns.yaml')).toEqual([['referred-to-by', '2024-06-01-queue']]);
	expect(await groups('incidents/2024-02-01-queue.yaml')).toEqual([]);
	expect(await groups('bulletins/2024-06-01.md')).toEqual([['refers-to', '2024-06-01-queue']]);
	expect(await groups('notes.md')).toBeUndefined();
});

test('`logs` lists the logs of the workspace', async () => {
	client = await startClient({ files: FILES });
	expect(await client.connection.sendRequest(LOGS_REQUEST, {})).toMatchObject([
		{ root: ROOT, title: 'Infra Log', open: 0 },
	]);
});
