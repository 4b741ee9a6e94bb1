import * as assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as vscode from 'vscode';
import { suiteRunner } from './support/run.ts';
import { until } from './support/until.ts';
import { closeAll, codes, file, open, place, running, write } from './support/workspace.ts';

const LOGIN_PAGE = 'incidents/2025-06-05-login-page.md';

/** Relative to the bundle of this suite. */
const CLI = join(__dirname, '../../../../dist/cli.cjs');

/** Returns `file code` for each error and warning of the command line, sorted. */
async function commandLine(): Promise<string[]> {
	const { stdout } = await promisify(execFile)(process.execPath, [CLI, 'check', '--format', 'json', file('.').fsPath], {
		maxBuffer: 2 ** 24,
	}).catch((error: { readonly stdout: string }) => error);
	const { findings } = JSON.parse(stdout) as { findings: { file: string; code: string; level: string }[] };
	return findings
		.filter(({ level }) => level === 'error' || level === 'warning')
		.map(({ file: path, code }) => `${path} ${code}`)
		.sort();
}

/** Returns the same of the Problems view. */
function problems(): string[] {
	const uris = vscode.languages.getDiagnostics().map(([uri]) => vscode.workspace.asRelativePath(uri));
	return [...new Set(uris)].flatMap(path => codes(path).map(code => `${path} ${code}`)).sort();
}

async function rename(path: string, text: string, newName: string): Promise<void> {
	const { document } = await open(path);
	const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
		'vscode.executeDocumentRenameProvider',
		document.uri,
		place(document, text, 1),
		newName,
	);
	assert.ok(await vscode.workspace.applyEdit(edit, { isRefactoring: true }));
}

/** Waits until the Problems view has the findings of the command line, which reads the saved files. */
const untilAgreed = async (what: string) => {
	const expected = (await commandLine()).join('\n');
	await until(what, () => problems().join('\n') === expected).catch(error => {
		throw new Error(`${error.message}\nExpected:\n${expected}\nFound:\n${problems().join('\n')}`);
	});
	return expected;
};

/** Documents without an editor get one soon after an edit. They are saved with the others then. */
async function saveAll(): Promise<void> {
	await until('all documents to be saved', async () => {
		await vscode.commands.executeCommand('workbench.action.files.saveAll');
		return vscode.workspace.textDocuments.every(({ isDirty }) => !isDirty);
	});
}

export const run = suiteRunner(__filename, () => {
	suite('a workspace edit', () => {
		/** Not named after its id: the command below returns renames of files before the changes of their text. */
		const TARGET = 'incidents/target-file.yaml';
		const referrers = Array.from({ length: 13 }, (_, index) => `incidents/referrer-${index}.yaml`);
		const head = (day: number) =>
			[
				`title: Failure ${day}`,
				'impact: minor',
				'status: resolved',
				`started_at: 2025-05-${day}T08:10:00-04:00`,
				`resolved_at: 2025-05-${day}T09:${day}:00-04:00`,
				'',
			].join('\n');

		suiteSetup(async () => {
			await running();
			const settings = vscode.workspace.getConfiguration('files');
			await settings.update('refactoring.autoSave', false, vscode.ConfigurationTarget.Global);
			await write(TARGET, `id: target\n${head(10)}`);
			for (const [index, path] of referrers.entries()) {
				const references = 'references:\n  - { id: target, relation: related }\nsummary: As in [[target]].\n';
				await write(path, head(11 + index) + references);
			}
		});
		teardown(closeAll);

		test('of documents in hidden tabs and without a tab gives the findings of the command line', async () => {
			const expected = await untilAgreed('the first findings');
			for (const path of referrers.slice(0, 7)) {
				await open(path);
			}
			let id = 'target';
			for (const [round, from] of [TARGET, 'incidents/referrer-12.yaml', 'incidents/referrer-2.yaml'].entries()) {
				const next = `target-${round}`;
				await rename(from, id, next);
				id = next;
				await saveAll();
				assert.equal(await untilAgreed(`the findings after rename ${round}`), expected);
			}
		});

		test('that renames a file of a hidden document without a tab gives the findings of the command line', async () => {
			// `applyEdit` renames the file before it changes texts, and VS Code would ask for changes of the same references in
			// between. F2 does both in the order of the edit: see the sitting about renamed files.
			const settings = vscode.workspace.getConfiguration('incidentLog');
			await settings.update('updateReferencesOnFileMove.enabled', 'never', vscode.ConfigurationTarget.Global);
			await open(LOGIN_PAGE);
			// A document that an extension opens stays open for minutes.
			await vscode.workspace.openTextDocument(file('incidents/2025-06-03-mail-queue.yaml'));
			await rename(LOGIN_PAGE, '2025-06-03-mail-queue', '2025-06-03-mail');
			await saveAll();
			await untilAgreed('the findings after the rename of a file');
			await settings.update('updateReferencesOnFileMove.enabled', undefined, vscode.ConfigurationTarget.Global);
		});
	});
});
