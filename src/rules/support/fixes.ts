import type { Range } from '../../core/range.ts';
import type { Fix } from '../../core/text-edit.ts';
import { quoted } from './words.ts';

/** A fix that writes something else at one place. */
export function write(range: Range, newText: string, kind: 'safe' | 'suggested'): Fix {
	return { title: `Change to ${quoted(newText)}`, edits: [{ range, newText }], safe: kind === 'safe' };
}
