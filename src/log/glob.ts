import picomatch from 'picomatch/posix.js';

const MAX_LENGTH = 200;
const MAX_GROUPS = 4;
/** In how many ways at once a glob may try to match: each one more multiplies the time by the length of the path. */
const MAX_FREEDOM = 3;

/**
 * Whether a path (with `/`, relative) matches one of the globs of a configuration. They know `*`, `**`, `?`, `[abc]` and
 * `{a,b}`; every other letter stands for itself. A repository's globs run on the machine of whoever opens it, so what a
 * regular expression could do with them is kept out, and one that could take long matches nothing (see `isGlob`).
 */
export function globMatcher(globs: readonly string[]): (path: string) => boolean {
	const matchers = globs.filter(isGlob).map(glob => picomatch(literal(glob), { noextglob: true, nonegate: true }));
	return path => matchers.some(matches => matches(path));
}

/** Whether a text is a glob that will be used. */
export function isGlob(glob: string): boolean {
	const path = glob.replace(/^\.\//, '');
	const groups = path.split('{').length - 1;
	return path !== '' && path.length <= MAX_LENGTH && groups <= MAX_GROUPS && freedomOf(path) <= MAX_FREEDOM;
}

function freedomOf(glob: string): number {
	return glob
		.split('/')
		.map(segment => (segment === '**' ? 1 : Math.max(0, (segment.match(/\*+/g)?.length ?? 0) - 1)))
		.reduce((sum, freedom) => sum + freedom, 0);
}

function literal(glob: string): string {
	return glob.replace(/^\.\//, '').replace(/[()|+$^\\]/g, '\\$&');
}
