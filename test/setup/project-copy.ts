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
		// Junctions need no administrator on Windows.
		fs.symlinkSync(path.join(projectRoot, name), path.join(copy, name), 'junction');
	}
	return { path: copy, [Symbol.dispose]: () => fs.rmSync(copy, { recursive: true, force: true, maxRetries: 5 }) };
}

/** The environment without what vitest sets, which a vitest inside would take for its own. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
	return Object.fromEntries(
		Object.entries(process.env).filter(
			([name]) => !/^(VITEST|VITE_|TEST|NODE_ENV|NODE_V8|DEV$|PROD$|SSR$|MODE$)/.test(name),
		),
	);
}
