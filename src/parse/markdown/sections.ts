import type { Located, Range } from '../../core/range.ts';
import type { Block } from '../model/block.ts';
import type { Section } from '../model/document.ts';
import { trimmed } from '../model/ranges.ts';

/** Returns the sections of a page, each from its heading. Headings in quotes and lists do not begin a section. */
export function sectionsOf(text: string, blocks: readonly Block[], body: Range): Section[] {
	const headings = blocks.filter(block => block.type === 'heading' && block.depth === 0);
	const ends: number[] = [];
	/** A stack of the starts of the following headings, nearest last, with increasing rank from top to bottom. */
	const following: { level: number; start: number }[] = [];
	for (let i = headings.length - 1; i >= 0; i--) {
		const heading = headings[i];
		if (heading === undefined) {
			continue;
		}
		while ((following.at(-1)?.level ?? 0) > heading.level) {
			following.pop();
		}
		ends[i] = following.at(-1)?.start ?? body.end;
		following.push({ level: heading.level, start: heading.range.start });
	}
	return headings.map((heading, i) => {
		const end = ends[i] ?? body.end;
		return {
			level: heading.level,
			title: plainText(text, heading.text[0] ?? { start: heading.range.end, end: heading.range.end }),
			range: { start: heading.range.start, end },
			content: { start: heading.range.end, end },
		};
	});
}

/** Finds a section by one of its names, compared without case, numbering and punctuation: "3. Timeline:" is `timeline`. */
export function findSection(sections: readonly Section[], names: readonly string[]): Section | undefined {
	return sections.find(section => names.includes(sectionName(section)));
}

/** Normalises the title of a section for `findSection`. */
export function sectionName(section: Section): string {
	return section.title.value
		.toLowerCase()
		.replace(/^[\d.)\s]+/, '')
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}

/** In characters. */
const MAX_TITLE_LENGTH = 1000;

/** Returns the text of one line of Markdown, such as a heading or a table cell, without markup. Cuts a very long line. */
export function plainText(text: string, range: Range): Located<string> {
	let { start, end } = trimmed(text, { start: range.start, end: Math.min(range.end, range.start + MAX_TITLE_LENGTH) });
	for (let mark = outerMark(text, start, end); mark !== undefined; mark = outerMark(text, start, end)) {
		start += mark.length;
		end -= mark.length;
	}
	const value = withoutComments(text.slice(start, end))
		.replace(/!?\[([^[\]]{0,500})\]\([^()\s]{0,1000}\)/g, '$1')
		.replace(/[*`]|~~|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '')
		.replace(/\s+/g, ' ')
		.trim();
	return { value, range: { start, end } };
}

function withoutComments(line: string): string {
	const [first = '', ...rest] = line.split('<!--');
	const comments = rest.map(part => [part, part.indexOf('-->')] as const);
	// Keeps the delimiter of an unclosed comment.
	const open = comments.findLastIndex(([, end]) => end >= 0) + 1;
	const closed = comments.slice(0, open).map(([part, end]) => (end < 0 ? '' : part.slice(end + 3)));
	return [first, ...closed, ...comments.slice(open).map(([part]) => `<!--${part}`)].join('');
}

/** Returns the emphasis mark at both ends of a text. */
function outerMark(text: string, start: number, end: number): string | undefined {
	return ['**', '__', '*', '_', '`'].find(
		mark => end - start > 2 * mark.length && text.startsWith(mark, start) && text.startsWith(mark, end - mark.length),
	);
}
