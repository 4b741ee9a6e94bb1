import { accessSync, constants, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { isBelow } from './is-below.ts';

/** The environment of a lookup. A parameter, so that tests can use the rules of each platform. */
export interface ProgramLookup {
	readonly platform: NodeJS.Platform;
	/** `PATH` and, on Windows, `PATHEXT`. */
	readonly variables: Readonly<Record<string, string | undefined>>;
	/** The real path of an executable file; undefined for other paths. */
	readonly executable: (file: string) => string | undefined;
}

/**
 * Returns the absolute path of a program, from absolute folders of `PATH` only.
 *
 * With `spawn('git')`, the operating system would search for the program. Windows searches the current folder first, and on
 * other systems an empty or relative entry of `PATH` means the current folder: a program in the checked folder would run.
 * Entries below `untrusted` are skipped for the same reason: `npm run` adds `node_modules/.bin` to `PATH`.
 */
export function findProgram(name: string, untrusted: string, lookup = machineLookup()): string | undefined {
	const isWindows = lookup.platform === 'win32';
	const rules = isWindows ? path.win32 : path.posix;
	const isTrusted = (file: string) => !isBelow(untrusted, file, rules);
	for (const entry of searchPath(lookup.variables, isWindows).split(rules.delimiter)) {
		const folder = isWindows ? entry.replaceAll('"', '') : entry;
		if (!isFullPath(folder, isWindows) || !isTrusted(folder)) {
			continue;
		}
		for (const extension of isWindows ? extensions(lookup.variables) : ['']) {
			const file = rules.join(folder, name + extension);
			const real = lookup.executable(file);
			if (real !== undefined && isTrusted(real)) {
				return file;
			}
		}
	}
	return undefined;
}

function machineLookup(): ProgramLookup {
	return { platform: process.platform, variables: process.env, executable };
}

function executable(file: string): string | undefined {
	try {
		accessSync(file, constants.X_OK);
		return statSync(file).isFile() ? realpathSync(file) : undefined;
	} catch {
		return undefined;
	}
}

function searchPath(variables: ProgramLookup['variables'], isWindows: boolean): string {
	// On Windows, `process.env` ignores case, but a copy of it does not.
	const name = isWindows ? Object.keys(variables).find(key => key.toUpperCase() === 'PATH') : 'PATH';
	return (name && variables[name]) ?? '';
}

/** Whether a path is absolute. `\bin` and `C:bin` depend on the current drive and folder. */
function isFullPath(folder: string, isWindows: boolean): boolean {
	return isWindows ? /^(?:[a-z]:[\\/]|[\\/]{2}[^\\/])/i.test(folder) : folder.startsWith('/');
}

/** Extensions of programs on Windows, without `.bat` and `.cmd`, which need a shell. */
function extensions(variables: ProgramLookup['variables']): readonly string[] {
	const all = (variables['PATHEXT'] || '.COM;.EXE').split(';');
	return all.filter(extension => /^\.(?:com|exe)$/i.test(extension));
}
