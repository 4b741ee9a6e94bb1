// The window of a workspace without a log.
import assert from 'node:assert/strict';

export const title = 'A workspace without a log';
export const fixture = 'no-log';

export const tests = {
	async 'shows nothing of the extension'(workbench) {
		for (const name of ['README.md', 'today.md', 'compose.yaml']) {
			await workbench.openFile(name);
			await workbench.page.waitForTimeout(500);
			assert.equal(await workbench.button.count(), 0);
		}
		const shown = await workbench.page.locator('.monaco-workbench').textContent();
		assert.doesNotMatch(shown, /incident log/i);
		await workbench.page.keyboard.press('F1');
		await workbench.page.locator('.quick-input-widget input.input').fill('>Bulletin Preview');
		const rows = workbench.page.locator('.quick-input-list .monaco-list-row');
		await rows.first().waitFor();
		assert.equal(await rows.filter({ hasText: 'Open Bulletin Preview' }).count(), 0);
		await workbench.page.keyboard.press('Escape');
	},
	async 'has no output channel of the extension'(workbench) {
		await workbench.run('Output: Show Output Channels...');
		const rows = workbench.page.locator('.quick-input-list .monaco-list-row');
		await rows.first().waitFor();
		assert.equal(await rows.filter({ hasText: 'Incident Log' }).count(), 0);
		await workbench.page.keyboard.press('Escape');
	},
};
