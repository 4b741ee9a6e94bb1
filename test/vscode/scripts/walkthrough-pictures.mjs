// Takes the pictures of the walkthrough, in a light and a dark theme: examples of what its steps lead to.
import fs from 'node:fs';
import path from 'node:path';
import { rows, Workbench } from '../workbench/support.mjs';
import { pack } from './pack.mjs';
import { project } from './paths.mjs';
import { startVscode } from './vscode.mjs';

const folder = path.join(project, 'media', 'walkthrough');
const settings = {
	'editor.minimap.enabled': false,
	'editor.fontSize': 13,
	'breadcrumbs.enabled': false,
	'workbench.layoutControl.enabled': false,
	'workbench.tree.indent': 8,
};
const themes = { light: 'Default Light Modern', dark: 'Default Dark Modern' };

/** By the name of the picture: what brings its subject to the screen, and what cleans up. */
const scenes = {
	async start({ workbench, page }, shoot) {
		await workbench.run('Incident Log: New Incident');
		await page.locator('.quick-input-title', { hasText: 'New Incident' }).waitFor();
		await page.keyboard.type('Job queue full');
		await page.keyboard.press('Enter');
		await rows(page).filter({ hasText: 'critical' }).waitFor();
		await shoot();
		await page.keyboard.press('Escape');
	},
	async problems({ workbench, page }, shoot) {
		await workbench.openFile('2024-08-27-background-job-starvation.md');
		await closeSideBar(workbench);
		await workbench.run('Problems: Focus on Problems View');
		await page.locator('.markers-panel .monaco-list-row').first().waitFor();
		await page.locator('.squiggly-error').first().waitFor();
		await shoot();
		await workbench.run('View: Hide Panel');
	},
	async views({ workbench, page }, shoot) {
		await workbench.run('Incident Log: Focus on Incidents View');
		await page.locator('.split-view-view .monaco-list-row', { hasText: 'Machine leases' }).first().click();
		await workbench.run('Incident Log: Focus on References View');
		await page.locator('.split-view-view .monaco-list-row', { hasText: 'Referred To By' }).waitFor();
		await shoot();
		await closeSideBar(workbench);
	},
	async preview({ workbench, page }, shoot) {
		await workbench.openFile('2024-08-31.md');
		await workbench.button.click();
		await workbench.preview.locator('.il-svg:visible').first().waitFor();
		await page.keyboard.press('Control+1');
		await shoot();
		await workbench.run('View: Close All Editors');
	},
};

/** The command exists only while the side bar is open. */
async function closeSideBar(workbench) {
	if (await workbench.page.locator('.part.sidebar').isVisible()) {
		await workbench.run('View: Close Primary Side Bar');
	}
}

/** In a folder with records of no log. */
const beforeALog = {
	async propose({ workbench, page }, shoot) {
		await workbench.run('Incident Log: Start a Log Here');
		await rows(page).filter({ hasText: 'Create incident-log.yaml' }).waitFor();
		await page.locator('.view-lines', { hasText: 'incidents' }).waitFor();
		await shoot();
		await page.keyboard.press('Escape');
	},
};

const server = await startVscode({ vsix: pack(), settings });

async function take(fixture, scenes) {
	const workbench = await Workbench.open(server, fixture);
	const { page } = workbench;
	try {
		await page.setViewportSize({ width: 900, height: 600 });
		for (const [suffix, theme] of Object.entries(themes)) {
			server.configure({ 'workbench.colorTheme': theme });
			for (const [name, scene] of Object.entries(scenes)) {
				await scene({ workbench, page }, async () => {
					// Away from everything that has a tooltip.
					await page.mouse.move(20, 420);
					await page.waitForTimeout(1_500);
					await page.screenshot({ path: path.join(folder, `${name}-${suffix}.png`) });
					console.log(`${name}-${suffix}`);
				});
			}
		}
	} finally {
		await workbench.close();
	}
}

try {
	fs.mkdirSync(folder, { recursive: true });
	await take(path.join(project, 'examples'), scenes);
	await take('records', beforeALog);
} finally {
	await server.stop();
}
