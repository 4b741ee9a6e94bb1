import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { suiteRunner } from './support/run.ts';
import { pause, until } from './support/until.ts';
import { closeAll, codes, extension, file, open, remove, running, write } from './support/workspace.ts';

/** Milliseconds. Long enough for an unexpected server to start and to report findings. */
const A_WHILE = 2_000;
/** The last file is in the folder of cState's records and matches no detection rule. */
const FILES = ['README.md', 'notes/today.md', 'compose.yaml', 'content/issues/first-number.md'];

export const run = suiteRunner(__filename, () => {
	suite('a folder without a log', () => {
		teardown(closeAll);

		test('stays without extension and findings when files are opened', async () => {
			for (const path of FILES) {
				await open(path);
			}
			await pause(A_WHILE);
			const { isActive, exports } = extension();
			assert.equal(isActive && exports.running, false);
			assert.deepEqual(FILES.flatMap(codes), []);
			assert.deepEqual(
				vscode.languages.getDiagnostics().filter(([, found]) => found.some(({ source }) => source === 'incident-log')),
				[],
			);
		});

		test('becomes a log with its first record', async () => {
			await write(
				'incidents/2025-06-03-first.yaml',
				'title: The first\nimpact: mayor\nstarted_at: 2025-06-03T08:10:00Z\n',
			);
			await running();
			await until('the finding in it', () => codes('incidents/2025-06-03-first.yaml').includes('impact/unknown-level'));
			assert.deepEqual(codes('notes/today.md'), []);
			await remove('incidents/2025-06-03-first.yaml');
			await until(
				'it to be forgotten',
				() => vscode.languages.getDiagnostics(file('incidents/2025-06-03-first.yaml')).length === 0,
			);
		});
	});
});
