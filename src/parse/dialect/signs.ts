import { findFrontMatter } from '../front-matter.ts';
import type { Dialect } from './dialect.ts';

/** Whether front matter with these keys is that of a dialect. */
export function bearsSigns(dialect: Dialect, keys: ReadonlySet<string>): boolean {
	return dialect.signs.some(sign => 'keys' in sign && sign.keys.every(key => keys.has(key)));
}

/** Longer front matter is not looked through. */
const LONGEST = 20_000;

/** The keys of a text's front matter at a glance, without reading it as YAML. */
export function keysAtAGlance(text: string): ReadonlySet<string> {
	const range = findFrontMatter(text)?.range;
	const head = range ? text.slice(range.start, Math.min(range.end, range.start + LONGEST)) : '';
	return new Set([...head.matchAll(/^([\w-]+):/gm)].map(([, key = '']) => key));
}
