// A folder with records of no log: a configuration is proposed and written, and the status bar shows what it reads.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { artifacts } from '../scripts/paths.mjs';
import { eventually, rows } from './support.mjs';

export const title = 'Records without a log';
export const fixture = 'records';

const STATUS = '[id="incident-log.incident-log.incidentLog.status"]';
const picture = name => ({ path: path.join(artifacts, `${name}.png`) });

export const tests = {
	async 'are proposed for a log, which is not written before it is confirmed'(workbench) {
		const { page } = workbench;
		await workbench.run('Incident Log: Start a Log Here');
		await workbench.tab('incident-log.yaml (proposed)').waitFor();
		const create = rows(page).filter({ hasText: 'Create incident-log.yaml' });
		await create.waitFor();
		assert.match(await create.textContent(), /3 incidents in docs\/ops.*3 of 3 are read/);
		await page.locator('.view-lines', { hasText: 'OutageFinish' }).waitFor();
		await page.screenshot(picture('start-log'));
		await page.keyboard.press('Escape');
		await workbench.tab('incident-log.yaml (proposed)').waitFor({ state: 'detached' });
		assert.equal(fs.existsSync(path.join(workbench.folder, 'incident-log.yaml')), false);
	},
	async 'are a log after the confirmation, in the status bar with problems and coverage'(workbench) {
		const { page } = workbench;
		await workbench.run('Incident Log: Start a Log Here');
		await rows(page).filter({ hasText: 'Create incident-log.yaml' }).waitFor();
		await page.keyboard.press('Enter');
		await workbench.tab('incident-log.yaml').waitFor();
		const text = await eventually('the file', () =>
			fs.readFileSync(path.join(workbench.folder, 'incident-log.yaml'), 'utf8'),
		);
		assert.match(text, /resolved_at: \[OutageFinish\]/);
		await page
			.locator(STATUS)
			.filter({ hasText: /1 problem, 3 of 3 records with a start/ })
			.waitFor();
	},
	async 'are not written over'(workbench) {
		const { page } = workbench;
		await workbench.run('Incident Log: Start a Log Here');
		await page
			.locator('.notification-toast', { hasText: 'This log has a configuration: incident-log.yaml.' })
			.waitFor();
		await page.keyboard.press('Control+Shift+Backspace');
		await workbench.run('Notifications: Clear All Notifications');
	},
	async 'have a menu in the status bar, with the coverage and the places that were not understood'(workbench) {
		const { page } = workbench;
		await page.locator(STATUS).click();
		await rows(page).filter({ hasText: 'Show Coverage' }).waitFor();
		await page.screenshot(picture('status-menu'));
		await rows(page).filter({ hasText: 'Show What Was Not Understood' }).click();
		const place = rows(page).filter({ hasText: 'Impact: rather bad' });
		await place.waitFor();
		await page.screenshot(picture('not-understood'));
		await place.click();
		await workbench.tab('2025-06-05-disk-3.md').waitFor();
		await eventually('the place', async () => (await workbench.cursor()).line === 5);
	},
	async 'are listed with what was understood, the worst first'(workbench) {
		const { page } = workbench;
		await workbench.run('Incident Log: Show Coverage');
		await rows(page).filter({ hasText: 'Disk full on host 3' }).waitFor();
		assert.match(await rows(page).nth(0).textContent(), /Disk full on host 3/);
		await page.screenshot(picture('coverage'));
		await page.keyboard.press('Escape');
	},
};
