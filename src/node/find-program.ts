import { accessSync, constants, realpathSync, statSync } from 'node:fs';
import path from 'node:path';

/** What a lookup depends on. Injected, so that the rules of every platform can be tested on any of them. */
export interface ProgramLookup {
	readonly platform: NodeJS.Platform;
	/** `PATH` and, on Windows, `PATHEXT`. */
	readonly variables: Readonly<Record<string, string | undefined>>;
	/** The real path of a file that can be executed; undefined where there is none. */
	readonly executable: (file: string) => string | undefined;
}

/**
 * The absolute path of a program, from the absolute folders of `PATH` only.
 *
 * `spawn('git')` leaves the search to the operating system. Windows looks in the current folder first, and elsewhere an
 * empty or relative entry of `PATH` means the current folder, too: a program in the folder that is being checked would
 * run. Entries below `untrusted` are skipped for the same reason: `npm run` puts `node_modules/.bin` into `PATH`.
 */
export function findProgram(name: string, untrusted: string, lookup = machineLookup()): string | undefined {
	const isWindows = lookup.platform === 'win32';
	const rules = isWindows ? path.win32 : path.posix;
	const isTrusted = (file: string) => !isBelow(rules, untrusted, file);
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
	// `process.env` ignores case on Windows, a copy of it does not.
	const name = isWindows ? Object.keys(variables).find(key => key.toUpperCase() === 'PATH') : 'PATH';
	return (name && variables[name]) ?? '';
}

/** `\bin` and `C:bin` depend on the current drive and folder. */
function isFullPath(folder: string, isWindows: boolean): boolean {
	return isWindows ? /^(?:[a-z]:[\\/]|[\\/]{2}[^\\/])/i.test(folder) : folder.startsWith('/');
}

/** `.bat` and `.cmd` need a shell, so only real programs count. */
function extensions(variables: ProgramLookup['variables']): readonly string[] {
	const known = (variables['PATHEXT'] || '.COM;.EXE').split(';');
	return known.filter(extension => /^\.(?:com|exe)$/i.test(extension));
}

function isBelow(rules: path.PlatformPath, folder: string, file: string): boolean {
	const relative = rules.relative(folder, file);
	return relative === '' || !(relative === '..' || relative.startsWith(`..${rules.sep}`) || rules.isAbsolute(relative));
}
