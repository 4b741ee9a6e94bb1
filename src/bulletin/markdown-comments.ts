import type { MarkdownIt, StateBlock, StateInline } from 'markdown-it';

const OPEN = '<!--';
const CLOSE = '-->';

/**
 * Takes comments out of what markdown-it renders: they are for the tools (directives, stated facts, suppressions), and
 * with `html: false` they would be shown as text. A comment that is not closed is text, as it is while it is typed.
 */
export function withoutComments(markdown: MarkdownIt): void {
	markdown.block.ruler.before('paragraph', 'comment', commentBlock, { alt: ['paragraph', 'reference', 'blockquote'] });
	markdown.inline.ruler.before('autolink', 'comment', commentInline);
}

/** Where in a text the search for an end of a comment failed: what begins later need not be searched for again. */
const unclosedFrom = new WeakMap<object, { readonly text: string; readonly at: number }>();

function endOfComment(text: string, at: number, env: object): number {
	const failed = unclosedFrom.get(env);
	if (failed?.text === text && failed.at <= at) {
		return -1;
	}
	const close = text.indexOf(CLOSE, at + OPEN.length);
	if (close < 0) {
		unclosedFrom.set(env, { text, at });
	}
	return close < 0 ? -1 : close + CLOSE.length;
}

/** One or several lines that hold a comment and nothing else. */
function commentBlock(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
	const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
	if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4 || !state.src.startsWith(OPEN, start)) {
		return false;
	}
	const end = endOfComment(state.src, start, state.env);
	if (end < 0) {
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

function commentInline(state: StateInline): boolean {
	if (!state.src.startsWith(OPEN, state.pos)) {
		return false;
	}
	const end = endOfComment(state.src, state.pos, state.env);
	if (end < 0 || end > state.posMax) {
		return false;
	}
	state.pos = end;
	return true;
}
