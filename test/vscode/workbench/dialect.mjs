// The language status item in the log of a status page.
import assert from 'node:assert/strict';

export const title = 'A log of another tool';
export const fixture = 'status-page';

/** VS Code's hover over the braces next to the language of an editor. */
const STATUS = '#status\\.languageStatus';
const OURS = `${STATUS}[aria-label*="Dialect: cState"]`;

export const tests = {
	async 'shows the dialect in the language status of a record'(workbench) {
		const { page } = workbench;
		await workbench.openFile('2025-06-03-tracking-slow.md');
		await page.locator(OURS).waitFor();
		await page.locator(STATUS).hover();
		const status = page.locator('.hover-language-status').filter({ hasText: 'Dialect: cState' });
		await status.waitFor();
		assert.match(
			await status.textContent(),
			/Set `dialect: cstate` in incident-log\.yaml to read all records in this dialect/,
		);
	},
	async 'shows no language status for other files'(workbench) {
		const { page } = workbench;
		await workbench.openFile('config.yml');
		await page.locator(OURS).waitFor({ state: 'detached' });
	},
};
