// New documents of a log by the commands in the palette, with the keyboard alone.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { artifacts } from '../scripts/paths.mjs';
import { eventually, rows } from './support.mjs';

export const title = 'A log that is written';
export const fixture = 'log';

const picture = name => ({ path: path.join(artifacts, `${name}.png`) });
const input = page => page.locator('.quick-input-widget input.input');
const heading = page => page.locator('.quick-input-title');

/** The files below a folder of the log. */
const filesIn = (workbench, folder) => fs.readdirSync(path.join(workbench.folder, folder), { recursive: true });

export const tests = {
	async 'has a new incident after its title and level, which continues at its end'(workbench) {
		const { page } = workbench;
		const before = filesIn(workbench, 'incidents');
		await workbench.run('Incident Log: New Incident');
		await heading(page).filter({ hasText: 'New Incident in Harbour Log (1 of 2)' }).waitFor();
		await page.screenshot(picture('new-incident'));
		await page.keyboard.type('Crane scheduler down');
		await page.keyboard.press('Enter');
		await rows(page).filter({ hasText: 'critical' }).waitFor();
		await page.screenshot(picture('new-incident-level'));
		await page.keyboard.type('major');
		await page.keyboard.press('Enter');
		await workbench.tab('crane-scheduler-down.yaml').waitFor();
		const [created] = filesIn(workbench, 'incidents').filter(file => !before.includes(file));
		const text = fs.readFileSync(path.join(workbench.folder, 'incidents', created), 'utf8');
		assert.match(
			text,
			/^title: Crane scheduler down\nimpact: major\nstatus: investigating\nstarted_at: \S+-0[45]:00\n$/,
		);
		await eventually('the cursor', async () => (await workbench.cursor()).line === 5);
		await page.screenshot(picture('new-incident-created'));
	},
	async 'has a new postmortem of a chosen incident, whose first prompt is replaced by typing'(workbench) {
		const { page } = workbench;
		await workbench.run('Incident Log: New Postmortem from Incident');
		await heading(page).filter({ hasText: 'New Postmortem of Harbour Log' }).waitFor();
		await rows(page).filter({ hasText: 'Crane scheduler down' }).waitFor();
		// The one with a postmortem is not offered.
		assert.equal(await rows(page).filter({ hasText: '2025-06-03-mail-queue' }).count(), 0);
		await page.screenshot(picture('new-postmortem'));
		await page.keyboard.type('crane');
		await page.keyboard.press('Enter');
		await workbench.tab('crane-scheduler-down.md').waitFor();
		await page.locator('#status\\.editor\\.selection', { hasText: 'selected' }).waitFor();
		await page.keyboard.type('The scheduler stopped.');
		await page.locator('.view-lines', { hasText: 'The scheduler stopped.' }).waitFor();
		await page.screenshot(picture('new-postmortem-created'));
	},
	async 'has a new bulletin of the week once; the second time it is opened'(workbench) {
		const { page } = workbench;
		const before = filesIn(workbench, 'bulletins');
		await workbench.run('Incident Log: New Bulletin for This Week');
		const created = await eventually('the bulletin', () =>
			filesIn(workbench, 'bulletins').find(file => !before.includes(file)),
		);
		await workbench.tab(created).waitFor();
		const text = fs.readFileSync(path.join(workbench.folder, 'bulletins', created), 'utf8');
		await workbench.openFile('2025-06-14.md');
		await workbench.run('Incident Log: New Bulletin for This Week');
		await page.locator('.notification-toast', { hasText: 'It is open now.' }).waitFor();
		await workbench.tab(created).waitFor();
		assert.equal(fs.readFileSync(path.join(workbench.folder, 'bulletins', created), 'utf8'), text);
		await workbench.run('Notifications: Clear All Notifications');
	},
	async 'is not changed by a command that is cancelled'(workbench) {
		const { page } = workbench;
		const before = filesIn(workbench, 'incidents');
		await workbench.run('Incident Log: New Incident');
		await heading(page).filter({ hasText: '(1 of 2)' }).waitFor();
		await input(page).fill('Nothing');
		await page.keyboard.press('Enter');
		await heading(page).filter({ hasText: '(2 of 2)' }).waitFor();
		await page.keyboard.press('Escape');
		await heading(page).waitFor({ state: 'hidden' });
		assert.deepEqual(filesIn(workbench, 'incidents'), before);
	},
};
