import * as assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { completions, definitions, hoverText, quickFixes, references } from './support/features.ts';
import { suiteRunner } from './support/run.ts';
import { until } from './support/until.ts';
import {
	closeAll,
	codes,
	extension,
	file,
	move,
	open,
	place,
	remove,
	running,
	untilCodes,
	write,
} from './support/workspace.ts';

const MAIL_QUEUE = 'incidents/2025-06-03-mail-queue.yaml';
const LOGIN_PAGE = 'incidents/2025-06-05-login-page.md';
const DANGLING = 'incidents/2025-06-11-dangling.yaml';
const WINTER_TIME = 'incidents/2025-06-12-winter-time.yaml';
const BULLETIN = 'bulletins/2025-06-14.md';

const isOpen = (path: string) =>
	vscode.workspace.textDocuments.some(({ uri }) => uri.toString() === file(path).toString());

/** Paths below the workspace folder. */
const paths = (uris: readonly vscode.Uri[]) => uris.map(uri => vscode.workspace.asRelativePath(uri));

export const run = suiteRunner(__filename, () => {
	suite('a folder with a log', () => {
		suiteSetup(running);
		teardown(closeAll);

		test('starts the extension although no file is open', () => {
			assert.equal(vscode.workspace.textDocuments.length, 0);
			assert.equal(extension().exports.running, true);
		});

		test('reports findings in files that were never opened', async () => {
			await untilCodes(DANGLING, ['reference/unresolved']);
			await untilCodes(WINTER_TIME, ['time/zone-not-in-force']);
			assert.equal(isOpen(DANGLING), false);
			assert.deepEqual([MAIL_QUEUE, LOGIN_PAGE, BULLETIN].map(codes), [[], [], []]);
		});

		test('shows the card of the incident on hover over a reference', async () => {
			const { document } = await open(LOGIN_PAGE);
			assert.match(
				await hoverText(document.uri, place(document, '2025-06-03-mail-queue', 3)),
				/Outgoing mail stood still/,
			);
		});

		test('answers the tools of a language model', async () => {
			const result = await vscode.lm.invokeTool('incident-log_find_incidents', {
				input: { query: 'mail' },
				toolInvocationToken: undefined,
			});
			const [part] = result.content;
			assert.ok(part instanceof vscode.LanguageModelTextPart);
			assert.match(part.value, /"id":"2025-06-03-mail-queue"/);
		});

		test('goes from a dated mention in prose to the incident', async () => {
			const { document } = await open(BULLETIN);
			const found = await definitions(document.uri, place(document, 'June 3 incident', 2));
			assert.deepEqual(paths(found), [MAIL_QUEUE]);
		});

		test('finds every reference to an incident', async () => {
			const { document } = await open(LOGIN_PAGE);
			const found = paths(await references(document.uri, place(document, '2025-06-03-mail-queue', 3)));
			for (const path of [BULLETIN, LOGIN_PAGE, 'postmortems/2025-06-03-mail-queue.md']) {
				assert.ok(found.includes(path), `${path} is not among ${found}`);
			}
		});

		test('shows what refers to an incident, and its duration', async () => {
			const { document } = await open(MAIL_QUEUE);
			const titles = await until('the code lenses', async () => {
				const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
					'vscode.executeCodeLensProvider',
					document.uri,
				);
				const found = lenses.map(({ command }) => command?.title);
				return found.length > 0 && found;
			});
			assert.match(String(titles[0]), /^referred to by [3-9]$/);
			const all = new vscode.Range(0, 0, document.lineCount, 0);
			const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
				'vscode.executeInlayHintProvider',
				document.uri,
				all,
			);
			assert.deepEqual(
				hints.map(({ label }) => label),
				['Tuesday', '+15 min', '3 h 30 min'],
			);
		});

		test('completes levels and keys', async () => {
			const editor = await open(LOGIN_PAGE);
			const { document } = editor;
			const levels = await completions(document.uri, place(document, 'impact: minor', 'impact: '.length));
			assert.deepEqual(levels.slice(0, 4).sort(), ['critical', 'major', 'minor', 'none']);
			await editor.edit(edit => edit.insert(place(document, 'references:'), 'det\n'));
			const keys = await completions(document.uri, place(document, 'det\n', 'det'.length));
			assert.ok(keys.includes('detected_at'), `no key among ${keys}`);
		});

		test('completes ids', async () => {
			const editor = await open(DANGLING);
			const { document } = editor;
			const written = '2025-06-03-mail-queu';
			const at = place(document, written);
			await editor.edit(edit => edit.delete(new vscode.Range(at, at.translate(0, written.length))));
			const ids = await completions(document.uri, at);
			for (const id of ['2025-06-03-mail-queue', '2025-06-05-login-page']) {
				assert.ok(ids.includes(id), `${id} is not among ${ids}`);
			}
		});

		test('fixes a zone abbreviation that is not in force without other changes', async () => {
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
			await untilCodes(WINTER_TIME, []);
		});

		test('reports findings while typing, before the file is saved', async () => {
			const editor = await open(MAIL_QUEUE);
			const { document } = editor;
			const level = place(document, 'major');
			await editor.edit(edit => edit.replace(new vscode.Range(level, level.translate(0, 5)), 'mayor'));
			await untilCodes(MAIL_QUEUE, ['impact/unknown-level']);
			await editor.edit(edit => edit.replace(new vscode.Range(level, level.translate(0, 5)), 'major'));
			await untilCodes(MAIL_QUEUE, []);
		});

		test('keeps reporting on incomplete YAML', async () => {
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

	suite('snippets', () => {
		suiteSetup(running);
		teardown(closeAll);

		/** Inserts a snippet into a new file, keeps the defaults of its placeholders, and saves. */
		async function type(path: string, langId: string, name: string): Promise<void> {
			await write(path, '');
			const { document } = await open(path);
			await vscode.commands.executeCommand('editor.action.insertSnippet', { langId, name });
			await until('the snippet', () => document.getText().length > 20);
			await document.save();
		}

		/** Moves the start to an hour before: the snippet writes the same minute as start and end. */
		async function lastAnHour(path: string): Promise<void> {
			const { document, edit } = await open(path);
			const written = /started_at: (.*)/.exec(document.getText())?.[1] ?? '';
			const at = place(document, written);
			const anHourBefore = new Date(Date.parse(written) - 3_600_000).toISOString();
			await edit(builder => builder.replace(new vscode.Range(at, at.translate(0, written.length)), anHourBefore));
			await document.save();
		}

		for (const [langId, ending] of [
			['yaml', 'yaml'],
			['markdown', 'md'],
		] as const) {
			test(`a record typed from one in ${langId} has no findings but its placeholders`, async () => {
				const typed: string[] = [];
				for (const name of ['Incident, open', 'Incident, resolved', 'Maintenance']) {
					const path = `incidents/typed-${name.toLowerCase().replace(/\W+/g, '-')}.${ending}`;
					await type(path, langId, name);
					typed.push(path);
				}
				await lastAnHour(`incidents/typed-incident-resolved.${ending}`);
				// The postmortem of the incident with the same name, which is dated today.
				const postmortem = `postmortems/typed-incident-resolved.${ending}`;
				await type(postmortem, langId, 'Postmortem');
				typed.push(postmortem);
				if (langId === 'markdown') {
					await type('bulletins/2025-06-28.md', langId, 'Bulletin');
					typed.push('bulletins/2025-06-28.md');
				}
				// Findings arrive in the order in which files are read: one in the last file means that all have arrived.
				await write('incidents/typed-last.yaml', 'title: Last\n');
				await until('the last file to be read', () => codes('incidents/typed-last.yaml').length > 0);
				await remove('incidents/typed-last.yaml');
				for (const path of typed) {
					const placeholders = ['postmortem/placeholder', 'postmortem/action-item-owner'];
					const isExpected = (code: unknown) => placeholders.includes(String(code));
					await until(`only placeholders in ${path}`, () => codes(path).every(isExpected));
				}
				await closeAll();
				for (const path of typed) {
					await remove(path);
				}
			});
		}
	});

	suite('files that other programs change', () => {
		suiteSetup(running);
		teardown(closeAll);

		test('a renamed file changes its id, and references to it are unresolved until it is renamed back', async () => {
			const moved = 'incidents/2025-06-12-standard-time.yaml';
			await open(BULLETIN);
			await untilCodes(BULLETIN, []);
			await move(WINTER_TIME, moved);
			await untilCodes(BULLETIN, ['reference/unresolved', 'bulletin/incident-missing']);
			await move(moved, WINTER_TIME);
			await untilCodes(BULLETIN, []);
			assert.deepEqual(codes(moved), []);
		});

		test('a new file resolves a reference, and its findings disappear when it is deleted', async () => {
			const missing = 'incidents/2025-06-03-mail-queu.yaml';
			await untilCodes(DANGLING, ['reference/unresolved']);
			await write(
				missing,
				'title: A twin\nimpact: high\nstarted_at: 2025-06-03T08:10:00-04:00\nresolved_at: 2025-06-03T09:10:00-04:00\n',
			);
			await untilCodes(DANGLING, []);
			await untilCodes(missing, ['impact/unknown-level']);
			await remove(missing);
			await untilCodes(DANGLING, ['reference/unresolved']);
			await untilCodes(missing, []);
		});

		test('keeps working with an empty file, a file of ten megabytes and a binary file', async () => {
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
			for (const name of ['empty', 'large', 'binary']) {
				await vscode.commands.executeCommand('vscode.open', file(`incidents/2025-06-10-${name}.yaml`));
			}
			await closeAll();
			for (const name of ['empty', 'large', 'binary']) {
				await remove(`incidents/2025-06-10-${name}.yaml`);
			}
			await until('the large file to be forgotten', () => codes('incidents/2025-06-10-large.yaml').length === 0);
			await untilCodes(DANGLING, ['reference/unresolved']);
		});

		test('applies a changed configuration at once', async () => {
			const configuration = await readFile(file('incident-log.yaml').fsPath, 'utf8');
			await write('incident-log.yaml', `${configuration}rules:\n  reference/unresolved: off\n`);
			await untilCodes(DANGLING, []);
			await write('incident-log.yaml', configuration);
			await untilCodes(DANGLING, ['reference/unresolved']);
		});
	});
});
