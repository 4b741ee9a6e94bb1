import type { Range } from '../../src/core/range.ts';
import { type ExampleFile, readExample } from '../../src/rules/example.ts';

/**
 * The time of the clock in tests that set no other: 1 September 2024, 12:00 UTC. In milliseconds since
 * 1970-01-01T00:00Z.
 */
export const NOW = Date.UTC(2024, 8, 1, 12);
export const CLOCK = { now: () => NOW };

const CURSOR = '$0';

/** One text of a test, without its marks. Offsets are in UTF-16 code units of `text`. */
export interface FixtureText {
	readonly text: string;
	/** The ranges that `«…»` encloses, by their start. */
	readonly marks: readonly Range[];
	/** The offset of `$0`. */
	readonly cursor: number | undefined;
}

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
 * one record. `$0` is the cursor, and `«…»` encloses ranges, as in the examples of rules.
 */
export function readFixture(marked: string): Fixture {
	const files = new Map<string, string>();
	let cursor: FixtureCursor | undefined;
	for (const file of readExample({ caption: '', text: marked }).files) {
		if (!/^\/[^/]/.test(file.path)) {
			throw new Error(`Invalid path \`${file.path}\` in a fixture. Expected a path such as \`/incidents/a.yaml\`.`);
		}
		const path = file.path.slice(1);
		const { text, cursor: offset } = withoutCursor(file);
		if (offset !== undefined) {
			cursor = { path, offset };
		}
		files.set(path, text);
	}
	return { files, cursor };
}

/** Reads one text with the same marks and without a path. */
export function readText(marked: string): FixtureText {
	const [file = { text: '', marks: [] }] = readExample({ caption: '', text: marked }).files;
	return withoutCursor(file);
}

function withoutCursor({ text, marks }: Pick<ExampleFile, 'text' | 'marks'>): FixtureText {
	const cursor = text.indexOf(CURSOR);
	if (cursor < 0) {
		return { text, marks, cursor: undefined };
	}
	const shift = (offset: number) => (offset > cursor ? offset - CURSOR.length : offset);
	return {
		text: text.replace(CURSOR, ''),
		marks: marks.map(({ start, end }) => ({ start: shift(start), end: shift(end) })),
		cursor,
	};
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
