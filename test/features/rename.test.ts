import { describe, expect, test } from 'vitest';
import type { ClientCapabilities } from 'vscode-languageserver-protocol';
import type { TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import { RequestError } from '../../src/features/feature.ts';
import { prepareRename } from '../../src/features/prepare-rename.ts';
import { rename } from '../../src/features/rename.ts';
import { EDITOR, formatLocation, openLog } from './harness.ts';
import { SMALL_LOG } from './small-log.ts';

const RENAMING: ClientCapabilities = {
	...EDITOR,
	workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['rename'] } },
};
const TITLE = SMALL_LOG.replace('title: Jobs', () => 'title: Jo$0bs');
const NAMED = 'title: A\nimpact: none\nstarted_at: 2024-08-26T09:00:00-04:00\n';

/** Formats a rename: `path:line:character old → new` for each edit, then the renamed files. */
async function renaming(marked: string, newName: string, client = RENAMING): Promise<string[]> {
	const { log, ask } = openLog(marked, { client });
	const edit = await ask<WorkspaceEdit | null>(rename, { newName });
	const changes =
		edit?.documentChanges ??
		Object.entries(edit?.changes ?? {}).map(
			([uri, edits]): TextDocumentEdit => ({ textDocument: { uri, version: null }, edits }),
		);
	return changes.flatMap(change => {
		if ('edits' in change) {
			const { uri } = change.textDocument;
			return change.edits.map(
				({ range, ...rest }) => `${formatLocation(log, { uri, range })} → ${'newText' in rest ? rest.newText : ''}`,
			);
		}
		return change.kind === 'rename' ? [`${change.oldUri} ⇒ ${change.newUri}`] : [];
	});
}

describe('rename', () => {
	const all = [
		'bulletins/2024-08-24.md:7:18 ../incidents/2024-07-12-jobs.yaml → ../incidents/2024-07-12-queue.yaml',
		'incidents/2024-08-15-store.md:6:11 2024-07-12-jobs → 2024-07-12-queue',
		'incidents/2024-08-15-store.md:9:57 2024-07-12-jobs → 2024-07-12-queue',
		'postmortems/2024-07-12-jobs.md:3:11 2024-07-12-jobs → 2024-07-12-queue',
		'file:///log/incidents/2024-07-12-jobs.yaml ⇒ file:///log/incidents/2024-07-12-queue.yaml',
	];

	test('of an incident changes its file and all references, but not its postmortem or dated mentions', async () => {
		expect(await renaming(TITLE, '2024-07-12-queue')).toEqual(all);
	});

	test('from a reference changes the same', async () => {
		const marked = SMALL_LOG.replace('{ id: 2024-07-12-jobs', () => '{ id: 2024-07-$012-jobs');
		expect(await renaming(marked, '2024-07-12-queue')).toEqual(all);
	});

	test('of a postmortem does not change its incident', async () => {
		const marked = SMALL_LOG.replace('title: Why', () => 'title: W$0hy');
		expect(await renaming(marked, 'why')).toEqual([
			'file:///log/postmortems/2024-07-12-jobs.md ⇒ file:///log/postmortems/why.md',
		]);
	});

	test('changes a written id and keeps the name of another file', async () => {
		expect(
			await renaming(`//- /incidents/a.yaml\nid: $0one\n${NAMED}//- /bulletins/2024-08-31.md\nSee [[one]].\n`, 'two'),
		).toEqual(['incidents/a.yaml:1:5 one → two', 'bulletins/2024-08-31.md:1:7 one → two']);
	});

	test('changes a written id and the file with its name', async () => {
		expect(await renaming(`//- /incidents/one.yaml\nid: $0one\n${NAMED}`, 'two')).toEqual([
			'incidents/one.yaml:1:5 one → two',
			'file:///log/incidents/one.yaml ⇒ file:///log/incidents/two.yaml',
		]);
	});

	test.each([
		['the id', 'Id: INC$0-7\n', 'incidents/proxy.md:4:5 INC-7 → INC-8'],
		[
			'a mention in prose',
			'Id: INC-7\n\nIt was INC$0-7.\n',
			['incidents/proxy.md:4:5 INC-7 → INC-8', 'incidents/proxy.md:6:8 INC-7 → INC-8'],
		],
	])('changes each range once if the fields are part of the page: %s', async (_caption, rest, edits) => {
		const head = 'Title: Proxy was slow\nDate: 2024-08-26 05:30\nStatus: resolved\n';
		expect(await renaming(`//- /incidents/proxy.md\n${head}${rest}`, 'INC-8')).toEqual([edits].flat());
	});

	test('changes paths, prefixes and aliases in tables, and leaves prefixes of the new id', async () => {
		const links = [
			'[[INC-7]]',
			'[[incidents/INC-7-proxy.yaml#cause]]',
			'[[../incidents/INC-7-proxy]]',
			'[[INC-007]]',
			'[a](/incidents/INC-7-proxy.yaml)',
			'\n\n| a |\n|---|\n| [[INC-7-proxy\\|it]] |',
		].join(' ');
		const log = `//- /incidents/INC-7-proxy.yaml\n${NAMED.replace('A', () => '$0A')}//- /bulletins/2024-08-31.md\n${links}\n`;
		expect(await renaming(log, 'INC-7-relay')).toEqual([
			'bulletins/2024-08-31.md:1:13 incidents/INC-7-proxy.yaml → incidents/INC-7-relay.yaml',
			'bulletins/2024-08-31.md:1:50 ../incidents/INC-7-proxy → ../incidents/INC-7-relay',
			'bulletins/2024-08-31.md:1:93 /incidents/INC-7-proxy.yaml → /incidents/INC-7-relay.yaml',
			'bulletins/2024-08-31.md:5:5 INC-7-proxy → INC-7-relay',
			'file:///log/incidents/INC-7-proxy.yaml ⇒ file:///log/incidents/INC-7-relay.yaml',
		]);
		expect(await renaming(log, 'INC-8')).toContain('bulletins/2024-08-31.md:1:3 INC-7 → INC-8');
	});

	test.each([
		['YAML', 'incidents/one.yaml', NAMED.replace('A', () => '$0A'), 'incidents/one.yaml:1:1  → id: two\n'],
		[
			'front matter',
			'incidents/one.md',
			`---\n${NAMED.replace('A', () => '$0A')}---\n`,
			'incidents/one.md:2:1  → id: two\n',
		],
	])('adds the id if the editor cannot rename files: %s', async (_caption, path, text, edit) => {
		expect(await renaming(`//- /${path}\n${text}`, 'two', {})).toEqual([edit]);
	});

	test.each(['null', 'true', '123', '1e3', 'yes'])('quotes `%s` in YAML, but not in Markdown', async newName => {
		const log = `//- /incidents/x.yaml\nid: $0one\n${NAMED}//- /incidents/y.yaml
id: other
${NAMED}references:
  - { id: one, relation: related }
  - { id: 'one', relation: related }
summary: See [[one]].
`;
		expect(await renaming(log, newName)).toEqual([
			`incidents/x.yaml:1:5 one → "${newName}"`,
			`incidents/y.yaml:6:11 one → "${newName}"`,
			`incidents/y.yaml:7:12 one → ${newName}`,
			`incidents/y.yaml:8:16 one → ${newName}`,
		]);
	});

	test.each([
		['500 letters', TITLE, 'a'.repeat(500)],
		['an id with a colon and a space', TITLE, 'a: b'],
		['an id with a space', TITLE, 'two words'],
		['an id that needs quotes', TITLE, '[x]'],
		['the id of another incident', TITLE, '2024-08-15-store'],
		['an entry without an id', SMALL_LOG.replace('Sign-in was', () => 'Sign-in $0was'), 'two'],
		[
			'an ambiguous mention',
			`${SMALL_LOG}//- /bulletins/2024-08-31.md\n# 2024-08-31\n\nAs in the August$0 15 issue.\n`,
			'two',
		],
	])('is rejected for %s', async (_caption, marked, newName) => {
		await expect(renaming(marked, newName)).rejects.toThrow(RequestError);
	});

	test('is not offered elsewhere', async () => {
		const { ask } = openLog(SMALL_LOG.replace('status: resolved', () => 'status: reso$0lved'));
		expect(await ask(prepareRename)).toBeNull();
	});

	test('proposes the id for any text at the cursor', async () => {
		expect(await openLog(TITLE).ask(prepareRename)).toMatchObject({ placeholder: '2024-07-12-jobs' });
	});
});
