import { withLineFeeds } from '../../core/line-breaks.ts';
import { findFrontMatter } from '../markdown/front-matter.ts';
import type { Dialect } from './dialect.ts';

/** Whether front matter with these keys matches a detection rule of a dialect. */
export function matchesDialect(dialect: Dialect, keys: ReadonlySet<string>): boolean {
	return dialect.detection.some(rule => 'keys' in rule && rule.keys.every(key => keys.has(key)));
}

/** Whether a text matches a detection rule of a dialect: by the front matter of a record, or by the entries of a bulletin. */
export function looksLikeDialect(dialect: Dialect, written: string): boolean {
	const text = withLineFeeds(written);
	return (
		matchesDialect(dialect, scanKeys(text)) ||
		(dialect.detection.some(rule => 'entries' in rule) && DATED_ENTRY.test(text))
	);
}

/** The dialect of a record by the keys of its front matter. Undefined if no dialect has a rule for them. */
export function detectDialect(dialects: readonly Dialect[], written: string): Dialect | undefined {
	const keys = scanKeys(withLineFeeds(written));
	return dialects.find(dialect => matchesDialect(dialect, keys));
}

const DATED_ENTRY =
	/^ {0,3}[*+-][ \t]{1,4}(?:\*\*|__)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2}(?:st|nd|rd|th)?: /m;

/** In UTF-16 code units. The rest of longer front matter is not scanned. */
const MAX_FRONT_MATTER = 20_000;

/** The top-level keys of a text's front matter, by lines: faster than reading it as YAML. */
export function scanKeys(text: string): ReadonlySet<string> {
	const range = findFrontMatter(text)?.range;
	const head = range ? text.slice(range.start, Math.min(range.end, range.start + MAX_FRONT_MATTER)) : '';
	return new Set([...head.matchAll(/^([\w-]+):/gm)].map(([, key = '']) => key));
}
