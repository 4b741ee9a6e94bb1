// Draws media/icon.svg as media/icon.png, since VS Code wants the extension's icon as pixels.
import fs from 'node:fs';
import path from 'node:path';
import { launchChromium } from './chromium.mjs';
import { project } from './paths.mjs';

const media = path.join(project, 'media');
const browser = await launchChromium();
try {
	const page = await browser.newPage({ viewport: { width: 256, height: 256 } });
	await page.setContent(`<style>body { margin: 0 }</style>${fs.readFileSync(path.join(media, 'icon.svg'), 'utf8')}`);
	await page.screenshot({ path: path.join(media, 'icon.png'), omitBackground: true });
} finally {
	await browser.close();
}
