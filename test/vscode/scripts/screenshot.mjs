// Takes the picture of the README: the latest bulletin of the example log with its preview.
import fs from 'node:fs';
import path from 'node:path';
import { Workbench } from '../workbench/support.mjs';
import { pack } from './pack.mjs';
import { project } from './paths.mjs';
import { startVscode } from './vscode.mjs';

const picture = path.join(project, 'docs', 'images', 'preview.png');
const settings = {
	'workbench.colorTheme': 'Default Light Modern',
	'workbench.activityBar.location': 'hidden',
	'editor.minimap.enabled': false,
	'editor.fontSize': 12,
	'breadcrumbs.enabled': false,
};

const server = await startVscode({ vsix: pack(), settings });
const workbench = await Workbench.open(server, path.join(project, 'examples'));
try {
	await workbench.openFile('2024-08-31.md');
	await workbench.button.click();
	await workbench.preview.locator('.il-svg:visible').first().waitFor();
	await workbench.run('View: Close Primary Side Bar');
	await workbench.page.waitForTimeout(2_000);
	fs.mkdirSync(path.dirname(picture), { recursive: true });
	await workbench.page.screenshot({ path: picture });
	console.log(path.relative(process.cwd(), picture));
} finally {
	await workbench.close();
	await server.stop();
}
