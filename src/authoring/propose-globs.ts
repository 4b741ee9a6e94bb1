import { escapeGlob } from '../core/glob.ts';

/** Folders with fewer records than files by this share get a glob for the names of the records. */
const MIN_SHARE = 0.8;
/** File names that are listed one by one if no pattern fits. */
const MAX_LISTED = 10;

/** A test of a file name, and the glob that matches the same names. */
type Pattern = readonly [matches: (name: string) => boolean, glob: string];

const DATED = /^\d{4}-\d{2}-\d{2}/u;
const DIGIT = /^\d/u;
const FIRST_WORD = /^\p{L}{2,}/u;

/**
 * The fewest globs that match some files of one kind and few others. Paths are segments below the root; `others` are the
 * candidate files that are none of these.
 */
export function proposeGlobs(paths: readonly (readonly string[])[], others: readonly (readonly string[])[]): string[] {
	const globs: string[] = [];
	let rest = paths;
	for (const folder of topFolders(paths)) {
		const inside = rest.filter(path => isBelow(folder, path));
		const strangers = others.filter(path => isBelow(folder, path));
		if (inside.length === 0) {
			continue;
		}
		rest = rest.filter(path => !isBelow(folder, path));
		globs.push(...globsIn(folder, inside, strangers));
	}
	return [...new Set(globs)];
}

/** One glob for a folder and those below it if almost all of its files are records; otherwise by the names of the files. */
function globsIn(
	folder: readonly string[],
	paths: readonly (readonly string[])[],
	others: readonly (readonly string[])[],
): string[] {
	const share = paths.length / (paths.length + others.length);
	const prefix = folder.map(segment => `${escapeGlob(segment)}/`).join('');
	const endings = endingsOf(paths);
	if (share >= MIN_SHARE && folder.length > 0) {
		const isFlat = paths.every(path => path.length === folder.length + 1);
		const name = commonName(paths);
		return name === undefined || isFlat
			? [`${prefix}${isFlat ? '' : '**/'}*${endings}`]
			: [`${prefix}*/${escapeGlob(name)}`];
	}
	const flat = paths.filter(path => path.length === folder.length + 1);
	const deep = paths.filter(path => path.length > folder.length + 1);
	const strangers = others.filter(path => path.length === folder.length + 1).map(path => path.at(-1) ?? '');
	const below = [...new Set(deep.map(path => path[folder.length] ?? ''))].flatMap(name => {
		const sub = [...folder, name];
		return globsIn(
			sub,
			deep.filter(path => isBelow(sub, path)),
			others.filter(path => isBelow(sub, path)),
		);
	});
	return [...namePatterns(flat, strangers, prefix), ...below];
}

/** Patterns of file names in the order of preference: dated, numbered, or beginning with the same word. */
function namePatterns(paths: readonly (readonly string[])[], others: readonly string[], prefix: string): string[] {
	const names = paths.map(path => path.at(-1) ?? '');
	if (names.length === 0) {
		return [];
	}
	const endings = endingsOf(paths);
	const patterns: readonly Pattern[] = [
		[() => true, `*${endings}`],
		[name => DATED.test(name), `[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*${endings}`],
		[name => DIGIT.test(name), `[0-9]*${endings}`],
		...wordPatterns(names, endings),
	];
	const fitting = patterns.find(([matches]) => names.every(matches) && !others.some(matches));
	if (fitting) {
		return [prefix + fitting[1]];
	}
	if (names.length <= MAX_LISTED) {
		return names.map(name => prefix + escapeGlob(name));
	}
	return [`${prefix}*${endings}`];
}

/** `INCIDENT-*` and `*postmortem*` for names that share this word. */
function wordPatterns(names: readonly string[], endings: string): Pattern[] {
	const first = FIRST_WORD.exec(names[0] ?? '')?.[0];
	const words = ['postmortem', 'post-mortem', 'incident', 'outage', 'rca'];
	return [
		...(first === undefined ? [] : [[(name: string) => name.startsWith(first), `${first}*${endings}`] as const]),
		...words.map(
			word => [(name: string) => name.toLowerCase().includes(word), `*${anyCaseWord(word)}*${endings}`] as const,
		),
	];
}

function anyCaseWord(word: string): string {
	return word.replace(/\p{L}/gu, letter => `[${letter}${letter.toUpperCase()}]`);
}

/** `.md`, or `.{md,yaml}` for several. */
function endingsOf(paths: readonly (readonly string[])[]): string {
	const endings = [
		...new Set(paths.map(path => /\.([^.]+)$/u.exec(path.at(-1) ?? '')?.[1]?.toLowerCase() ?? '')),
	].sort();
	return endings.includes('') ? '' : endings.length === 1 ? `.${endings[0]}` : `.{${endings.join(',')}}`;
}

function commonName(paths: readonly (readonly string[])[]): string | undefined {
	const [first] = paths;
	const name = first?.at(-1);
	return name !== undefined && paths.every(path => path.at(-1) === name && path.length === first?.length)
		? name
		: undefined;
}

/** The folders directly below which the paths divide: the deepest folder of all, or the first folders if it is the root. */
function topFolders(paths: readonly (readonly string[])[]): (readonly string[])[] {
	const folders = paths.map(path => path.slice(0, -1));
	const common = folders.reduce((one, other) => {
		const length = one.findIndex((segment, i) => segment !== other[i]);
		return length < 0 ? one : one.slice(0, length);
	}, folders[0] ?? []);
	if (common.length > 0) {
		return [common];
	}
	const firsts = new Map(folders.map(folder => [folder[0] ?? '', folder.slice(0, 1)]));
	// Files at the root come last, so that they do not take those in folders.
	return [...firsts.values()].sort((one, other) => other.length - one.length);
}

function isBelow(folder: readonly string[], path: readonly string[]): boolean {
	return path.length > folder.length && folder.every((segment, i) => segment === path[i]);
}
