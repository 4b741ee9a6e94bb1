import { afterEach, expect, test } from 'vitest';
import {
	CancellationTokenSource,
	CompletionRequest,
	DefinitionRequest,
	type Diagnostic,
	DocumentDiagnosticRequest,
	HoverRequest,
	LSPErrorCodes,
	PublishDiagnosticsNotification,
	WorkspaceSymbolRequest,
} from 'vscode-languageserver/node';
import { documentParser } from '../../src/log/document-parser.ts';
import { MemoryEnvironment } from '../../src/log/memory-environment.ts';
import { brief, type Client, PULLING, startClient, uriOf } from './client.ts';

const SIZE = 300;
/** Has a finding of its own, a valid reference, and one without a target. */
const OPEN = `title: Queue stopped
status: resolved
impact: huge
started_at: 2024-08-10T09:00:00Z
resolved_at: 2024-08-10T11:00:00Z
references:
  - id: INC-77
  - id: INC-9999
`;
const OWN = ['3:9 impact/unknown-level'];
const ALL = ['3:9 impact/unknown-level', '8:9 reference/unresolved'];

/** Records refer to an id that no record has. */
const DEPENDENTS = 40;
/** Each record has a finding: it is resolved and has no end. */
const record = (index: number) =>
	`id: INC-${index}\ntitle: Record ${index}\nstatus: resolved\nimpact: ${index % 2 === 0 ? 'minor' : 'none-such'}\nstarted_at: ${new Date(Date.UTC(2023, 0, index)).toISOString()}\n${index <= DEPENDENTS ? 'references: [{ id: INC-5000 }]\n' : ''}`;

let client: Client;
afterEach(() => client.stop());

/** Starts a server that reads no record before `release` is called, with one open document. */
async function startLoading(capabilities = PULLING) {
	let release = () => {};
	const released = new Promise<void>(resolve => {
		release = resolve;
	});
	const disk = new MemoryEnvironment({
		[uriOf('incident-log.yaml')]: 'title: Log\n',
		[uriOf('incidents/open.yaml')]: OPEN,
		...Object.fromEntries(
			Array.from({ length: SIZE }, (_, index) => [uriOf(`incidents/INC-${index + 1}.yaml`), record(index + 1)]),
		),
	});
	const environment = {
		list: disk.list.bind(disk),
		stat: disk.stat.bind(disk),
		watch: disk.watch.bind(disk),
		read: async (...parameters: Parameters<typeof disk.read>) => {
			if (parameters[0].includes('/incidents/')) {
				await released;
			}
			return disk.read(...parameters);
		},
	};
	const parsed: string[] = [];
	const published: { readonly name: string; readonly findings: readonly string[] }[] = [];
	client = await startClient({
		capabilities,
		environmentFor: () => environment,
		parser: {
			...documentParser,
			parse: source => {
				parsed.push(source.uri);
				return documentParser.parse(source);
			},
		},
		beforeInitialized: ({ connection }) => {
			connection.onNotification(
				PublishDiagnosticsNotification.type,
				({ uri, diagnostics }: { uri: string; diagnostics: Diagnostic[] }) => {
					published.push({ name: uri.replace(/.*\//, ''), findings: brief(diagnostics) });
				},
			);
		},
	});
	client.open('incidents/open.yaml', OPEN);
	return { release, parsed, published };
}

/** Lets the server work until a condition holds. */
async function settle(isDone: () => boolean) {
	for (let turn = 0; !isDone() && turn < 10 * SIZE; turn++) {
		await client.settled();
	}
}

const textDocument = { uri: uriOf('incidents/open.yaml') };
/** The position of an item in `references`. */
const onReference = { textDocument, position: { line: 6, character: 10 } };

test('an open document has its own findings before the log is read, and all findings afterwards', async () => {
	const { release, parsed } = await startLoading();
	expect(await client.findings('incidents/open.yaml')).toEqual(OWN);
	expect(parsed.filter(uri => uri.includes('/incidents/'))).toEqual([textDocument.uri]);
	release();
	await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query: '' });
	expect(await client.findings('incidents/open.yaml')).toEqual(ALL);
	expect(parsed.filter(uri => uri.includes('/incidents/'))).toHaveLength(SIZE + 1);
});

test('a client that has pulled diagnostics before the log is read is asked to pull them again', async () => {
	const { release } = await startLoading();
	const first = await client.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument });
	expect(client.refreshes).toBe(0);
	release();
	await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query: '' });
	await client.settled();
	expect(client.refreshes).toBeGreaterThan(0);
	const second = await client.connection.sendRequest(DocumentDiagnosticRequest.type, {
		textDocument,
		...(first.resultId !== undefined && { previousResultId: first.resultId }),
	});
	expect(second.kind === 'full' && brief(second.items)).toEqual(ALL);
});

test('a client that cannot be asked to pull again has its diagnostics when the log is read', async () => {
	const { release } = await startLoading({ textDocument: { diagnostic: {} } });
	const findings = client.findings('incidents/open.yaml');
	await client.connection.sendRequest(HoverRequest.type, { textDocument, position: { line: 2, character: 1 } });
	release();
	expect(await findings).toEqual(ALL);
});

test('published findings are those of the open document, then those of all documents, open ones first', async () => {
	const { release, published } = await startLoading({});
	for (let turn = 0; published.length === 0 && turn < 100; turn++) {
		await client.connection.sendRequest(HoverRequest.type, { textDocument, position: { line: 2, character: 1 } });
	}
	expect(published).toEqual([{ name: 'open.yaml', findings: OWN }]);
	release();
	await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query: '' });
	await settle(() => published.length > SIZE + 1);
	expect(published[1]).toEqual({ name: 'open.yaml', findings: ALL });
	expect(published).toHaveLength(SIZE + 2);
});

test('hover and completion of fields are answered before the log is read', async () => {
	const { parsed } = await startLoading();
	const hover = await client.connection.sendRequest(HoverRequest.type, {
		textDocument,
		position: { line: 2, character: 1 },
	});
	expect(JSON.stringify(hover)).toContain('impact');
	const completion = await client.connection.sendRequest(CompletionRequest.type, {
		textDocument,
		position: { line: 1, character: 8 },
	});
	expect(JSON.stringify(completion)).toContain('investigating');
	expect(parsed.filter(uri => uri.includes('/incidents/'))).toEqual([textDocument.uri]);
});

test('a definition in another document is found when the log is read', async () => {
	const { release } = await startLoading();
	let isAnswered = false;
	const answer = client.connection.sendRequest(DefinitionRequest.type, onReference).then(found => {
		isAnswered = true;
		return found;
	});
	await client.findings('incidents/open.yaml');
	expect(isAnswered).toBe(false);
	release();
	expect(JSON.stringify(await answer)).toContain('INC-77.yaml');
});

test('a cancelled request does not wait until the log is read', async () => {
	await startLoading();
	const source = new CancellationTokenSource();
	const answer = client.connection.sendRequest(DefinitionRequest.type, onReference, source.token);
	await client.findings('incidents/open.yaml');
	source.cancel();
	await expect(answer).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
});

test('an edit before the log is read changes the findings of its document', async () => {
	await startLoading();
	expect(await client.findings('incidents/open.yaml')).toEqual(OWN);
	client.edit('incidents/open.yaml', { text: OPEN.replace('huge', 'minor') });
	expect(await client.findings('incidents/open.yaml')).toEqual([]);
});

test('an edit publishes its own document before the documents that depend on it', async () => {
	const { release, published } = await startLoading({});
	release();
	await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query: '' });
	await settle(() => published.length > SIZE);
	published.length = 0;
	client.edit('incidents/open.yaml', { text: `id: INC-5000\n${OPEN.replace('huge', 'vast')}` });
	await settle(() => published.length > DEPENDENTS);
	expect(published[0]?.name).toBe('open.yaml');
	expect(published).toHaveLength(DEPENDENTS + 1);
});
