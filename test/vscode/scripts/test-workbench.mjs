// Works with the extension in the workbench of a real VS Code as a user would, through Playwright. Each module in
// workbench/ is a sitting: one window, and tests that follow upon each other in it.
import fs from 'node:fs';
import path from 'node:path';
import * as authoring from '../workbench/authoring.mjs';
import * as dialect from '../workbench/dialect.mjs';
import * as fileOperations from '../workbench/file-operations.mjs';
import * as newLog from '../workbench/new-log.mjs';
import * as preview from '../workbench/preview.mjs';
import * as restricted from '../workbench/restricted.mjs';
import * as silence from '../workbench/silence.mjs';
import * as startLog from '../workbench/start-log.mjs';
import { Workbench } from '../workbench/support.mjs';
import * as themes from '../workbench/themes.mjs';
import * as views from '../workbench/views.mjs';
import * as webExtension from '../workbench/web-extension.mjs';
import { pack } from './pack.mjs';
import { artifacts } from './paths.mjs';
import { report } from './suites.mjs';
import { startVscode } from './vscode.mjs';

const sittings = [
	preview,
	themes,
	dialect,
	startLog,
	newLog,
	authoring,
	fileOperations,
	views,
	silence,
	restricted,
	webExtension,
];

/** The kinds of VS Code that sittings ask for; each is started once. */
const kinds = {
	installed: vsix => ({ vsix }),
	restricted: vsix => ({ vsix, trusted: false }),
	// If the extension must run in a worker of the browser, it is not installed on the server of VS Code.
	web: () => ({}),
};

/** Resolves with the counts of one sitting. Where a test fails, a picture of the window is left among the artifacts. */
async function sit({ title, fixture, kind, tests }, server) {
	const counts = { passed: 0, failed: 0, skipped: 0 };
	console.log(`\n  ${title}`);
	const workbench = await Workbench.open(server, fixture, { web: kind === 'web' });
	try {
		for (const [name, test] of Object.entries(tests)) {
			const started = Date.now();
			try {
				await test(workbench, server);
				counts.passed += 1;
				console.log(`    ✔ ${name} (${Date.now() - started}ms)`);
			} catch (error) {
				counts.failed += 1;
				const picture = path.join(artifacts, `failed-${`${title} ${name}`.toLowerCase().replace(/\W+/g, '-')}.png`);
				await workbench.page.screenshot({ path: picture });
				console.log(`    ✘ ${name}\n${String(error.stack).replace(/^/gm, '        ')}\n        ${picture}`);
			}
		}
	} finally {
		await workbench.close();
	}
	return counts;
}

/** Resolves with one set of counts for each sitting. */
export async function runWorkbench(vsix) {
	fs.mkdirSync(artifacts, { recursive: true });
	const wanted = process.env.SITTING ? sittings.filter(({ title }) => title.includes(process.env.SITTING)) : sittings;
	const counts = [];
	for (const [name, options] of Object.entries(kinds)) {
		const here = wanted.filter(({ kind = 'installed' }) => kind === name);
		if (here.length === 0) {
			continue;
		}
		const server = await startVscode(options(vsix));
		try {
			for (const sitting of here) {
				counts.push(await sit(sitting, server));
			}
		} finally {
			await server.stop();
		}
	}
	return counts;
}

if (import.meta.filename === process.argv[1]) {
	report(await runWorkbench(pack()));
}
