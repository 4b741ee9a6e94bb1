import { withLineFeeds } from '../../core/line-breaks.ts';
import { findFrontMatter } from '../markdown/front-matter.ts';
import type { Dialect } from './dialect.ts';

/** Whether front matter with these keys is that of a dialect. */
export function matchesDialect(dialect: Dialect, keys: ReadonlySet<string>): boolean {
	return dialect.detection.some(sign => 'keys' in sign && sign.keys.every(key => keys.has(key)));
}

/** Whether a file, by its text, is a document of a dialect: of a record the front matter tells, of a page its entries. */
export function looksLikeDialect(dialect: Dialect, written: string): boolean {
	const text = withLineFeeds(written);
	return (
		matchesDialect(dialect, keysAtAGlance(text)) ||
		(dialect.detection.some(sign => 'entries' in sign) && DATED_ENTRY.test(text))
	);
}

const DATED_ENTRY =
	/^ {0,3}[*+-][ \t]{1,4}(?:\*\*|__)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2}(?:st|nd|rd|th)?: /m;

/** Longer front matter is not looked through. */
const LONGEST = 20_000;

/** The keys of a text's front matter at a glance, without reading it as YAML. */
function keysAtAGlance(text: string): ReadonlySet<string> {
	const range = findFrontMatter(text)?.range;
	const head = range ? text.slice(range.start, Math.min(range.end, range.start + LONGEST)) : '';
	return new Set([...head.matchAll(/^([\w-]+):/gm)].map(([, key = '']) => key));
}
