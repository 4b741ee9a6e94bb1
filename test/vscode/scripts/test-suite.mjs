// Runs the mocha suites in the extension host of a real VS Code, through its web workbench, the way VS Code's own
// browser integration tests do, with the extension installed from its .vsix.
import fs from 'node:fs';
import path from 'node:path';
import { format } from 'node:util';
import { launchChromium } from './chromium.mjs';
import { pack } from './pack.mjs';
import { artifacts } from './paths.mjs';
import { buildSuites, bundleOf, copyOfFixture, countsOf, hostExtension, report, suites } from './suites.mjs';
import { startVscode, workbenchUrl } from './vscode.mjs';

const limit = Number(process.env.TEST_TIMEOUT_MS ?? 900_000);

/** Resolves with the suite's counts. An error outside of the suite counts as one failure. */
async function runOne({ name, folder }, server, browser, log) {
	const workspace = copyOfFixture(folder);
	const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
	const remote = file => `vscode-remote://${server.authority}${file}`;
	let problem;
	try {
		const page = await context.newPage();
		// All of VS Code's log comes this way. A suite's own output begins with mocha's empty line and is of type `info`.
		let begun = false;
		await page.exposeFunction('codeAutomationLog', (type, args) => {
			const text = format(...args);
			log.write(`[${name}] [${type}] ${text}\n`);
			begun ||= text === '';
			if (begun && type === 'info') {
				console.log(text);
			}
		});
		page.on('pageerror', error => log.write(`[${name}] [page] ${error.stack}\n`));
		const exited = new Promise((resolve, reject) => {
			setTimeout(() => reject(new Error(`no result after ${limit} ms`)), limit).unref();
			page.on('crash', () => reject(new Error('the page crashed')));
			page.exposeFunction('codeAutomationExit', resolve).catch(reject);
		});
		await page.goto(
			workbenchUrl(server, workspace.folder, {
				extensionDevelopmentPath: remote(hostExtension),
				extensionTestsPath: remote(bundleOf(name)),
			}),
		);
		await exited;
	} catch (error) {
		problem = error.message;
	} finally {
		await context.close();
		workspace.remove();
	}
	const counts = countsOf(name);
	if (problem !== undefined) {
		console.error(`  ${name}: ${problem}`);
		return { ...counts, failed: counts.failed + 1 };
	}
	return counts;
}

/** Resolves with one set of counts for each suite. */
export async function runSuites(vsix) {
	fs.mkdirSync(artifacts, { recursive: true });
	await buildSuites();
	const log = fs.createWriteStream(path.join(artifacts, 'suites.log'));
	const wanted = process.env.SUITE ? suites.filter(({ name }) => name === process.env.SUITE) : suites;
	// Newer versions of VS Code run no tests in a built product without this driver.
	const server = await startVscode({ vsix, args: ['--enable-smoke-test-driver'] });
	let browser;
	try {
		browser = await launchChromium();
		const counts = [];
		for (const suite of wanted) {
			counts.push(await runOne(suite, server, browser, log));
		}
		return counts;
	} finally {
		await browser?.close();
		await server.stop();
		log.end();
	}
}

if (import.meta.filename === process.argv[1]) {
	report(await runSuites(pack()));
}
