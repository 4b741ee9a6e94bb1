import type { Range } from '../../core/range.ts';
import type { MarkdownBody } from '../model/document.ts';
import { cutTo } from '../model/ranges.ts';

/** A paragraph as words, for readers of prose. */
export interface ProseParagraph {
	/** Offset in the document. */
	readonly start: number;
	/**
	 * The text from `start` on, where code, HTML, link targets, line breaks and asterisks are replaced by as many spaces:
	 * an offset into it plus `start` is an offset into the document. Ends with the last word.
	 */
	readonly text: string;
}

/** Returns the paragraphs of Markdown, or of a range of it, as words. Headings and table cells are paragraphs too. */
export function paragraphsOf(
	text: string,
	{ paragraphs, prose }: Pick<MarkdownBody, 'paragraphs' | 'prose'>,
	within?: Range,
): ProseParagraph[] {
	const found = within === undefined ? [...paragraphs] : cutTo(paragraphs, within);
	return found.map(paragraph => {
		const parts: string[] = [];
		let at = paragraph.start;
		for (const { start, end } of cutTo(prose, paragraph)) {
			parts.push(' '.repeat(start - at), text.slice(start, end).replaceAll('*', ' '));
			at = end;
		}
		return { start: paragraph.start, text: parts.join('') };
	});
}
