// The site of the example log in a real browser: no finding of axe, no request, nothing wider than the window.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { launchChromium } from './chromium.mjs';
import { project } from './paths.mjs';
import { report } from './suites.mjs';

const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Builds the site of the example log into a folder, and returns a page of each kind. */
function buildSite(folder) {
	const args = [
		'build',
		path.join(project, 'examples'),
		'--out',
		folder,
		'--with-errors',
		'--now',
		'2024-09-20T12:00:00Z',
	];
	execFileSync(process.execPath, [path.join(project, 'dist', 'cli.cjs'), ...args], { stdio: 'ignore' });
	const firstOf = kind => `${kind}/${fs.readdirSync(path.join(folder, kind)).at(-1)}`;
	return ['index.html', 'statistics.html', ...['weeks', 'incidents', 'postmortems'].map(firstOf)];
}

async function problemsOf(page, address) {
	const requests = [];
	const messages = [];
	page.on('request', request => request.url().startsWith('file:') || requests.push(`request of ${request.url()}`));
	page.on('console', message => messages.push(message.text()));
	await page.goto(address);
	await page.evaluate(axe);
	const found = await page.evaluate(async () => {
		const { violations } = await globalThis.axe.run(document, { preload: false });
		const { scrollWidth, clientWidth } = document.documentElement;
		const wide = scrollWidth > clientWidth ? [`${scrollWidth} pixels in a window of ${clientWidth}`] : [];
		return [
			...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' ')}`),
			...wide,
		];
	});
	return [...found, ...requests, ...messages];
}

/** Resolves with one set of counts. */
export async function runSite() {
	console.log('\n  The site of the example log');
	const counts = { passed: 0, failed: 0, skipped: 0 };
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'incident-log-site-'));
	const browser = await launchChromium();
	try {
		const pages = buildSite(folder);
		for (const colorScheme of ['light', 'dark']) {
			for (const width of [360, 1000]) {
				// The policy of the pages allows no script, not even that of axe.
				const context = await browser.newContext({ bypassCSP: true, colorScheme, viewport: { width, height: 800 } });
				for (const name of pages) {
					const page = await context.newPage();
					const problems = await problemsOf(page, pathToFileURL(path.join(folder, name)).href);
					counts[problems.length === 0 ? 'passed' : 'failed'] += 1;
					const title = `${name}, ${colorScheme}, ${width} pixels`;
					console.log(
						problems.length === 0 ? `    ✔ ${title}` : `    ✘ ${title}\n        ${problems.join('\n        ')}`,
					);
					await page.close();
				}
				await context.close();
			}
		}
	} finally {
		await browser.close();
		fs.rmSync(folder, { recursive: true, force: true });
	}
	return counts;
}

if (import.meta.filename === process.argv[1]) {
	report([await runSite()]);
}
