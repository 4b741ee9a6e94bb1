import type { Range } from '../../core/range.ts';
import type { Fix } from '../../core/text-edit.ts';
import { quoted } from './words.ts';

/** Returns a fix that replaces the text of a range. */
export function write(range: Range, newText: string, kind: 'safe' | 'suggested'): Fix {
	return { title: `Change to ${quoted(newText)}`, edits: [{ range, newText }], safe: kind === 'safe' };
}
