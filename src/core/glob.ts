/** UTF-16 units. */
const MAX_LENGTH = 200;
const MAX_GROUPS = 4;
/** How many wildcards may match in several ways at once: each one more multiplies the time by the length of the path. */
const MAX_OPEN_WILDCARDS = 3;

/** Why a glob in a configuration is rejected, as the two parts of a message. */
export interface GlobFault {
	readonly found: string;
	readonly expected: string;
}

/**
 * Returns why a glob is rejected: matching it could be slow, or no path of a log can match it. Undefined for a usable
 * glob. The cost is bounded because globs of an untrusted repository run on the user's machine.
 */
export function globFault(glob: string): GlobFault | undefined {
	const path = withoutDotSlash(glob);
	if (path === '') {
		return { found: 'is an empty glob', expected: 'one such as `incidents/**`' };
	}
	if (path.length > MAX_LENGTH) {
		return { found: `has ${path.length} characters`, expected: `at most ${MAX_LENGTH}` };
	}
	if (path.split('{').length - 1 > MAX_GROUPS) {
		return { found: 'has too many groups', expected: `at most ${MAX_GROUPS} groups \`{a,b}\`` };
	}
	if (countOpenWildcards(path) > MAX_OPEN_WILDCARDS) {
		return {
			found: 'could take too long to match',
			expected: `at most ${MAX_OPEN_WILDCARDS} \`**\`, a second \`*\` in a name counted like one`,
		};
	}
	const segments = path.split('/');
	if (segments.includes('..')) {
		return { found: 'leads out of the folder of the log', expected: 'a path below it' };
	}
	if (segments[0] === '' || /^[A-Za-z]:$/.test(segments[0] ?? '')) {
		return { found: 'is an absolute path', expected: 'one relative to the folder of the log' };
	}
	if (segments.at(-1) === '') {
		return { found: 'matches no file', expected: `\`${path}**\`` };
	}
	if (segments.includes('') || segments.includes('.')) {
		return { found: 'matches no file', expected: 'names between the slashes' };
	}
	return undefined;
}

/** Removes a leading `./`. */
export function withoutDotSlash(glob: string): string {
	return glob.replace(/^\.\//, '');
}

function countOpenWildcards(glob: string): number {
	return glob
		.split('/')
		.map(segment => (segment === '**' ? 1 : Math.max(0, (segment.match(/\*+/g)?.length ?? 0) - 1)))
		.reduce((sum, freedom) => sum + freedom, 0);
}
