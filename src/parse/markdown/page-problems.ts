import type { Range } from '../../core/range.ts';
import { CONFLICT, type Problem } from '../model/document.ts';
import { overlapping } from '../model/ranges.ts';
import type { Markdown } from './read-markdown.ts';

const CONFLICT_START = /^<{7} \S.*$/gm;
const CONFLICT_END = /^>{7} \S/m;

/** Finds the first conflict marker of a version control system in the body of a page, outside of code. */
export function findConflict(text: string, page: Markdown): Problem | undefined {
	if (!text.includes('<<<<<<< ', page.range.start) || !CONFLICT_END.test(text)) {
		return undefined;
	}
	for (const { index } of text.matchAll(CONFLICT_START)) {
		const range = { start: index, end: index + '<<<<<<<'.length };
		if (index >= page.range.start && overlapping(page.code, code => code, range).length === 0) {
			return { kind: 'syntax', range, message: CONFLICT, related: undefined };
		}
	}
	return undefined;
}

/** Front matter in other forms than YAML between `---`, by its first line. */
const OTHER_FRONT_MATTER: readonly (readonly [pattern: RegExp, found: string])[] = [
	[/^\+\+\+[ \t]*\n(?:[^\n]{0,200}\n){0,200}?\+\+\+[ \t]*(?:\n|$)/, 'Front matter in TOML'],
	[/^---[ \t]*toml[ \t]*\n/i, 'Front matter in TOML'],
	[/^---[ \t]*json[ \t]*\n/i, 'Front matter in JSON'],
	[/^;;;[ \t]*\n/, 'Front matter in JSON'],
	[/^\{[ \t]*\n[ \t]{0,8}"[^"\n]{1,100}"[ \t]*:/, 'Front matter in JSON'],
	[/^---[ \t]*ya?ml[ \t]*\n/i, 'Front matter opened with a language'],
];
/** In UTF-16 units. Longer front matter is not looked for. */
const MAX_FRONT_MATTER = 20_000;

/** The line that closes it, by the first character of its first line. */
const CLOSING: ReadonlyMap<string, RegExp> = new Map([
	['+', /\n\+\+\+[ \t]*(?:\n|$)/],
	['-', /\n---[ \t]*(?:\n|$)/],
	[';', /\n;;;[ \t]*(?:\n|$)/],
	['{', /\n\}[ \t]*(?:\n|$)/],
]);

/** Front matter that is not read, and the offset of the Markdown after it. */
export interface OtherFrontMatter {
	readonly problem: Problem;
	readonly bodyStart: number;
}

/** Finds front matter in TOML or JSON, which is not read. `start`: the offset after a byte-order mark. */
export function findOtherFrontMatter(text: string, start: number): OtherFrontMatter | undefined {
	const head = text.slice(start, start + MAX_FRONT_MATTER);
	const found = /^[+\-;{]/.test(head) ? OTHER_FRONT_MATTER.find(([pattern]) => pattern.test(head))?.[1] : undefined;
	if (found === undefined) {
		return undefined;
	}
	const range: Range = { start, end: start + (head.split('\n', 1)[0] ?? '').trimEnd().length };
	const message = `${found} is not read. Expected YAML between lines of \`---\`.`;
	const closing = CLOSING.get(head.charAt(0))?.exec(head);
	return {
		problem: { kind: 'syntax', range, message, related: undefined, hidesFields: true },
		bodyStart: closing ? start + closing.index + closing[0].length : start,
	};
}
