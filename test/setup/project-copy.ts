import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { projectRoot } from '../support/process.ts';

/** The files that the build, the type check and vitest need, apart from the installed packages. */
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

/** Copies the project to a temporary folder, as a fresh clone with installed packages and without generated files. */
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
 * Links each package and not the `node_modules` folder, so that emptying the folder of the copy does not empty that of the
 * project. Marks the packages as installed, so that `npm test` in the copy starts no installation.
 */
function linkPackages(from: string, to: string): void {
	fs.mkdirSync(to, { recursive: true });
	for (const entry of fs.readdirSync(from, { withFileTypes: true })) {
		// Tools write caches to folders such as `.vite`.
		if (entry.isDirectory() && (entry.name === '.bin' || !entry.name.startsWith('.'))) {
			// Unlike links, junctions need no administrator rights on Windows.
			fs.symlinkSync(path.join(from, entry.name), path.join(to, entry.name), 'junction');
		}
	}
	const lock = fs.readFileSync(path.join(from, '..', 'package-lock.json'));
	fs.writeFileSync(path.join(to, '.installed'), createHash('sha256').update(lock).digest('hex'));
}

/** Returns the environment without the variables of the running vitest, which a nested vitest would read. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
	return Object.fromEntries(
		Object.entries(process.env).filter(
			([name]) => !/^(VITEST|VITE_|TEST|NODE_ENV|NODE_V8|DEV$|PROD$|SSR$|MODE$)/.test(name),
		),
	);
}
