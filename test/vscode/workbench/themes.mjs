// The preview in every kind of theme, as pictures for people to look at.
import assert from 'node:assert/strict';
import path from 'node:path';
import { artifacts } from '../scripts/paths.mjs';

const themes = {
	light: { theme: 'Default Light Modern', body: 'vscode-light' },
	dark: { theme: 'Default Dark Modern', body: 'vscode-dark' },
	'high-contrast': { theme: 'Default High Contrast', body: 'vscode-high-contrast' },
	'high-contrast-light': { theme: 'Default High Contrast Light', body: 'vscode-high-contrast-light' },
};

export const title = 'The themes';
export const fixture = 'log';

export const tests = {
	async 'opens the preview'(workbench) {
		await workbench.openFile('2025-06-14.md');
		await workbench.button.click();
		await workbench.preview.locator('.il-svg:visible').first().waitFor();
	},
	...Object.fromEntries(
		Object.entries(themes).map(([name, { theme, body }]) => [
			`draws in ${name}`,
			async (workbench, server) => {
				server.configure({ 'workbench.colorTheme': theme });
				await workbench.preview.locator(`body.${body}`).waitFor();
				const colours = await workbench.inPreview(element => {
					const { backgroundColor, color } = getComputedStyle(element);
					return { backgroundColor, color };
				});
				assert.notEqual(colours.backgroundColor, colours.color);
				await workbench.page.waitForTimeout(300);
				await workbench.page.screenshot({ path: path.join(artifacts, `preview-${name}.png`) });
			},
		]),
	),
	async 'violated no content security policy'(workbench) {
		workbench.assertQuiet();
	},
};
