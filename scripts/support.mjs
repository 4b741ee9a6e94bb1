// What the scripts of this folder share. Node's own modules only: these run before anything is installed.
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

/** Runs a command and resolves with its exit code. Its output goes to the terminal, or is kept until it fails. */
export function run(command, args, { cwd = root, quiet = false, env = {} } = {}) {
	return new Promise((resolve, reject) => {
		const child = spawn(command, args, {
			cwd,
			env: { ...process.env, ...env },
			stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
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

/** Says what is being done, and every few seconds that it still is. */
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

/** `npm ci` in a package folder, unless exactly this lock file was installed there already. */
export async function install(folder) {
	const at = path.join(root, folder);
	const lock = createHash('sha256')
		.update(fs.readFileSync(path.join(at, 'package-lock.json')))
		.digest('hex');
	const stamp = path.join(at, 'node_modules', '.installed');
	if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === lock) {
		return;
	}
	const code = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: at, quiet: true });
	if (code !== 0) {
		throw new Error(`npm ci in ${folder} failed`);
	}
	fs.writeFileSync(stamp, lock);
}
