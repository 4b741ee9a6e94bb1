import picomatch from 'picomatch/posix.js';
import { globFault, withoutDotSlash } from '../core/glob.ts';

/** `s`: a name may hold a line break. */
const FLAGS = { flags: 's' };
/** The endings of documents, which are read in any case: `A.YAML` is a record like `a.yaml`. */
const ENDING = /\.(?:ya?ml|md|markdown)$/i;

/**
 * Whether a path (with `/`, relative) matches one of the globs of a configuration. They know `*`, `**`, `?`, `[abc]` and
 * `{a,b}`; every other letter stands for itself. A glob with a fault (see `globFault`) matches nothing.
 */
export function globMatcher(globs: readonly string[]): (path: string) => boolean {
	const used = globs.filter(glob => globFault(glob) === undefined);
	return anyEndingCase(used.map(glob => picomatch(literal(glob), { ...FLAGS, noextglob: true, nonegate: true })));
}

/** The same for a glob of our own, which may use all that picomatch knows. */
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
