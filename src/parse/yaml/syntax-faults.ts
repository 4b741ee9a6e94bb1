import type { ErrorCode, YAMLParseError } from 'yaml';
import type { Range } from '../../core/range.ts';
import { brief, TOO_DEEP } from './tree.ts';

/** What is wrong with a text's YAML, in words of ours, at a place in the text that the parser was given. */
export interface SyntaxFault {
	readonly range: Range;
	readonly message: string;
}

/** More than these in one file say nothing that the first ones do not. */
const MAX_FAULTS = 5;
/** So much of a line is enough to say what was found there. */
const MAX_FOUND_LENGTH = 200;

/** Parts of the parser's own messages, for those of its codes that stand for several faults. First match counts. */
const BY_TEXT: readonly (readonly [code: ErrorCode, text: string, message: string])[] = [
	['MISSING_CHAR', 'Comments must be', '`#` right behind a value; expected a space before a comment'],
	['MISSING_CHAR', 'Missing , or :', 'two values side by side; expected `,` or `:` between them'],
	['MISSING_CHAR', 'Missing , between', 'two values side by side; expected `,` between them'],
	['MISSING_CHAR', 'Missing space after', '`:` right before a value; expected a space behind it'],
	['MISSING_CHAR', 'Sequence item', 'a list item without a dash; expected `- ` before it'],
	['MISSING_CHAR', 'directives-end', 'a line that begins with `%`; expected `key: value`'],
	['BAD_INDENT', 'Block scalar', 'a line of text that is not indented; expected it further in than its key'],
	['BAD_INDENT', 'sequence items', 'a list item out of line with those before it; expected the same indentation'],
	['BAD_INDENT', 'mapping items', 'a key out of line with those before it; expected the same indentation'],
];

const BY_CODE: Readonly<Partial<Record<ErrorCode, string>>> = {
	ALIAS_PROPS: 'an alias with a tag or an anchor; expected the value itself',
	BAD_ALIAS: '`&` or `*` without a name; expected the text in quotes',
	BAD_DIRECTIVE: 'a line that begins with `%`; expected `key: value`',
	BAD_INDENT: 'an indentation that fits nothing above it; expected that of the lines before it',
	BLOCK_AS_IMPLICIT_KEY: 'a second `: ` in one value; expected the value in quotes',
	BLOCK_IN_FLOW: 'a second `: ` in one value; expected the value in quotes',
	KEY_OVER_1024_CHARS: 'a key longer than 1,024 characters; expected a short one',
	MULTILINE_IMPLICIT_KEY: 'a key over several lines; expected `key: value`',
	MULTIPLE_ANCHORS: 'several anchors on one value; expected none',
	MULTIPLE_DOCS: 'a second YAML document in one file; expected one',
	MULTIPLE_TAGS: 'several tags on one value; expected none',
	RESOURCE_EXHAUSTION: TOO_DEEP,
	TAB_AS_INDENT: 'a tab in the indentation; expected spaces',
};

/**
 * Translates the parser's errors: a small range within one line, a message that says what was found and expected. Of
 * several in neighbouring lines only the first is told.
 */
export function syntaxFaults(text: string, errors: readonly YAMLParseError[]): SyntaxFault[] {
	const places = errors.map(error => ({ range: { start: error.pos[0], end: error.pos[0] }, error }));
	return dropCascadingErrors(text, places).map(({ error }) => {
		const [from, to] = error.pos;
		const lineEnd = endOfLine(text, from);
		const found = text.slice(from, Math.min(lineEnd, from + MAX_FOUND_LENGTH));
		const start = from + (/^[ \t]*(?=\S)/.exec(found)?.[0].length ?? 0);
		const length = error.code === 'BAD_DQ_ESCAPE' ? 2 : 1;
		const end = Math.max(Math.min(to, lineEnd), Math.min(start + length, lineEnd), start);
		return { range: { start, end }, message: messageOf(error, found) };
	});
}

function messageOf(error: YAMLParseError, found: string): string {
	const byText = BY_TEXT.find(([code, text]) => error.code === code && error.message.includes(text))?.[2];
	const message = byText ?? BY_CODE[error.code];
	if (message !== undefined) {
		return message;
	}
	if (error.code === 'BAD_DQ_ESCAPE') {
		return `\`${brief(found.slice(0, 2))}\` is no escape within double quotes; expected single quotes, or \`\\\\\``;
	}
	if (error.code === 'BAD_SCALAR_START') {
		return `\`${brief(found.slice(0, 1))}\` at the head of a value; expected the value in quotes`;
	}
	const word = found.trim();
	return word === ''
		? 'the end of a line; expected a value'
		: `\`${brief(word)}\` where nothing may stand; expected a new line`;
}

/**
 * The slips worth telling, in order: of those in the same or in neighbouring lines only the first, as one leads to the
 * next.
 */
export function dropCascadingErrors<Placed extends { readonly range: Range }>(
	text: string,
	slips: readonly Placed[],
): Placed[] {
	const kept: Placed[] = [];
	let lineEnd = -1;
	let silentUntil = -1;
	for (const slip of [...slips].sort((a, b) => a.range.start - b.range.start)) {
		const { start, end } = slip.range;
		if (start > silentUntil) {
			if (kept.length === MAX_FAULTS) {
				break;
			}
			kept.push(slip);
		}
		// Thousands of errors in one line must not each look for its end.
		if (end > lineEnd) {
			lineEnd = endOfLine(text, end);
			silentUntil = endOfLine(text, lineEnd + 1);
		}
	}
	return kept;
}

/** Where the line that an offset is in ends, before its line break. */
export function endOfLine(text: string, offset: number): number {
	const next = text.indexOf('\n', offset);
	const end = next < 0 ? text.length : next;
	return end > offset && text[end - 1] === '\r' ? end - 1 : end;
}

export function startOfLine(text: string, offset: number): number {
	return offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}
