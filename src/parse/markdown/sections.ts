import type { Located, Range } from '../../core/range.ts';
import type { Block } from '../model/block.ts';
import type { Section } from '../model/document.ts';
import { trimmed } from '../model/ranges.ts';

/** The sections that the headings of a page begin. Headings within quotes and lists begin none. */
export function sectionsOf(text: string, blocks: readonly Block[], body: Range): Section[] {
	const headings = blocks.filter(block => block.type === 'heading' && block.depth === 0);
	const ends: number[] = [];
	/** Starts of the headings that follow, nearest last, each of a higher rank than those above it on the stack. */
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

/** A section by one of its names, compared without case, numbering and punctuation: "3. Timeline:" is `timeline`. */
export function findSection(sections: readonly Section[], names: readonly string[]): Section | undefined {
	return sections.find(section => names.includes(sectionName(section)));
}

/** The title of a section as `findSection` compares it. */
export function sectionName(section: Section): string {
	return section.title.value
		.toLowerCase()
		.replace(/^[\d.)\s]+/, '')
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}

const LONGEST_TITLE = 1000;

/** A line of Markdown without its marks, such as a heading's text or a table's cell. Cut where it is absurdly long. */
export function plainText(text: string, range: Range): Located<string> {
	let { start, end } = trimmed(text, { start: range.start, end: Math.min(range.end, range.start + LONGEST_TITLE) });
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
	// What opens a comment that is never closed stays as it is written.
	const open = comments.findLastIndex(([, end]) => end >= 0) + 1;
	const closed = comments.slice(0, open).map(([part, end]) => (end < 0 ? '' : part.slice(end + 3)));
	return [first, ...closed, ...comments.slice(open).map(([part]) => `<!--${part}`)].join('');
}

/** The mark that a text both begins and ends with. */
function outerMark(text: string, start: number, end: number): string | undefined {
	return ['**', '__', '*', '_', '`'].find(
		mark => end - start > 2 * mark.length && text.startsWith(mark, start) && text.startsWith(mark, end - mark.length),
	);
}
