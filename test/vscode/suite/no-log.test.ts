import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { suiteRunner } from './support/run.ts';
import { pause, until } from './support/until.ts';
import { closeAll, codes, extension, file, open, remove, running, write } from './support/workspace.ts';

/** Long enough for a server that should not be there to start and to speak. */
const A_WHILE = 2_000;
/** The last is where cState keeps its records, and bears no sign of one. */
const FILES = ['README.md', 'notes/today.md', 'compose.yaml', 'content/issues/first-number.md'];

export const run = suiteRunner(__filename, () => {
	suite('a folder without a log', () => {
		teardown(closeAll);

		test('is left alone, whatever is opened in it', async () => {
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
			await until('what is wrong in it', () =>
				codes('incidents/2025-06-03-first.yaml').includes('impact/unknown-level'),
			);
			assert.deepEqual(codes('notes/today.md'), []);
			await remove('incidents/2025-06-03-first.yaml');
			await until(
				'it to be forgotten',
				() => vscode.languages.getDiagnostics(file('incidents/2025-06-03-first.yaml')).length === 0,
			);
		});
	});
});
