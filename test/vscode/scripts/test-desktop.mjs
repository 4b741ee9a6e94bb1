// Runs the same suites in a desktop VS Code: VSCODE_EXECUTABLE_PATH names one, otherwise one is downloaded.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath, runTests } from '@vscode/test-electron';
import { programArguments } from '../../../scripts/support.mjs';
import { pack } from './pack.mjs';
import { buildSuites, bundleOf, copyOfFixture, countsOf, hostExtension, report, suites } from './suites.mjs';

async function download() {
	try {
		return await downloadAndUnzipVSCode();
	} catch (error) {
		console.error(
			`VS Code could not be downloaded (${error.message}); VSCODE_EXECUTABLE_PATH may name one that is here`,
		);
		process.exit(1);
	}
}

/** Electron refuses to sandbox what root runs. */
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const vsix = pack();
await buildSuites();
const executable = process.env.VSCODE_EXECUTABLE_PATH ?? (await download());
const data = fs.mkdtempSync(path.join(os.tmpdir(), 'incident-log-desktop-'));
const folders = [`--user-data-dir=${path.join(data, 'user')}`, `--extensions-dir=${path.join(data, 'extensions')}`];
try {
	const [cli] = resolveCliArgsFromVSCodeExecutablePath(executable);
	const install = spawnSync(
		...programArguments(cli, [...folders, ...asRoot, '--install-extension', vsix], { encoding: 'utf8' }),
	);
	if (install.status !== 0) {
		throw new Error(`could not install ${vsix}:\n${install.stdout}${install.stderr}`);
	}
	const counts = [];
	for (const { name, folder } of suites) {
		const workspace = copyOfFixture(folder);
		try {
			await runTests({
				vscodeExecutablePath: executable,
				extensionDevelopmentPath: hostExtension,
				extensionTestsPath: bundleOf(name),
				launchArgs: [workspace.folder, ...folders, ...asRoot, '--disable-workspace-trust', '--skip-welcome'],
			});
			counts.push(countsOf(name));
		} catch (error) {
			console.error(`  ${name}: ${error.message}`);
			const { passed, failed, skipped } = countsOf(name);
			counts.push({ passed, failed: Math.max(1, failed), skipped });
		} finally {
			workspace.remove();
		}
	}
	report(counts);
} finally {
	fs.rmSync(data, { recursive: true, force: true, maxRetries: 5 });
}
