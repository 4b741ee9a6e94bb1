// A folder that is not trusted: everything works, since nothing in a log is ever run.
export const title = 'A folder in Restricted Mode';
export const fixture = 'log';
export const kind = 'restricted';

export const tests = {
	async 'reports, fixes and previews'(workbench) {
		await workbench.page.getByRole('button', { name: /No, I don.t trust the authors/ }).click();
		await workbench.page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
		await workbench.openFile('2025-06-12-winter-time.yaml');
		await workbench.page.locator('.squiggly-error').first().waitFor();
		await workbench.cursorBehind('08:00 ES');
		await workbench.page.keyboard.press('Control+.');
		await workbench.page.locator('.action-widget .monaco-list-row.focused', { hasText: /EDT/ }).waitFor();
		await workbench.page.keyboard.press('Enter');
		await workbench.page.locator('.editor-instance .view-line', { hasText: '08:00 EDT' }).waitFor();
		await workbench.openFile('2025-06-14.md');
		await workbench.button.click();
		await workbench.shows('Nightly backups late');
	},
	async 'violated no content security policy and made no request to another machine'(workbench) {
		workbench.assertQuiet();
	},
};
