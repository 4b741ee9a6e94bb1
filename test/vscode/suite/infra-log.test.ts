import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { suiteRunner } from './support/run.ts';
import { until } from './support/until.ts';
import { closeAll, extension, file, open, place, remove, untilCodes, write } from './support/workspace.ts';

const BULLETIN = '2025-06-14.md';
const ALONE = [
	'bulletin/previous-missing',
	'time/zone-not-in-force',
	'reference/unresolved',
	'time/zone-not-in-force',
	'reference/unresolved',
];
const COMPLETE = ['time/zone-not-in-force', 'time/zone-not-in-force'];

/** Three pages like the one that is open, in the words of this project. */
const specimens = {
	'2025-06-07.md': '# 2025-06-07\n\n## Trailing 2 Weeks Incidents\n\n## This Week In Infra Engineering\n\nRest.\n',
	'2025-05-31.md':
		'# 2025-05-31\n\n## Trailing 2 Weeks Incidents\n\n* **May 28: Invoices Twice** (12:00EDT): Stopped after about 30 minutes. No customer impact.\n',
	'2025-05-24.md':
		'# 2025-05-24\n\n## Trailing 2 Weeks Incidents\n\n* **May 20: Disks Filled Up** (09:00EDT): Room was made within an hour. Minimal customer impact.\n',
};

export const run = suiteRunner(__filename, () => {
	suite('a bulletin alone in a folder named infra-log', () => {
		teardown(closeAll);

		test('is understood without being opened', async () => {
			await until('the extension to run', () => extension().isActive && extension().exports.running);
			await untilCodes(BULLETIN, ALONE);
		});

		test('writes the zone that is in force with a quick fix', async () => {
			const { document } = await open(BULLETIN);
			const before = document.getText();
			const actions = await until('the quick fix', async () => {
				const found = await vscode.commands.executeCommand<vscode.CodeAction[]>(
					'vscode.executeCodeActionProvider',
					document.uri,
					new vscode.Range(place(document, 'EST', 1), place(document, 'EST', 1)),
					vscode.CodeActionKind.QuickFix.value,
				);
				return found.some(({ edit }) => edit !== undefined) && found;
			});
			const edit = actions.find(({ title }) => title.includes('EDT'))?.edit;
			assert.ok(edit);
			await vscode.workspace.applyEdit(edit);
			assert.equal(document.getText(), before.replace('EST', 'EDT'));
		});

		test('finds the incidents that it mentions once their bulletins are there', async () => {
			for (const [name, text] of Object.entries(specimens)) {
				await write(name, text);
			}
			await untilCodes(BULLETIN, COMPLETE);
			const { document } = await open(BULLETIN);
			const at = place(document, 'May 20 incident', 2);
			const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
				'vscode.executeHoverProvider',
				document.uri,
				at,
			);
			const card = hovers
				.flatMap(({ contents }) => contents)
				.map(content => (typeof content === 'string' ? content : content.value))
				.join('\n');
			assert.match(card, /Disks Filled Up/);
			const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
				'vscode.executeDefinitionProvider',
				document.uri,
				at,
			);
			const targets = found.map(place => ('targetUri' in place ? place.targetUri : place.uri).toString());
			assert.deepEqual(targets, [file('2025-05-24.md').toString()]);
			for (const name of Object.keys(specimens)) {
				await remove(name);
			}
			await untilCodes(BULLETIN, ALONE);
		});
	});
});
