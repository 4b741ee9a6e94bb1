// Records that are renamed by F2, and renamed and deleted in the Explorer, with their references.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { artifacts, project } from '../scripts/paths.mjs';
import { eventually } from './support.mjs';

export const title = 'A log whose files are renamed';
export const fixture = 'log';

const picture = name => ({ path: path.join(artifacts, `${name}.png`) });
const read = (workbench, file) => fs.readFileSync(path.join(workbench.folder, file), 'utf8');

/** The numbers of errors and warnings that the command line finds. */
function commandLine(workbench) {
	let output;
	try {
		output = execFileSync(process.execPath, [
			path.join(project, 'dist/cli.cjs'),
			'check',
			'--format',
			'json',
			workbench.folder,
		]);
	} catch (error) {
		output = error.stdout;
	}
	const { error, warning } = JSON.parse(String(output)).summary;
	return `${error} errors, ${warning} warnings`;
}

/** The numbers of the item in the status bar, as "1 errors, 1 warnings". */
async function problems({ page }) {
	const label = (await page.locator('#status\\.problems a').getAttribute('aria-label')) ?? '';
	const count = word =>
		Number(new RegExp(`(?:^|[^\\d])(\\d+) ${word}|${word}s?: (\\d+)`, 'i').exec(label)?.slice(1).find(Boolean) ?? 0);
	return `${count('Error')} errors, ${count('Warning')} warnings`;
}

async function untilAgreed(workbench) {
	const expected = commandLine(workbench);
	await eventually(
		`the problems of the command line (${expected})`,
		async () => (await problems(workbench)) === expected,
	);
}

async function reveal(workbench, name) {
	const { page } = workbench;
	await workbench.openFile(name);
	await workbench.run('File: Reveal Active File in Explorer View');
	await page.locator('.explorer-viewlet .monaco-list-row.focused', { hasText: name }).waitFor();
}

export const tests = {
	async 'has the problems of the command line after F2, with the other files in hidden tabs'(workbench) {
		const { page } = workbench;
		const settings = path.join(workbench.folder, '.vscode', 'settings.json');
		fs.mkdirSync(path.dirname(settings));
		fs.writeFileSync(settings, '{ "files.refactoring.autoSave": false }');
		await untilAgreed(workbench);
		for (const name of ['2025-06-05-login-page.md', '2025-06-14.md', '2025-06-03-mail-queue.yaml']) {
			await workbench.openFile(name);
		}
		await workbench.cursorBehind('Outgoing');
		await page.keyboard.press('F2');
		await page.locator('.rename-box input').fill('2025-06-03-mail');
		await page.keyboard.press('Enter');
		await workbench.tab('2025-06-03-mail.yaml').waitFor();
		await eventually('the saved references', async () => {
			await workbench.run('File: Save All');
			return ['incidents/2025-06-05-login-page.md', 'postmortems/2025-06-03-mail-queue.md'].every(file =>
				/2025-06-03-mail\b(?!-)/.test(read(workbench, file)),
			);
		});
		await untilAgreed(workbench);
	},
	async 'has changed references after a record is renamed in the Explorer'(workbench) {
		const { page } = workbench;
		await reveal(workbench, '2025-06-03-mail.yaml');
		await page.keyboard.press('F2');
		await page.locator('.explorer-viewlet .monaco-inputbox input').fill('2025-06-03-outgoing-mail.yaml');
		await page.keyboard.press('Enter');
		const dialog = page.locator('.monaco-dialog-box');
		await dialog.filter({ hasText: 'wants to make refactoring changes' }).waitFor();
		await page.screenshot(picture('file-rename'));
		await dialog.getByRole('button', { name: 'OK' }).click();
		await workbench.tab('2025-06-03-outgoing-mail.yaml').waitFor();
		await eventually('the saved references', async () => {
			await workbench.run('File: Save All');
			return /id: 2025-06-03-outgoing-mail,/.test(read(workbench, 'incidents/2025-06-05-login-page.md'));
		});
		await untilAgreed(workbench);
	},
	async 'warns after a record is deleted to which others refer, and restores it'(workbench) {
		const { page } = workbench;
		const file = 'incidents/2025-06-03-outgoing-mail.yaml';
		const before = read(workbench, file);
		await reveal(workbench, '2025-06-03-outgoing-mail.yaml');
		await page.keyboard.press('Delete');
		await page.locator('.monaco-dialog-box').waitFor();
		await page.keyboard.press('Enter');
		const toast = page.locator('.notification-toast', {
			hasText: 'refer to the deleted 2025-06-03-outgoing-mail.yaml',
		});
		await toast.waitFor();
		await page.screenshot(picture('file-deletion'));
		assert.equal(fs.existsSync(path.join(workbench.folder, file)), false);
		await toast.getByRole('button', { name: 'Restore' }).click();
		await eventually('the restored file', () => read(workbench, file) === before);
		await untilAgreed(workbench);
	},
};
