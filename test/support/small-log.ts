import type { Configuration } from '../../src/core/configuration.ts';
import { DEFAULT_CONFIGURATION } from '../../src/core/configuration.ts';
import { FileKinds } from '../../src/log/kinds.ts';
import { Log, type LogOptions } from '../../src/log/log.ts';
import { throwDefect } from './defects.ts';

export const ROOT = 'file:///log';
export const CLOCK = { now: () => Date.UTC(2024, 8, 1, 12) };

/** Files as one string: each begins with a line `//- path`. */
export function filesIn(text: string): Map<string, string> {
	const parts = text.split(/^\/\/- (.+)\n/m).slice(1);
	const files = new Map<string, string>();
	for (let index = 0; index < parts.length; index += 2) {
		files.set(parts[index] ?? '', parts[index + 1] ?? '');
	}
	return files;
}

/** The same by URI, as an environment takes them. */
export function filesAt(root: string, text: string): Record<string, string> {
	return Object.fromEntries([...filesIn(text)].map(([path, content]) => [`${root}/${path}`, content]));
}

/** A log over the files of one string. */
export function smallLog(
	text: string,
	options: Partial<LogOptions> & { readonly configuration?: Configuration } = {},
): Log & { write(path: string, content: string): void; remove(path: string): void } {
	const { configuration = DEFAULT_CONFIGURATION } = options;
	const log = new Log({ root: ROOT, clock: CLOCK, rules: [], onDefect: throwDefect, ...options, configuration });
	const kinds = new FileKinds(ROOT, configuration, true);
	const write = (path: string, content: string) => {
		const uri = `${ROOT}/${path}`;
		const kind = kinds.kindOf(uri);
		if (kind === undefined) {
			throw new Error(`${path} is no document`);
		}
		log.set(uri, content, kind);
	};
	for (const [path, content] of filesIn(text)) {
		write(path, content);
	}
	return Object.assign(log, { write, remove: (path: string) => log.delete(`${ROOT}/${path}`) });
}
