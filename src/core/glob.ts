/** In UTF-16 code units. */
const MAX_LENGTH = 200;
const MAX_GROUPS = 4;
/** Wildcards that can backtrack. Each one multiplies the matching time by the length of the path. */
const MAX_BACKTRACKING_WILDCARDS = 3;

/** Why a glob in a configuration is rejected, for a message `Invalid glob: <detail>. Expected <expected>.` */
export interface GlobFault {
	readonly detail: string;
	readonly expected: string;
}

/**
 * Returns why a glob is rejected: matching it could be slow, or no path of a log can match it. Undefined for a usable
 * glob. The matching time is limited because globs of an untrusted repository run on the user's machine.
 */
export function globFault(glob: string): GlobFault | undefined {
	const { path } = parseGlob(glob);
	if (path === '') {
		return { detail: 'it is empty', expected: 'a glob such as `incidents/**`' };
	}
	if (path.length > MAX_LENGTH) {
		return { detail: `it has ${path.length} characters`, expected: `at most ${MAX_LENGTH} characters` };
	}
	if (path.split('{').length - 1 > MAX_GROUPS) {
		return { detail: 'it has too many groups', expected: `at most ${MAX_GROUPS} groups \`{a,b}\`` };
	}
	if (countBacktrackingWildcards(path) > MAX_BACKTRACKING_WILDCARDS) {
		return {
			detail: 'matching it could take too long',
			expected: `at most ${MAX_BACKTRACKING_WILDCARDS} \`**\`, counting a second \`*\` in a name as one`,
		};
	}
	const segments = path.split('/');
	if (segments.includes('..')) {
		return { detail: 'it leads out of the log root', expected: 'a path below the log root' };
	}
	if (segments[0] === '' || /^[A-Za-z]:$/.test(segments[0] ?? '')) {
		return { detail: 'it is absolute', expected: 'a path relative to the log root' };
	}
	if (segments.at(-1) === '') {
		return { detail: 'it matches no file', expected: `\`${path}**\`` };
	}
	if (segments.includes('') || segments.includes('.')) {
		return { detail: 'it matches no file', expected: 'names between the slashes' };
	}
	return undefined;
}

/**
 * Returns why a list of globs cannot have the effect of one of them: an exception without a glob before it. Undefined if
 * the position of the glob at `index` is right.
 */
export function globOrderFault(globs: readonly string[], index: number): GlobFault | undefined {
	const isException = (glob: string) => parseGlob(glob).isException;
	return isException(globs[index] ?? '') && globs.slice(0, index).every(isException)
		? { detail: 'it is an exception from no glob', expected: 'a glob before it, such as `incidents/**`' }
		: undefined;
}

/** A glob without its `!` and a leading `./`. An exception takes back the matches of the globs before it in a list. */
export function parseGlob(glob: string): { readonly path: string; readonly isException: boolean } {
	const isException = glob.startsWith('!');
	return { path: glob.slice(isException ? 1 : 0).replace(/^\.\//, ''), isException };
}

function countBacktrackingWildcards(glob: string): number {
	return glob
		.split('/')
		.map(segment => (segment === '**' ? 1 : Math.max(0, (segment.match(/\*+/g)?.length ?? 0) - 1)))
		.reduce((sum, count) => sum + count, 0);
}

/** A name as a glob that matches it: characters with a meaning in globs match any one character. */
export function escapeGlob(name: string): string {
	return name.replace(/[*?[\]{}]/gu, '?');
}
