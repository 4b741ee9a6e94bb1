import { readExample } from '../../src/rules/example.ts';

/** The noon at which the clock of a test stands, unless the test sets another. */
export const NOW = Date.UTC(2024, 8, 1, 12);
export const CLOCK = { now: () => NOW };

const CURSOR = '$0';

export interface FixtureCursor {
	/** From the root of the log, without a slash before it. */
	readonly path: string;
	/** In UTF-16 code units. */
	readonly offset: number;
}

/** The files of a test, without their marks. */
export interface Fixture {
	/** Texts by path from the root of the log, without a slash before it: `incidents/a.yaml`. */
	readonly files: ReadonlyMap<string, string>;
	/** The position of `$0`. */
	readonly cursor: FixtureCursor | undefined;
}

/** The files of a test: as one text in the format that `readFixture` reads, or as texts by path. */
export type FixtureFiles = string | ReadonlyMap<string, string> | Readonly<Record<string, string>>;

/**
 * Reads the one format in which tests write files. Each file follows a line `//- /path`; a text without such a line is
 * one record. `$0` is the cursor; `«…»` encloses ranges, as in the examples of rules.
 */
export function readFixture(marked: string): Fixture {
	const files = new Map<string, string>();
	let cursor: FixtureCursor | undefined;
	for (const { path: rooted, text } of readExample({ caption: '', text: marked }).files) {
		const path = rooted.replace(/^\//, '');
		const offset = text.indexOf(CURSOR);
		if (offset >= 0) {
			cursor = { path, offset };
		}
		files.set(path, text.replace(CURSOR, ''));
	}
	return { files, cursor };
}

/** Reads one text with a cursor in it. */
export function readCursor(marked: string): { readonly text: string; readonly offset: number } {
	return { text: marked.replace(CURSOR, ''), offset: marked.indexOf(CURSOR) };
}

/** Returns the texts of files by path. */
export function filesIn(files: FixtureFiles): ReadonlyMap<string, string> {
	if (typeof files === 'string') {
		return readFixture(files).files;
	}
	return files instanceof Map ? files : new Map(Object.entries(files));
}

/** Returns the texts of files by URI, as a `MemoryEnvironment` takes them. */
export function filesAt(root: string, files: FixtureFiles): Record<string, string> {
	return Object.fromEntries([...filesIn(files)].map(([path, text]) => [`${root}/${path}`, text]));
}
