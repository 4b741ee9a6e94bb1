import { describe, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { tools } from '../../src/assistant/index.ts';
import { runTool, ToolError } from '../../src/assistant/tool.ts';
import { TOOL_NAMES } from '../../src/server/protocol.ts';
import { FixtureLog } from '../support/fixture-log.ts';

const record = (title: string, day: string, more = '') =>
	`title: ${title}\nimpact: minor\nstatus: resolved\nstarted_at: 2024-${day}T09:00:00Z\nresolved_at: 2024-${day}T10:30:00Z\n${more}`;

const FILES = {
	'incidents/2024-02-01-queue.yaml': record(
		'Job queue full',
		'02-01',
		'components: [queue]\nsummary: A lease leaked.\n',
	),
	'incidents/2024-04-01-dns.yaml': record('DNS resolvers time out', '04-01').replace('minor', 'major'),
	'incidents/2024-06-01-queue.yaml': record(
		'Job queue full again',
		'06-01',
		'components: [queue]\nreferences:\n  - { id: 2024-02-01-queue, relation: recurrence-of }\n',
	),
	'incidents/2024-08-20-open.yaml': 'title: Slow pages\nimpact: minor\nstarted_at: 2024-08-25T09:00:00Z\n',
};

function run(name: (typeof TOOL_NAMES)[number], input: Readonly<Record<string, unknown>>, log = new FixtureLog(FILES)) {
	const tool = tools.find(each => each.name === name);
	return tool ? runTool(tool, [log], input) : Promise.reject(new Error(name));
}

const found = async (input: Readonly<Record<string, unknown>>) => {
	const { incidents } = (await run('find_incidents', input)) as { incidents: { id: string }[] };
	return incidents.map(({ id }) => id);
};

test('the names are those of the protocol, and VS Code has the same descriptions and schemas', () => {
	expect(tools.map(({ name }) => name)).toEqual(TOOL_NAMES);
	expect(
		manifest.contributes.languageModelTools.map(({ name, displayName, modelDescription, inputSchema }) => ({
			name,
			displayName,
			modelDescription,
			inputSchema,
		})),
	).toEqual(
		tools.map(({ name, title, description, inputSchema }) => ({
			name: `incident-log_${name}`,
			displayName: title,
			modelDescription: description,
			inputSchema,
		})),
	);
});

describe('find_incidents', () => {
	test('without words the newest incident is first', async () => {
		expect(await found({})).toEqual(['2024-08-20-open', '2024-06-01-queue', '2024-04-01-dns', '2024-02-01-queue']);
		expect(await found({ limit: 1 })).toEqual(['2024-08-20-open']);
	});

	test('words, dates, impact, component and an open end choose incidents', async () => {
		expect(await found({ query: 'leaked lease' })).toEqual(['2024-02-01-queue']);
		expect(await found({ from: '2024-04-01', to: '2024-06-01' })).toEqual(['2024-06-01-queue', '2024-04-01-dns']);
		expect(await found({ impact: 'Major' })).toEqual(['2024-04-01-dns']);
		expect(await found({ component: 'queue', query: 'again' })).toEqual(['2024-06-01-queue']);
		expect(await found({ open: true })).toEqual(['2024-08-20-open']);
	});

	test('an incident has its facts, its file and its line, and the number of all matches is stated', async () => {
		expect(await run('find_incidents', { query: 'lease', limit: 1 })).toEqual({
			total: 1,
			incidents: [
				{
					id: '2024-02-01-queue',
					kind: 'incident',
					title: 'Job queue full',
					status: 'resolved',
					date: '2024-02-01',
					started_at: '2024-02-01T09:00:00Z',
					resolved_at: '2024-02-01T10:30:00Z',
					duration: '1 h 30 min',
					impact: 'minor',
					components: ['queue'],
					summary: 'A lease leaked.',
					path: 'incidents/2024-02-01-queue.yaml',
					line: 1,
				},
			],
		});
	});
});

describe('read_record', () => {
	test('a record has its text, its references, what refers to it and similar earlier incidents', async () => {
		expect(await run('read_record', { id: '2024-06-01-queue' })).toMatchObject({
			title: 'Job queue full again',
			text: FILES['incidents/2024-06-01-queue.yaml'],
			references: [{ relation: 'recurrence-of', id: '2024-02-01-queue' }],
			referenced_by: [],
			similar_earlier_incidents: [{ id: '2024-02-01-queue' }],
		});
		expect(await run('read_record', { id: 'incidents/2024-02-01-queue.yaml' })).toMatchObject({
			referenced_by: ['incidents/2024-06-01-queue.yaml'],
			similar_earlier_incidents: [],
		});
	});

	test('an unknown id is refused with similar ones', async () => {
		await expect(run('read_record', { id: '2024-06-01-queues' })).rejects.toThrow(
			'Unknown record `2024-06-01-queues`. Expected `2024-06-01-queue`.',
		);
	});
});

describe('check_text', () => {
	const text = 'title: Queue\nimpact: huge\nstarted_at: 2024-08-26T09:00:00Z\nreferences: [2024-02-01-quue]\n';

	test('a new text has the findings that it would have in the log, which is unchanged afterwards', async () => {
		const log = new FixtureLog(FILES);
		const before = log.debugText();
		expect(await run('check_text', { path: 'incidents/2024-08-26-queue.yaml', text }, log)).toMatchObject({
			kind: 'incident',
			findings: [
				{ code: 'impact/unknown-level', level: 'error', line: 2, column: 9 },
				{ code: 'reference/unresolved', line: 4 },
			],
		});
		expect(log.debugText()).toBe(before);
		expect(log.document(log.uri('incidents/2024-08-26-queue.yaml'))).toBeUndefined();
	});

	test('another text of a document is checked, and the document keeps its own', async () => {
		const log = new FixtureLog(FILES);
		const path = 'incidents/2024-04-01-dns.yaml';
		expect(await run('check_text', { path, text: '' }, log)).toMatchObject({ findings: [{ level: 'error' }] });
		expect(log.document(log.uri(path))?.text).toBe(FILES[path]);
		expect(await run('check_text', { path, text: FILES[path] }, log)).toMatchObject({ findings: [] });
	});

	test('a path outside of the log, and one of no document, is refused', async () => {
		for (const path of ['../other/incidents/2024-08-26.yaml', 'src/main.ts']) {
			await expect(run('check_text', { path, text })).rejects.toThrow(`No document of a log at \`${path}\`.`);
		}
	});
});

test('invalid input and a workspace without a log are refused', async () => {
	await expect(run('find_incidents', { limit: 1000 })).rejects.toThrow(ToolError);
	await expect(run('find_incidents', { word: 'x' })).rejects.toThrow('Invalid value');
	await expect(run('read_record', {})).rejects.toThrow('Invalid value of the input: `required`');
	const [tool] = tools;
	await expect(tool && runTool(tool, [], {})).rejects.toThrow('No log found.');
});
