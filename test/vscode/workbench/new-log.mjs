// From a folder without a record to the first incident of a log, with the keyboard alone.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { artifacts } from '../scripts/paths.mjs';
import { eventually, rows } from './support.mjs';

export const title = 'A folder without records';
export const fixture = 'no-log';

const read = (workbench, name) => fs.readFileSync(path.join(workbench.folder, name), 'utf8');

export const tests = {
	async 'is offered a log by a command that needs one, in the zone of the machine'(workbench) {
		const { page } = workbench;
		await workbench.run('Incident Log: New Incident');
		const notice = page.locator('.notification-toast', { hasText: 'No log in this workspace.' });
		await notice.getByText('Start a Log Here…').click();
		await rows(page).filter({ hasText: 'Create incident-log.yaml' }).waitFor();
		await page.locator('.view-lines', { hasText: 'time_zone' }).waitFor();
		await page.screenshot({ path: path.join(artifacts, 'new-log.png') });
		await page.keyboard.press('Enter');
		await workbench.tab('incident-log.yaml').waitFor();
		const text = await eventually('the file', () => read(workbench, 'incident-log.yaml'));
		assert.match(text, /^time_zone: \S+$/m);
		assert.match(text, /levels: \[none, minor, major, critical\]/);
	},
	async 'is a log, and takes its first incident'(workbench) {
		const { page } = workbench;
		await eventually('the log', async () => {
			await workbench.run('Incident Log: New Incident');
			await page.locator('.quick-input-title', { hasText: 'New Incident in no-log' }).waitFor({ timeout: 5_000 });
			return true;
		});
		await page.keyboard.type('First outage');
		await page.keyboard.press('Enter');
		await rows(page).filter({ hasText: 'critical' }).waitFor();
		await page.keyboard.press('Enter');
		await workbench.tab('first-outage.yaml').waitFor();
		await page.screenshot({ path: path.join(artifacts, 'new-log-first-incident.png') });
	},
};
