// Functions shared by the scripts of this folder. Imports Node built-ins only, since no package may be installed yet.
import './check-node.cjs';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

export const root = path.dirname(import.meta.dirname);

const colour = process.stdout.isTTY && !process.env.NO_COLOR;
const paint = (code, text) => (colour ? `\u001b[${code}m${text}\u001b[0m` : text);
export const bold = text => paint('1', text);
export const dim = text => paint('2', text);
export const red = text => paint('31', text);

/** Whether the module of this `import.meta` was started from the command line, directly or by a symbolic link. */
export const isMain = ({ filename }) => process.argv[1] !== undefined && fs.realpathSync(process.argv[1]) === filename;

const onWindows = process.platform === 'win32';
const quote = word => (/^[\w@%+=:,./\\-]+$/.test(word) ? word : `"${word.replaceAll('"', '\\"')}"`);

/**
 * Returns the arguments of `spawn` and `spawnSync` for a program that is a batch file on Windows (`npm`, `code`). There
 * it can only be started by a shell, as one command line.
 */
export function programArguments(name, args, options = {}) {
	return onWindows ? [[name, ...args].map(quote).join(' '), [], { ...options, shell: true }] : [name, args, options];
}

/** Runs a command and resolves with its exit code. With `quiet`, its output is printed only if it fails. */
export function run(command, args, { cwd = root, quiet = false, interactive = false, shell = false, env = {} } = {}) {
	return new Promise((resolve, reject) => {
		const child = spawn(command, args, {
			cwd,
			shell,
			env: { ...process.env, ...env },
			stdio: [interactive ? 'inherit' : 'ignore', ...(quiet ? ['pipe', 'pipe'] : ['inherit', 'inherit'])],
		});
		let output = '';
		for (const stream of quiet ? [child.stdout, child.stderr] : []) {
			stream.on('data', chunk => {
				output += chunk;
			});
		}
		child.once('error', reject);
		child.once('close', code => {
			if (quiet && code !== 0) {
				process.stderr.write(output);
			}
			resolve(code ?? 1);
		});
	});
}

/** Prints the title of some work, and the elapsed time every ten seconds until it ends. */
export async function step(title, work) {
	const started = Date.now();
	const seconds = () => `${((Date.now() - started) / 1000).toFixed(0)} s`;
	console.log(bold(`▸ ${title}`));
	const timer = setInterval(() => console.log(dim(`  … ${seconds()}`)), 10_000);
	try {
		return await work();
	} finally {
		clearInterval(timer);
		console.log(dim(`  ${seconds()}`));
	}
}

/** Runs `npm ci` in a package folder, unless the current lock file is already installed there. */
export async function install(folder) {
	const at = path.join(root, folder);
	const lock = createHash('sha256')
		.update(fs.readFileSync(path.join(at, 'package-lock.json')))
		.digest('hex');
	const stamp = path.join(at, 'node_modules', '.installed');
	if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === lock) {
		return;
	}
	const options = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
	const code = await run(...programArguments('npm', options, { cwd: at, quiet: true }));
	if (code !== 0) {
		throw new Error(`npm ci in ${folder} failed`);
	}
	fs.writeFileSync(stamp, lock);
}
