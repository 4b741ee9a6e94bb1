import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { projectRoot } from '../support/process.ts';

/** What the build, the type check and vitest need, besides the installed packages. */
const COPIED = [
	'package.json',
	'package-lock.json',
	'tsconfig.json',
	'schemas',
	'scripts',
	'src',
	'test/package.json',
	'test/package-lock.json',
	'test/setup/prepare.ts',
	'test/support',
	'test/vitest.config.ts',
];
const INSTALLED = ['node_modules', 'test/node_modules'];

/** The project as a fresh clone with its packages installed: nothing is generated or built. */
export function copyProject(): { path: string } & Disposable {
	const copy = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'incident-log-')));
	const generated = path.join(projectRoot, 'src', 'generated');
	for (const name of COPIED) {
		fs.cpSync(path.join(projectRoot, name), path.join(copy, name), {
			recursive: true,
			filter: file => file !== generated,
		});
	}
	for (const name of INSTALLED) {
		linkPackages(path.join(projectRoot, name), path.join(copy, name));
	}
	return { path: copy, [Symbol.dispose]: () => fs.rmSync(copy, { recursive: true, force: true, maxRetries: 5 }) };
}

/**
 * Links each package, not the folder of them: whatever empties the folder of the copy must not empty that of the
 * project. It counts as installed, so that `npm test` in the copy starts no installation.
 */
function linkPackages(from: string, to: string): void {
	fs.mkdirSync(to, { recursive: true });
	for (const entry of fs.readdirSync(from, { withFileTypes: true })) {
		// Tools write their caches to `.vite` and the like.
		if (entry.isDirectory() && (entry.name === '.bin' || !entry.name.startsWith('.'))) {
			// Junctions need no administrator on Windows.
			fs.symlinkSync(path.join(from, entry.name), path.join(to, entry.name), 'junction');
		}
	}
	const lock = fs.readFileSync(path.join(from, '..', 'package-lock.json'));
	fs.writeFileSync(path.join(to, '.installed'), createHash('sha256').update(lock).digest('hex'));
}

/** The environment without what vitest sets, which a vitest inside would take for its own. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
	return Object.fromEntries(
		Object.entries(process.env).filter(
			([name]) => !/^(VITEST|VITE_|TEST|NODE_ENV|NODE_V8|DEV$|PROD$|SSR$|MODE$)/.test(name),
		),
	);
}
