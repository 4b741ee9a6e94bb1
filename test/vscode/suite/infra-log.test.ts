import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { definitions, hoverText, quickFixes } from './support/features.ts';
import { suiteRunner } from './support/run.ts';
import { until } from './support/until.ts';
import { closeAll, file, open, place, remove, running, untilCodes, write } from './support/workspace.ts';

const BULLETIN = '2025-06-14.md';
const ALONE = [
	'bulletin/previous-missing',
	'time/zone-not-in-force',
	'reference/unresolved',
	'time/zone-not-in-force',
	'reference/unresolved',
];
const COMPLETE = ['time/zone-not-in-force', 'time/zone-not-in-force'];

/** Three more bulletins in the style of the open one, written for this test. */
const specimens = {
	'2025-06-07.md': '# 2025-06-07\n\n## Trailing 2 Weeks Incidents\n\n## This Week In Infra Engineering\n\nRest.\n',
	'2025-05-31.md':
		'# 2025-05-31\n\n## Trailing 2 Weeks Incidents\n\n* **May 28: Invoices Twice** (12:00EDT): Stopped after about 30 minutes. No customer impact.\n',
	'2025-05-24.md':
		'# 2025-05-24\n\n## Trailing 2 Weeks Incidents\n\n* **May 20: Disks Filled Up** (09:00EDT): Room was made within an hour. Minimal customer impact.\n',
};

export const run = suiteRunner(__filename, () => {
	suite('a bulletin alone in a folder named infra-log', () => {
		suiteSetup(running);
		teardown(closeAll);

		test('is checked without being opened', async () => {
			await untilCodes(BULLETIN, ALONE);
		});

		test('changes to the zone in force with a quick fix', async () => {
			const { document } = await open(BULLETIN);
			const before = document.getText();
			const at = place(document, 'EST', 1);
			const fix = await until('the quick fix', async () =>
				(await quickFixes(document.uri, new vscode.Range(at, at))).find(({ title }) => title.includes('EDT')),
			);
			assert.ok(fix.edit);
			await vscode.workspace.applyEdit(fix.edit);
			assert.equal(document.getText(), before.replace('EST', 'EDT'));
		});

		test('finds the incidents that it mentions when their bulletins exist', async () => {
			for (const [name, text] of Object.entries(specimens)) {
				await write(name, text);
			}
			await untilCodes(BULLETIN, COMPLETE);
			const { document } = await open(BULLETIN);
			const at = place(document, 'May 20 incident', 2);
			assert.match(await hoverText(document.uri, at), /Disks Filled Up/);
			const targets = (await definitions(document.uri, at)).map(String);
			assert.deepEqual(targets, [file('2025-05-24.md').toString()]);
			for (const name of Object.keys(specimens)) {
				await remove(name);
			}
			await untilCodes(BULLETIN, ALONE);
		});
	});
});
