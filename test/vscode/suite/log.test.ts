import * as assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { suiteRunner } from './support/run.ts';
import { until } from './support/until.ts';
import { closeAll, codes, extension, file, move, open, place, remove, untilCodes, write } from './support/workspace.ts';

const MAIL_QUEUE = 'incidents/2025-06-03-mail-queue.yaml';
const LOGIN_PAGE = 'incidents/2025-06-05-login-page.md';
const DANGLING = 'incidents/2025-06-11-dangling.yaml';
const WINTER_TIME = 'incidents/2025-06-12-winter-time.yaml';
const BULLETIN = 'bulletins/2025-06-14.md';

const textOf = (contents: readonly (vscode.MarkdownString | vscode.MarkedString)[]) =>
	contents.map(content => (typeof content === 'string' ? content : content.value)).join('\n');

const isOpen = (path: string) =>
	vscode.workspace.textDocuments.some(({ uri }) => uri.toString() === file(path).toString());

async function completionsAt(document: vscode.TextDocument, position: vscode.Position): Promise<string[]> {
	const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
		'vscode.executeCompletionItemProvider',
		document.uri,
		position,
	);
	return items
		.filter(({ kind }) => kind !== vscode.CompletionItemKind.Snippet && kind !== vscode.CompletionItemKind.Text)
		.map(({ label }) => (typeof label === 'string' ? label : label.label));
}

async function quickFixes(uri: vscode.Uri, range: vscode.Range): Promise<vscode.CodeAction[]> {
	const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
		'vscode.executeCodeActionProvider',
		uri,
		range,
		vscode.CodeActionKind.QuickFix.value,
	);
	return actions.filter(({ edit }) => edit !== undefined);
}

/** The paths, below the workspace folder, of what a provider found. */
const pathsOf = (found: readonly (vscode.Location | vscode.LocationLink)[]) =>
	found.map(place => vscode.workspace.asRelativePath('targetUri' in place ? place.targetUri : place.uri)).sort();

export const run = suiteRunner(__filename, () => {
	suite('a folder with a log', () => {
		teardown(closeAll);

		test('starts the extension though no file is open', async () => {
			console.log(`VS Code ${vscode.version} (${vscode.env.appName}), Node ${process.versions.node}`);
			assert.equal(vscode.workspace.textDocuments.length, 0);
			await until('the extension to run', () => extension().isActive && extension().exports.running);
		});

		test('reports what is wrong in files that were never opened', async () => {
			await untilCodes(DANGLING, ['reference/unresolved']);
			await untilCodes(WINTER_TIME, ['time/zone-not-in-force']);
			assert.equal(isOpen(DANGLING), false);
			assert.deepEqual([MAIL_QUEUE, LOGIN_PAGE, BULLETIN].map(codes), [[], [], []]);
		});

		test('hovers over a reference with the card of the incident', async () => {
			const { document } = await open(LOGIN_PAGE);
			const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
				'vscode.executeHoverProvider',
				document.uri,
				place(document, '2025-06-03-mail-queue', 3),
			);
			assert.match(textOf(hovers.flatMap(({ contents }) => contents)), /Outgoing mail stood still/);
		});

		test('goes from a dated mention in prose to the incident', async () => {
			const { document } = await open(BULLETIN);
			const found = await vscode.commands.executeCommand<vscode.LocationLink[]>(
				'vscode.executeDefinitionProvider',
				document.uri,
				place(document, 'June 3 incident', 2),
			);
			assert.deepEqual(pathsOf(found), [MAIL_QUEUE]);
		});

		test('finds every reference to an incident', async () => {
			const { document } = await open(LOGIN_PAGE);
			const found = await vscode.commands.executeCommand<vscode.Location[]>(
				'vscode.executeReferenceProvider',
				document.uri,
				place(document, '2025-06-03-mail-queue', 3),
			);
			const paths = pathsOf(found);
			for (const path of [BULLETIN, LOGIN_PAGE, 'postmortems/2025-06-03-mail-queue.md']) {
				assert.ok(paths.includes(path), `${path} is not among ${paths}`);
			}
		});

		test('completes levels, keys and ids', async () => {
			const editor = await open(LOGIN_PAGE);
			const { document } = editor;
			const afterLevel = place(document, 'impact: minor', 'impact: '.length);
			assert.deepEqual(
				['none', 'minor', 'major', 'critical'].filter(level => level),
				(await completionsAt(document, afterLevel)).filter(label => /^(none|minor|major|critical)$/.test(label)),
			);
			const inId = place(document, '2025-06-03-mail-queue', 0);
			assert.ok((await completionsAt(document, inId)).some(label => label.includes('2025-06-11-dangling')));
			await editor.edit(edit => edit.insert(place(document, 'references:'), 'det\n'));
			const afterKey = place(document, 'det\n', 'det'.length);
			assert.ok((await completionsAt(document, afterKey)).includes('detected_at'));
		});

		test('mends a zone that is not in force, and changes nothing else', async () => {
			const before = await readFile(file(WINTER_TIME).fsPath, 'utf8');
			await untilCodes(WINTER_TIME, ['time/zone-not-in-force']);
			const [diagnostic] = vscode.languages.getDiagnostics(file(WINTER_TIME));
			assert.ok(diagnostic);
			const { document } = await open(WINTER_TIME);
			const fix = await until('the quick fix', async () =>
				(await quickFixes(document.uri, diagnostic.range)).find(({ title }) => title.includes('EDT')),
			);
			assert.ok(fix.edit);
			await vscode.workspace.applyEdit(fix.edit);
			assert.equal(document.getText(), before.replace('EST', 'EDT'));
			await untilCodes(
				WINTER_TIME,
				codes(WINTER_TIME).filter(code => code !== 'time/zone-not-in-force'),
			);
		});

		test('reports as one types, before anything is saved', async () => {
			const editor = await open(MAIL_QUEUE);
			const { document } = editor;
			const level = place(document, 'major');
			await editor.edit(edit => edit.replace(new vscode.Range(level, level.translate(0, 5)), 'mayor'));
			await untilCodes(MAIL_QUEUE, ['impact/unknown-level']);
			await editor.edit(edit => edit.replace(new vscode.Range(level, level.translate(0, 5)), 'major'));
			await untilCodes(MAIL_QUEUE, []);
		});

		test('goes on through half-typed YAML', async () => {
			const editor = await open(MAIL_QUEUE);
			const { document } = editor;
			const whole = document.getText();
			for (const half of ['title: "Outgoing', 'title: [\n  {', 'impact: &a *a\n', '- - -\n?']) {
				const all = new vscode.Range(new vscode.Position(0, 0), document.lineAt(document.lineCount - 1).range.end);
				await editor.edit(edit => edit.replace(all, half));
				await until(`a finding in ${JSON.stringify(half)}`, () => codes(MAIL_QUEUE).length > 0);
			}
			const all = new vscode.Range(new vscode.Position(0, 0), document.lineAt(document.lineCount - 1).range.end);
			await editor.edit(edit => edit.replace(all, whole));
			await untilCodes(MAIL_QUEUE, []);
		});
	});

	suite('files that other programs change', () => {
		teardown(closeAll);

		test('a file that is renamed takes its id along, and what named it dangles until it is back', async () => {
			const moved = 'incidents/2025-06-03-mail.yaml';
			await open(LOGIN_PAGE);
			await untilCodes(LOGIN_PAGE, []);
			await move(MAIL_QUEUE, moved);
			await untilCodes(LOGIN_PAGE, ['reference/unresolved']);
			await move(moved, MAIL_QUEUE);
			await untilCodes(LOGIN_PAGE, []);
			assert.deepEqual(codes(moved), []);
		});

		test('a new file heals a reference, and takes its findings along when it goes', async () => {
			const missing = 'incidents/2025-06-03-mail-queu.yaml';
			await untilCodes(DANGLING, ['reference/unresolved']);
			await write(missing, 'title: A twin\nimpact: high\nstarted_at: 2025-06-03T08:10:00-04:00\n');
			await untilCodes(DANGLING, []);
			await untilCodes(missing, ['impact/unknown-level']);
			await remove(missing);
			await untilCodes(DANGLING, ['reference/unresolved']);
			await untilCodes(missing, []);
		});

		test('an empty file, a file of ten megabytes and a binary one stop nothing', async () => {
			await write('incidents/2025-06-10-empty.yaml', '');
			await write(
				'incidents/2025-06-10-large.yaml',
				`title: Large\nsummary: |\n${'  a line of text\n'.repeat(620_000)}`,
			);
			await write(
				'incidents/2025-06-10-binary.yaml',
				Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256),
			);
			await until('a finding in the large file', () => codes('incidents/2025-06-10-large.yaml').length > 0);
			await until('a finding in the binary file', () => codes('incidents/2025-06-10-binary.yaml').length > 0);
			await open('incidents/2025-06-10-empty.yaml');
			await open('incidents/2025-06-10-large.yaml');
			for (const name of ['empty', 'large', 'binary']) {
				await remove(`incidents/2025-06-10-${name}.yaml`);
			}
			await closeAll();
			await until('the large file to be forgotten', () => codes('incidents/2025-06-10-large.yaml').length === 0);
			await untilCodes(DANGLING, ['reference/unresolved']);
		});

		test('a change of the configuration takes effect at once', async () => {
			const configuration = await readFile(file('incident-log.yaml').fsPath, 'utf8');
			await write('incident-log.yaml', `${configuration}rules:\n  reference/unresolved: off\n`);
			await untilCodes(DANGLING, []);
			await write('incident-log.yaml', configuration);
			await untilCodes(DANGLING, ['reference/unresolved']);
		});
	});
});
