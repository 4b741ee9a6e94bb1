import { afterEach, expect, test } from 'vitest';
import {
	DELETION_REQUEST,
	KIND_REQUEST,
	PAGE_REQUEST,
	PAGE_VIEW_REQUEST,
	type PageResponse,
	type PageViewResponse,
	POSITION_REQUEST,
	PUBLISHED_REQUEST,
} from '../../src/server/protocol.ts';
import { type Client, startClient, uriOf } from './client.ts';

const RECORD = `title: <script>Jobs</script> stood still
status: resolved
impact: huge
started_at: 2024-08-26T09:00:00Z
resolved_at: 2024-08-26T11:30:00Z
`;
const BULLETIN = '# 2024-08-31\n\n## Trailing 2 Weeks Incidents\n\n<!-- incidents -->\n';

let client: Client;
afterEach(() => client.stop());

const page = (path: string, week?: string) =>
	client.connection.sendRequest<PageResponse>(PAGE_REQUEST, { uri: uriOf(path), ...(week !== undefined && { week }) });

test('`kind` returns the kind of a file', async () => {
	client = await startClient({
		files: { 'incidents/a.yaml': RECORD, 'bulletins/2024-08-31.md': BULLETIN, 'incident-log.yaml': '', 'notes.md': '' },
	});
	const kind = (path: string) => client.connection.sendRequest(KIND_REQUEST, { uri: uriOf(path) });
	expect(await kind('incidents/a.yaml')).toEqual({ kind: 'incident' });
	expect(await kind('bulletins/2024-08-31.md')).toEqual({ kind: 'bulletin' });
	expect(await kind('incident-log.yaml')).toEqual({ kind: 'configuration' });
	expect(await kind('notes.md')).toBeNull();
	expect(await kind('nowhere.yaml')).toBeNull();
});

test('`kind` returns the dialect of a record, and `page` the page of its week', async () => {
	const front = "---\ntitle: Queue full\ndate: 2024-08-26 9:00:00\nresolvedWhen: ''\nseverity: down\n---\nText.\n";
	client = await startClient({ files: { 'content/issues/queue.md': front, 'content/issues/about.md': '# About\n' } });
	const kind = (path: string) => client.connection.sendRequest(KIND_REQUEST, { uri: uriOf(path) });
	expect(await kind('content/issues/queue.md')).toEqual({
		kind: 'incident',
		dialect: { name: 'cstate', title: 'cState' },
	});
	expect(await kind('content/issues/about.md')).toBeNull();
	const drawn = await page('content/issues/queue.md');
	expect(drawn).toMatchObject({ from: '2024-08-25', to: '2024-08-31' });
	expect(drawn?.html).toContain('Queue full');
});

test('`position` converts an offset', async () => {
	client = await startClient({ files: { 'incidents/a.yaml': RECORD } });
	const position = (offset: number) =>
		client.connection.sendRequest(POSITION_REQUEST, { uri: uriOf('incidents/a.yaml'), offset });
	expect(await position(RECORD.indexOf('status'))).toEqual({ line: 1, character: 0 });
	expect(await position(1e9)).toEqual({ line: 5, character: 0 });
	expect(await client.connection.sendRequest(POSITION_REQUEST, { uri: uriOf('b.yaml'), offset: 0 })).toBeNull();
});

test('`page` returns the page of a bulletin, of a record, and of another week', async () => {
	client = await startClient({
		files: { 'incidents/a.yaml': RECORD, 'bulletins/2024-08-31.md': BULLETIN, 'incident-log.yaml': 'title: Our Log\n' },
	});
	const bulletin = await page('bulletins/2024-08-31.md');
	expect(bulletin).toMatchObject({ root: uriOf('').slice(0, -1), from: '2024-08-25', to: '2024-08-31' });
	expect(bulletin?.html).toContain('&lt;script&gt;Jobs');
	expect(bulletin?.html).not.toContain('<script');
	expect(bulletin?.html).toContain('impact/unknown-level');
	expect(await page('incidents/a.yaml')).toMatchObject({ from: '2024-08-25', to: '2024-08-31' });
	expect(await page('incidents/a.yaml', '2024-08-31')).toMatchObject({ base: uriOf('bulletins/2024-08-31.md') });
	expect(await page('incidents/a.yaml', '2024-09-07')).toMatchObject({ to: '2024-09-07', base: uriOf('') });
	expect(await page('incidents/a.yaml', 'no date')).toBeNull();
	expect(await page('incident-log.yaml')).toBeNull();
	expect(await page('nowhere.yaml')).toBeNull();
});

test('`page` uses the text in the editor, and its revision increases', async () => {
	client = await startClient({ files: { 'incidents/a.yaml': RECORD, 'bulletins/2024-08-31.md': BULLETIN } });
	const before = await page('bulletins/2024-08-31.md');
	client.open('incidents/a.yaml', RECORD.replace('stood still', 'did not move'));
	const after = await page('bulletins/2024-08-31.md');
	expect(after?.html).toContain('did not move');
	expect(after?.revision).toBeGreaterThan(before?.revision ?? 0);
});

test('the checklist of a page offers to state the zone of its times if the configuration states none', async () => {
	const entry = '# 2024-08-31\n\n* **August 26: Leases refused** (05:30 EDT): For an hour.\n';
	client = await startClient({ files: { 'bulletins/2024-08-31.md': entry, 'incident-log.yaml': 'title: Our Log\n' } });
	const bulletin = await page('bulletins/2024-08-31.md');
	expect(bulletin?.timeZone).toBe('America/New_York');
	expect(bulletin?.html).toContain('Times in EDT (New York, UTC−04:00), as most times are written.');
	expect(bulletin?.html).toContain(
		'<button type="button" class="il-action" data-action="set-time-zone">Write <code>time_zone: America/New_York</code></button>',
	);
	await client.stop();
	client = await startClient({ files: { 'bulletins/2024-08-31.md': entry, 'incident-log.yaml': 'time_zone: UTC\n' } });
	const stated = await page('bulletins/2024-08-31.md');
	expect(stated?.timeZone).toBeUndefined();
	expect(stated?.html).not.toContain('set-time-zone');
});

test('`deletion` returns the documents that refer to deleted ones', async () => {
	const referring = `${RECORD}references: [{ id: a, relation: related }]\n`;
	client = await startClient({ files: { 'incidents/a.yaml': RECORD, 'incidents/b.yaml': referring } });
	expect(await client.connection.sendRequest(DELETION_REQUEST, { uris: [uriOf('incidents/a.yaml')] })).toEqual({
		deleted: [uriOf('incidents/a.yaml')],
		referrers: [{ uri: uriOf('incidents/b.yaml'), references: 1 }],
	});
});

test('`willRenameFiles` returns the changes of references in VS Code and other editors', async () => {
	const referring = `${RECORD}references: [{ id: a, relation: related }]\n`;
	client = await startClient({ files: { 'incidents/a.yaml': RECORD, 'incidents/b.yaml': referring } });
	expect(client.initialized?.capabilities.workspace?.fileOperations?.willRename?.filters).toHaveLength(2);
	const files = [{ oldUri: uriOf('incidents/a.yaml'), newUri: uriOf('incidents/c.yaml') }];
	const start = { line: 5, character: 19 };
	expect(await client.connection.sendRequest('workspace/willRenameFiles', { files })).toEqual({
		changes: { [uriOf('incidents/b.yaml')]: [{ range: { start, end: { line: 5, character: 20 } }, newText: 'c' }] },
	});
});

test('`pageView` returns the page, then only what has changed', async () => {
	const other = RECORD.replace('Jobs', 'Queues').replace('2024-08-26T09', '2024-08-27T09');
	client = await startClient({
		files: {
			'incidents/a.yaml': RECORD,
			'incidents/b.yaml': other.replace('2024-08-26T11', '2024-08-27T11'),
			'bulletins/2024-08-31.md': BULLETIN,
		},
	});
	const view = (known?: number, name = 'one') =>
		client.connection.sendRequest<PageViewResponse>(PAGE_VIEW_REQUEST, {
			uri: uriOf('bulletins/2024-08-31.md'),
			view: name,
			...(known !== undefined && { known }),
		});
	const first = await view();
	expect(first).toMatchObject({ to: '2024-08-31', source: '2024-08-31.md', version: 1 });
	expect(first).not.toHaveProperty('html');
	expect(JSON.stringify(first?.parts)).toContain('Queues');

	client.open('incidents/a.yaml', RECORD.replace('stood still', 'did not move'));
	const second = await view(first?.version);
	expect(second).not.toHaveProperty('parts');
	const changes = JSON.stringify(second?.changes).replaceAll('\\"', '"');
	expect(changes).toContain('did not move');
	expect(changes).toContain('id="entry-a"');
	expect(changes).not.toContain('id="entry-b"');
	expect(changes).toContain('"count"');

	// A view that shows another version, and another view, get the whole page.
	expect(await view(first?.version)).toHaveProperty('parts');
	expect(await view(second?.version, 'two')).toHaveProperty('parts');
	expect(
		await client.connection.sendRequest(PAGE_VIEW_REQUEST, { uri: uriOf('nowhere.yaml'), view: 'one' }),
	).toBeNull();
});

test('`published` returns a document or a week without internal parts, and refuses drafts', async () => {
	client = await startClient({
		files: {
			'incidents/a.yaml': RECORD,
			'incidents/draft.yaml': `${RECORD}draft: true\n`,
			'bulletins/2024-08-31.md': `${BULLETIN}\n<!-- internal -->\nA name.\n<!-- /internal -->\n`,
		},
	});
	const published = (path: string, week?: string) =>
		client.connection.sendRequest(PUBLISHED_REQUEST, { uri: uriOf(path), ...(week !== undefined && { week }) });
	const bulletin = JSON.stringify(await published('bulletins/2024-08-31.md'));
	expect(bulletin).toContain('"name":"2024-08-31.html"');
	expect(bulletin).toContain('stood still');
	expect(bulletin).not.toMatch(/A name|data-uri|not a level/);
	expect(await published('incidents/draft.yaml')).toEqual({ refused: 'The document is not published (draft).' });
	expect(await published('incidents/draft.yaml', '2024-09-07')).toMatchObject({ name: '2024-09-07.html' });
	expect(await published('nowhere.yaml')).toBeNull();
});
