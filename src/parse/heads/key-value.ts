import { trimmed } from '../model/ranges.ts';
import { type HeadField, type HeadSource, textNode } from './head-field.ts';

const KEY_LINE = /^(\p{L}[^\n:：*|]{0,40})[:：].*$/u;
const MAX_LINE_LENGTH = 2000;

/**
 * `Key: value` lines at the start of a file, as in Pelican and MultiMarkdown. Markdown would read the last of them as a
 * heading if a line of dashes follows.
 */
export function* readKeyValueLines({ text, data }: HeadSource): Iterable<HeadField> {
	let start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
	while (data === undefined && start < text.length) {
		const newline = text.indexOf('\n', start);
		const end = newline < 0 ? text.length : newline;
		const label = KEY_LINE.exec(text.slice(start, Math.min(end, start + MAX_LINE_LENGTH)).trimEnd())?.[1];
		if (label === undefined) {
			return;
		}
		const key = { start, end: start + label.length };
		const value = trimmed(text, { start: key.end + 1, end });
		const node = textNode(text, value, key);
		yield { label, form: 'key-value', node, fullRange: { start, end }, isWeak: false, section: undefined };
		start = end + 1;
	}
}
