import type { MarkdownIt, StateBlock, StateInline } from 'markdown-it';
import { COMMENT_OPENING, commentEnd } from './raw-html.ts';

/**
 * Makes markdown-it skip HTML comments: they contain directives, fields and suppressions, and `html: false` shows them as
 * text. An unclosed comment is text, so that the rest of a page remains visible while a comment is typed.
 */
export function skipComments(markdown: MarkdownIt): void {
	markdown.block.ruler.before('paragraph', 'comment', commentBlock, { alt: ['paragraph', 'reference', 'blockquote'] });
	markdown.inline.ruler.before('autolink', 'comment', commentInline);
}

/** The key in the environment of a markdown-it run for the offset at which the search for the end of a comment failed. */
const UNCLOSED = Symbol('unclosed comment');

interface Unclosed {
	readonly text: string;
	readonly at: number;
}

/** Like `commentEnd`. Remembers a failed search: searching again from each `<!--` is quadratic. */
function endOfComment(text: string, at: number, env: StateBlock['env']): number | undefined {
	const failed = env[UNCLOSED] as Unclosed | undefined;
	if (failed?.text === text && failed.at <= at) {
		return undefined;
	}
	const end = commentEnd(text, at);
	if (end === undefined) {
		env[UNCLOSED] = { text, at } satisfies Unclosed;
	}
	return end;
}

/** Skips lines that contain one comment and nothing else. */
function commentBlock(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
	const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
	if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4 || !state.src.startsWith(COMMENT_OPENING, start)) {
		return false;
	}
	const end = endOfComment(state.src, start, state.env);
	if (end === undefined) {
		return false;
	}
	let line = startLine;
	while (line < endLine && (state.eMarks[line] ?? 0) < end) {
		line++;
	}
	if (line >= endLine || state.src.slice(end, state.eMarks[line]).trim() !== '') {
		return false;
	}
	if (!silent) {
		state.line = line + 1;
	}
	return true;
}

/** Skips a comment in a line. */
function commentInline(state: StateInline): boolean {
	if (!state.src.startsWith(COMMENT_OPENING, state.pos)) {
		return false;
	}
	const end = endOfComment(state.src, state.pos, state.env);
	if (end === undefined || end > state.posMax) {
		return false;
	}
	state.pos = end;
	return true;
}
