import type { Range } from '../../core/range.ts';
import { cutTo } from '../model/ranges.ts';
import type { InlineText } from './inline.ts';

/** A paragraph as a reader of its words sees it. */
export interface ProseParagraph {
	/** Where it begins in the document. */
	readonly start: number;
	/**
	 * As long as the paragraph in the document, so that places in the one are places in the other: code, comments, link
	 * targets, line ends and asterisks are spaces.
	 */
	readonly text: string;
}

/** The paragraphs of a document, or of a part of it, as plain words. */
export function paragraphsOf(text: string, inline: InlineText, within?: Range): ProseParagraph[] {
	const paragraphs = within === undefined ? inline.paragraphs : cutTo(inline.paragraphs, within);
	return paragraphs.map(paragraph => {
		const parts: string[] = [];
		let at = paragraph.start;
		for (const { start, end } of cutTo(inline.prose, paragraph)) {
			parts.push(' '.repeat(start - at), text.slice(start, end).replaceAll('*', ' '));
			at = end;
		}
		return { start: paragraph.start, text: parts.join('') };
	});
}
