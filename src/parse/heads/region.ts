import { findFirstIndex } from '../../core/binary-search.ts';
import type { Range } from '../../core/range.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import type { Markdown } from '../markdown/read-markdown.ts';
import type { Section } from '../model/document.ts';

/** A part of a page in which labels are fields of the record. */
export interface HeadRegion {
	readonly range: Range;
	/** The name of the section; undefined at the top of the page and in a first section without a known name. */
	readonly section: string | undefined;
	/** Only times count here, and only if no other region states them: the labels can be about something else. */
	readonly isLoose: boolean;
}

/** Sections that state facts of the record. Labels in other sections are about details. */
const HEAD_SECTIONS: ReadonlySet<string> = new Set(['metadata', 'summary', 'severity', 'impact', 'timeline']);
/** Sections that can state times, like sections without a known name. */
const LOOSE_SECTIONS: ReadonlySet<string> = new Set(['detection', 'resolution']);

/**
 * Returns the parts of a page that can contain fields: the text above the second heading, the first section unless it is
 * a known one of another kind, all sections that state facts by name, and a last paragraph.
 */
export function headRegions(page: Markdown, vocabulary: Vocabulary): HeadRegion[] {
	const { sections } = page;
	const regions: HeadRegion[] = [
		{
			range: { start: page.range.start, end: sections[0]?.range.start ?? page.range.end },
			section: undefined,
			isLoose: false,
		},
	];
	let untilEnd = -1;
	for (const [index, section] of sections.entries()) {
		const own = { start: section.content.start, end: sections[index + 1]?.range.start ?? page.range.end };
		if (isField(section.title.value, vocabulary)) {
			regions.push({ range: own, section: undefined, isLoose: false });
			continue;
		}
		const name = index === 0 && isTitle(section, sections) ? undefined : vocabulary.section(section.title.value);
		const isFact = name !== undefined && HEAD_SECTIONS.has(name);
		if (index === 0 || isFact || section.range.start < untilEnd || (index === 1 && name === undefined)) {
			regions.push({ range: own, section: name, isLoose: false });
		} else if (name === undefined || LOOSE_SECTIONS.has(name)) {
			regions.push({ range: own, section: name, isLoose: true });
		}
		if (isFact) {
			// Sub-sections of a section of facts belong to it.
			untilEnd = Math.max(untilEnd, name === 'timeline' ? -1 : section.range.end);
		}
	}
	const footer = page.blocks.findLast(({ type }) => type !== 'break');
	const last = regions.at(-1);
	if (footer?.type === 'paragraph' && footer.depth === 0 && last && last.range.end <= footer.range.start) {
		regions.push({ range: footer.range, section: undefined, isLoose: false });
	}
	return regions;
}

/** A heading that states a field, such as `## Date: July 1, 2020`, does not begin a section of its own. */
function isField(heading: string, vocabulary: Vocabulary): boolean {
	const label = /^([^:：]{1,60})[:：]\s?\S/u.exec(heading)?.[1];
	return label !== undefined && vocabulary.field(label) !== undefined && vocabulary.section(label) === undefined;
}

/** Whether the first heading is the title of the page: the only one of its level, or one of level 1. */
function isTitle(section: Section, sections: readonly Section[]): boolean {
	return section.level === 1 || sections.filter(({ level }) => level <= section.level).length === 1;
}

/** The innermost region that contains an offset, by binary search. Regions do not overlap and are sorted. */
export function regionAt(regions: readonly HeadRegion[], offset: number): HeadRegion | undefined {
	const region = regions[findFirstIndex(regions.length, index => (regions[index]?.range.end ?? 0) <= offset)];
	return region !== undefined && region.range.start <= offset ? region : undefined;
}
