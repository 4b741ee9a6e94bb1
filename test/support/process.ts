import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export const projectRoot = path.join(import.meta.dirname, '..', '..');
/** The file that `bin` names; `npm run build` makes it. */
export const bin = path.join(projectRoot, 'dist', 'cli.cjs');

/** Creates a temporary folder with files. Disposing of it removes the folder. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): { path: string } & Disposable {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'incident-log-'));
	for (const [name, content] of Object.entries(files)) {
		const file = path.join(folder, name);
		fs.mkdirSync(path.dirname(file), { recursive: true });
		fs.writeFileSync(file, content);
	}
	return { path: folder, [Symbol.dispose]: () => fs.rmSync(folder, { recursive: true, force: true }) };
}

export interface Ended {
	readonly code: number | null;
	readonly out: string;
	readonly err: string;
}

/** Runs a program and waits until it ends. `variables` are added to the environment of this process. */
export function runProgram(
	command: string,
	args: readonly string[],
	cwd: string,
	variables: Readonly<Record<string, string>> = {},
): Ended {
	const { status, stdout, stderr, error } = spawnSync(command, args, {
		cwd,
		encoding: 'utf8',
		env: { ...process.env, ...variables },
		maxBuffer: 64 * 1024 * 1024,
	});
	if (error) {
		throw error;
	}
	return { code: status, out: stdout, err: stderr };
}
