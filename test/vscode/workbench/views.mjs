// The views of a log beside the editor.
import assert from 'node:assert/strict';
import path from 'node:path';
import { artifacts } from '../scripts/paths.mjs';
import { eventually } from './support.mjs';

export const title = 'The views of a log';
export const fixture = 'log';

const picture = name => ({ path: path.join(artifacts, `${name}.png`) });
const row = (page, text) => page.locator('.split-view-view .monaco-list-row', { hasText: text });

export const tests = {
	async 'list its incidents by week, with level and duration'(workbench) {
		const { page } = workbench;
		await workbench.run('Incident Log: Focus on Incidents View');
		await row(page, '1 – 7 June 2025').waitFor();
		await row(page, 'Outgoing mail stood still').waitFor();
		assert.match(await row(page, 'Outgoing mail stood still').textContent(), /major · \d+ h/);
		await page.screenshot(picture('incidents-view'));
	},
	async 'open an incident, and list what refers to it'(workbench) {
		const { page } = workbench;
		await row(page, 'Outgoing mail stood still').first().click();
		await workbench.tab('2025-06-03-mail-queue.yaml').waitFor();
		await workbench.run('Incident Log: Focus on References View');
		await row(page, 'Referred To By').waitFor();
		await eventually('a referring document', async () => (await row(page, 'login page').count()) > 0);
		await page.screenshot(picture('references-view'));
	},
	async 'show only incidents with the words of a filter'(workbench) {
		const { page } = workbench;
		await workbench.run('Incident Log: Filter Incidents');
		await page.locator('.quick-input-title', { hasText: 'Filter Incidents' }).waitFor();
		await page.keyboard.type('mail');
		await page.keyboard.press('Enter');
		await page.locator('.message', { hasText: 'with “mail”' }).waitFor();
		await workbench.run('Incident Log: Clear Filter of Incidents');
		await page.locator('.message', { hasText: 'with “mail”' }).waitFor({ state: 'hidden' });
	},
	async 'offer a postmortem, the preview and the reference in the menu of an incident'(workbench) {
		const { page } = workbench;
		await workbench.run('Incident Log: Focus on Incidents View');
		await row(page, 'Outgoing mail stood still').first().click({ button: 'right' });
		for (const item of ['Open Bulletin Preview', 'Open Postmortem', 'Copy Reference']) {
			await page.getByRole('menuitem', { name: item }).waitFor();
		}
		await page.screenshot(picture('incidents-view-menu'));
		await page.keyboard.press('Escape');
	},
};
