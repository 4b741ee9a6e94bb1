import picomatch from 'picomatch/posix.js';
import { globFault, withoutDotSlash } from '../core/glob.ts';

/** `s`: a name can contain a line break. */
const FLAGS = { flags: 's' };
/** The endings of documents match in any case: `A.YAML` is a record like `a.yaml`. */
const ENDING = /\.(?:ya?ml|md|markdown)$/i;

/**
 * Returns a function that matches relative paths (with `/`) against the globs of a configuration. Globs contain `*`,
 * `**`, `?`, `[abc]` and `{a,b}`; other characters are literal. An invalid glob (see `globFault`) matches nothing.
 */
export function globMatcher(globs: readonly string[]): (path: string) => boolean {
	const used = globs.filter(glob => globFault(glob) === undefined);
	return anyEndingCase(used.map(glob => picomatch(literal(glob), { ...FLAGS, noextglob: true, nonegate: true })));
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
	return withoutDotSlash(glob).replace(/[()|+$^\\]/g, '\\$&');
}
