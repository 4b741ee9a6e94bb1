import type { ErrorCode, YAMLError } from 'yaml';
import type { Range } from '../../core/range.ts';
import { brief, TOO_DEEP } from './tree.ts';

/** A syntax fault with our own message. The range is in the text passed to the parser. */
export interface SyntaxFault {
	readonly range: Range;
	readonly message: string;
	/** The text that corrects the range. */
	readonly corrected?: string;
}

/** Limit per file: further faults add no information. */
const MAX_FAULTS = 5;
/** Limit for the part of a line that is inspected for a message. */
const MAX_FOUND_LENGTH = 200;

/**
 * The only place where messages of the `yaml` package choose ours, for codes that stand for several faults. `text` is a
 * part of the package's message; the first match wins. A test provokes each of them.
 */
export const BY_TEXT: readonly (readonly [code: ErrorCode, text: string, message: string])[] = [
	[
		'MISSING_CHAR',
		'Comments must be',
		'Missing space before the comment `#`. Expected a space between a value and a comment.',
	],
	['MISSING_CHAR', 'Missing , or :', 'Missing separator between two values. Expected `,` or `:`.'],
	['MISSING_CHAR', 'Missing , between', 'Missing separator between two values. Expected `,`.'],
	['MISSING_CHAR', 'Sequence item', 'List item without a dash. Expected `- ` before the item.'],
	['MISSING_CHAR', 'directives-end', 'Unexpected directive: the line begins with `%`. Expected `key: value`.'],
	['MISSING_CHAR', 'Block scalars with', 'Block text without indentation. Expected more indentation than its key has.'],
	[
		'BAD_INDENT',
		'sequence items',
		'List item with a different indentation. Expected the indentation of the items before it.',
	],
	['BAD_INDENT', 'mapping items', 'Key with a different indentation. Expected the indentation of the keys before it.'],
];

const BY_CODE: Readonly<Partial<Record<ErrorCode, string>>> = {
	ALIAS_PROPS: 'Alias with a tag or an anchor. Expected the value itself.',
	BAD_ALIAS: 'Anchor or alias without a name: the value begins with `&` or `*`. Expected the text in quotes.',
	BAD_DIRECTIVE: 'Unexpected directive: the line begins with `%`. Expected `key: value`.',
	BAD_INDENT: 'Inconsistent indentation. Expected the indentation of the lines before it.',
	BLOCK_AS_IMPLICIT_KEY: 'Second `: ` in one value. Expected the value in quotes.',
	BLOCK_IN_FLOW: 'Second `: ` in one value. Expected the value in quotes.',
	KEY_OVER_1024_CHARS: 'Key too long: more than 1024 characters. Expected at most 1024 characters.',
	MULTILINE_IMPLICIT_KEY: 'Key on several lines. Expected `key: value`.',
	MULTIPLE_ANCHORS: 'Several anchors on one value. Expected no anchor.',
	MULTIPLE_DOCS: 'Second YAML document in one file. Expected one document.',
	MULTIPLE_TAGS: 'Several tags on one value. Expected no tag.',
	RESOURCE_EXHAUSTION: TOO_DEEP,
	TAB_AS_INDENT: 'Tab in the indentation. Expected spaces.',
};

/**
 * Translates the parser's errors and warnings to faults with a small range within one line. Of several errors on neighbouring lines
 * only the first is kept.
 */
export function syntaxFaults(text: string, errors: readonly YAMLError[]): SyntaxFault[] {
	const located = errors.map(error => ({ range: { start: error.pos[0], end: error.pos[0] }, error }));
	return dropCascadingErrors(text, located).map(({ error }) => {
		const [from, to] = error.pos;
		const lineEnd = endOfLine(text, from);
		const found = text.slice(from, Math.min(lineEnd, from + MAX_FOUND_LENGTH));
		const start = from + (/^[ \t]*(?=\S)/.exec(found)?.[0].length ?? 0);
		const length = error.code === 'BAD_DQ_ESCAPE' ? 2 : 1;
		const end = Math.max(Math.min(to, lineEnd), Math.min(start + length, lineEnd), start);
		return { range: { start, end }, message: messageOf(error, found) };
	});
}

function messageOf(error: YAMLError, found: string): string {
	const byText = BY_TEXT.find(([code, text]) => error.code === code && error.message.includes(text))?.[2];
	const message = byText ?? BY_CODE[error.code];
	if (message !== undefined) {
		return message;
	}
	if (error.code === 'BAD_DQ_ESCAPE') {
		return `Unknown escape \`${brief(found.slice(0, 2))}\` in double quotes. Expected single quotes, or \`\\\\\`.`;
	}
	if (error.code === 'BAD_SCALAR_START') {
		return `Unquoted value begins with \`${brief(found.slice(0, 1))}\`. Expected the value in quotes.`;
	}
	if (error.code === 'TAG_RESOLVE_FAILED') {
		const [from, to] = error.pos;
		return `Unquoted value begins with \`!\`, which makes \`${brief(found.slice(0, to - from))}\` a tag. Expected the value in quotes.`;
	}
	const word = found.trim();
	return word === ''
		? 'Missing value at the end of the line. Expected a value.'
		: `Unexpected text \`${brief(word)}\`. Expected a new line.`;
}

/**
 * Returns the faults to report, ordered by offset: of those on the same or neighbouring lines only the first, because
 * one syntax error causes the next.
 */
export function dropCascadingErrors<Placed extends { readonly range: Range }>(
	text: string,
	faults: readonly Placed[],
): Placed[] {
	const kept: Placed[] = [];
	let lineEnd = -1;
	let cascadeEnd = -1;
	for (const fault of [...faults].sort((a, b) => a.range.start - b.range.start)) {
		const { start, end } = fault.range;
		if (start > cascadeEnd) {
			if (kept.length === MAX_FAULTS) {
				break;
			}
			kept.push(fault);
		}
		// Searches for the end of a line once, not once per error: one line can have thousands.
		if (end > lineEnd) {
			lineEnd = endOfLine(text, end);
			cascadeEnd = endOfLine(text, lineEnd + 1);
		}
	}
	return kept;
}

/** The end of the line that contains an offset, before its line break. */
export function endOfLine(text: string, offset: number): number {
	const next = text.indexOf('\n', offset);
	const end = next < 0 ? text.length : next;
	return end > offset && text[end - 1] === '\r' ? end - 1 : end;
}

export function startOfLine(text: string, offset: number): number {
	return offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}
