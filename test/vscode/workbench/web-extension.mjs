// The same extension in a worker of the browser: without Node, and with files only through VS Code.
import path from 'node:path';
import { artifacts } from '../scripts/paths.mjs';

export const title = 'The extension in a web worker';
export const fixture = 'log';
export const kind = 'web';

export const tests = {
	async 'reports, hovers and previews'(workbench) {
		await workbench.openFile('2025-06-12-winter-time.yaml');
		await workbench.page.locator('.squiggly-error, .squiggly-warning').first().waitFor();
		await workbench.openFile('2025-06-14.md');
		await workbench.button.click();
		await workbench.preview.locator('.il-svg:visible').first().waitFor();
		await workbench.shows('Nightly backups late');
		await workbench.cursorBehind('has a twin now');
		await workbench.page.keyboard.type(', too');
		await workbench.shows('has a twin now, too');
		await workbench.page.screenshot({ path: path.join(artifacts, 'preview-web-worker.png') });
	},
	async 'violated no content security policy and made no request to another machine'(workbench) {
		workbench.assertQuiet();
	},
};
