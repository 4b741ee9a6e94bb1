import picomatch from 'picomatch/posix.js';
import { globFault, parseGlob } from '../core/glob.ts';

/** `s`: a name can contain a line break. */
const FLAGS = { flags: 's' };
/** The endings of documents match in any case: `A.YAML` is a record like `a.yaml`. */
const ENDING = /\.(?:ya?ml|md|markdown)$/i;

/**
 * Returns a function that matches relative paths (with `/`) against the globs of a configuration. Globs contain `*`,
 * `**`, `?`, `[abc]` and `{a,b}`; other characters are literal. `!` at the start makes an exception: the last glob that
 * matches a path decides, as in `.gitignore`. An invalid glob (see `globFault`) matches nothing.
 */
export function globMatcher(globs: readonly string[]): (path: string) => boolean {
	const decide = lastMatch(globs);
	return path => decide([path]);
}

/** Like `globMatcher`, for files to leave out, by path segments: a glob that matches a folder matches all files in it. */
export function exclusionMatcher(globs: readonly string[]): (path: readonly string[]) => boolean {
	const decide = lastMatch(globs);
	return path => globs.length > 0 && decide(path.map((_, index) => path.slice(0, index + 1).join('/')));
}

/** Returns a function that is true if the last glob that matches any of some paths is not an exception. */
function lastMatch(globs: readonly string[]): (paths: readonly string[]) => boolean {
	const fromLast = globs
		.filter(glob => globFault(glob) === undefined)
		.map(parseGlob)
		.map(({ path, isException }) => ({
			isException,
			matches: anyEndingCase([picomatch(literal(path), { ...FLAGS, noextglob: true, nonegate: true })]),
		}))
		.reverse();
	return paths => fromLast.find(({ matches }) => paths.some(matches))?.isException === false;
}

/** Like `globMatcher`, for built-in globs, which may use the whole syntax of picomatch. */
export function trustedGlobMatcher(glob: string): (path: string) => boolean {
	return anyEndingCase([picomatch(glob, FLAGS)]);
}

/** Matches a path by its ending as written and in lower case. */
function anyEndingCase(matchers: readonly ((path: string) => boolean)[]): (path: string) => boolean {
	return path => {
		const lower = path.replace(ENDING, ending => ending.toLowerCase());
		return matchers.some(matches => matches(path) || (lower !== path && matches(lower)));
	};
}

function literal(glob: string): string {
	return glob.replace(/[()|+$^\\]/g, '\\$&');
}
