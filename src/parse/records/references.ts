import type { Temporal } from 'temporal-polyfill';
import type { Range } from '../../core/range.ts';
import { RECORD_ENDING } from '../../core/record-names.ts';
import type { Reference, ReferenceTarget } from '../../core/reference.ts';
import { decodeUriPart } from '../../core/uri/decode.ts';
import { resolveDestination } from '../../core/uri/link-target.ts';
import { weekOf } from '../../core/week.ts';
import { dayOfMention, findMentions, type Mention } from '../english/mentions.ts';
import type { InlineText } from '../markdown/inline.ts';
import type { InlineLink } from '../markdown/inline-link.ts';
import { type ProseParagraph, paragraphsOf } from '../markdown/prose.ts';
import { isPageTarget, WIKI_LINK } from '../markdown/wiki-link.ts';
import type { Source } from '../model/document.ts';
import { overlapping } from '../model/ranges.ts';

/** The date and the owner of prose. */
export interface ProseContext {
	/** The date of the prose, if known. A mention without a year refers to the latest such day not after it. */
	readonly date: Temporal.PlainDate | undefined;
	/** The last day of "this week": for a bulletin its date. Undefined: computed from `date`. */
	readonly weekEndsOn?: Temporal.PlainDate | undefined;
	/** The id of the incident that the prose describes. */
	readonly owner: string | undefined;
	/** Parts that describe other incidents, with their dates: the entries of a bulletin, in page order. */
	readonly entries?: readonly { readonly range: Range; readonly id: string; readonly date: Temporal.PlainDate }[];
	/** Parts below dated headings, in page order and without overlaps. A weekday in them is relative to that date. */
	readonly sections?: readonly { readonly range: Range; readonly date: Temporal.PlainDate }[];
}

/**
 * An id in prose: a date with words (`2024-08-26-lease-acquisition`), or a form such as `INC-2024-12`. The length of each
 * part is limited, so that the search is linear.
 */
const BARE_ID =
	/(?<![\w/.:@#&?=%~-])(?:\d{4}-\d{2}-\d{2}-[a-z0-9]+(?:-[a-z0-9]+){0,30}|[A-Z]{2,12}(?:-[A-Z]{2,12})?(?:-\d{1,10}){1,3})(?![\w/@=-]|\.[a-z])/g;

/** A part of every id. Tested first, because it is faster than `BARE_ID` with its lookbehind. */
const PART_OF_BARE_ID = /[A-Z\d]-[A-Z\d]/;

/** What a text with a reference contains: a bracket, a part of a bare id, a date, or a word with which a mention begins. */
const MAY_REFER = [
	/\[|[A-Z\d]-[A-Z\d]|\d\.\d/,
	/\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tues|wednes|thurs|fri|satur|sun|yesterday|ago|last|previous|prior)/i,
];

/** Destinations that a site generator replaces: `@site/docs/a.md`, `${BASE}/a.md`, `{{ site.url }}/a.md`. */
const TEMPLATE_DESTINATION = /^[@~$]|[{<]/;

/** The bold beginning of a label after a date: `2024-08-26 **Issue`. */
const BOLD_LABEL = /(?:^|\s)(?:\*\*|__)[^*_\n]{1,60}$/;
const LABEL_END = /^\s{0,3}(?:\*\*|__)?\s{0,3}[:：]/;

/** Returns false for a text in which `readReferencesInProse` finds no reference. Most entries of timelines have none. */
export function mayRefer(text: string): boolean {
	return MAY_REFER.some(pattern => pattern.test(text));
}

/**
 * Reads the references in prose to incidents, postmortems and bulletins: `[[id]]`, links to records, bare ids and dated
 * mentions, in page order. `inline` is a Markdown page (`readMarkdown`) or the value of a YAML field (`readInline`). The
 * targets are not resolved here.
 */
export function readReferencesInProse(source: Source, inline: InlineText, context: ProseContext): Reference[] {
	const reader = new ProseReader(source, context);
	const links = inline.links.flatMap(link => reader.readLink(link) ?? []);
	const references = [...links];
	for (const paragraph of paragraphsOf(source.text, inline)) {
		const linkRanges = overlapping(links, ({ fullRange }) => fullRange, {
			start: paragraph.start,
			end: paragraph.start + paragraph.text.length,
		}).map(({ fullRange }) => fullRange);
		for (const reference of reader.readParagraph(paragraph, linkRanges)) {
			references.push(reference);
		}
	}
	return references.sort((a, b) => a.range.start - b.range.start);
}

class ProseReader {
	readonly #source: Source;
	readonly #context: ProseContext;

	constructor(source: Source, context: ProseContext) {
		this.#source = source;
		this.#context = context;
	}

	readLink(link: InlineLink): Reference | undefined {
		const { text, uri } = this.#source;
		const destination = text.slice(link.destination.start, link.destination.end);
		const path = destination.split(/[?#]/, 1)[0] ?? '';
		if (!RECORD_ENDING.test(path) || TEMPLATE_DESTINATION.test(path)) {
			return undefined;
		}
		const { start } = link.destination;
		const range = { start, end: start + path.length };
		if (path.startsWith('/')) {
			// The root of the site is not known: the path resolves by its end, like that of a wiki link.
			const id = decodeUriPart(path);
			return /^[\\/]{2}/.test(id)
				? undefined
				: this.#reference('link', { by: 'id', id, kind: 'any' }, range, link.fullRange);
		}
		const target = resolveDestination(uri, path);
		return target === undefined
			? undefined
			: this.#reference('link', { by: 'uri', uri: target }, range, link.fullRange);
	}

	/** `linkRanges`: links of the paragraph that are references. They contain no other references. */
	readParagraph({ start, text }: ProseParagraph, linkRanges: readonly Range[]): Reference[] {
		const references: Reference[] = [];
		const isOutsideLinks = (range: Range) => overlapping(linkRanges, each => each, range).length === 0;
		const toDocument = (range: Range): Range => ({ start: start + range.start, end: start + range.end });
		const hasWikiLinks = text.includes('[[');
		for (const match of hasWikiLinks ? text.matchAll(WIKI_LINK) : []) {
			const fullRange = { start: match.index, end: match.index + match[0].length };
			const written = match.groups?.['target'] ?? '';
			const id = (written.split('#', 1)[0] ?? '').trim();
			const idStart = fullRange.start + 2 + written.length - written.trimStart().length;
			const range = toDocument({ start: idStart, end: idStart + id.length });
			// The texts differ if the id contains something other than prose, such as inline code.
			if (isPageTarget(id) && this.#source.text.startsWith(id, range.start)) {
				references.push(this.#reference('wiki-link', { by: 'id', id, kind: 'any' }, range, toDocument(fullRange)));
			}
		}
		const words = hasWikiLinks ? text.replace(WIKI_LINK, link => ' '.repeat(link.length)) : text;
		for (const match of PART_OF_BARE_ID.test(words) ? words.matchAll(BARE_ID) : []) {
			const range = toDocument({ start: match.index, end: match.index + match[0].length });
			if (isOutsideLinks(range)) {
				references.push(this.#reference('bare-id', { by: 'id', id: match[0], kind: 'any' }, range, range));
			}
		}
		for (const mention of findMentions(words)) {
			const range = toDocument(mention.range);
			const target = this.#targetOf(mention, range.start);
			if (target !== undefined && isOutsideLinks(range) && !this.#isLabel(range, mention)) {
				references.push(this.#reference('mention', target, range, toDocument(mention.fullRange)));
			}
		}
		return references;
	}

	/** Whether the noun of a mention is the label of a line or field: `**Date:** 2024-08-26 ⏎ **Issue:** …`. */
	#isLabel(range: Range, mention: Mention): boolean {
		if (mention.fullRange.start < mention.range.start) {
			return false;
		}
		const written = this.#source.text.slice(range.start, range.end);
		const hasLineBreak = written.includes('\n');
		const hasEnd = LABEL_END.test(this.#source.text.slice(range.end, range.end + 10));
		return (hasLineBreak && hasEnd) || (BOLD_LABEL.test(written) && (hasLineBreak || hasEnd));
	}

	#targetOf({ kind, time }: Mention, offset: number): ReferenceTarget | undefined {
		if (time.by === 'previous-week') {
			const endsOn = this.#weekEndsOn()?.subtract({ days: 7 });
			return endsOn && { by: 'week', endsOn: endsOn.toString() };
		}
		const isRelative = time.by !== 'date';
		const section = isRelative ? find(this.#context.sections, offset) : undefined;
		const day = dayOfMention(time, this.#entryAt(offset)?.date ?? section?.date ?? this.#context.date);
		if (day === undefined) {
			return undefined;
		}
		return kind === 'bulletin'
			? { by: 'week', endsOn: day.toString() }
			: { by: 'date', date: day.toString(), kind, ...(isRelative && { isRelative }) };
	}

	#weekEndsOn(): Temporal.PlainDate | undefined {
		const { date, weekEndsOn } = this.#context;
		return weekEndsOn ?? (date && weekOf(date, this.#source.configuration.weekEndsOn).last);
	}

	#entryAt(offset: number): { readonly id: string; readonly date: Temporal.PlainDate } | undefined {
		return find(this.#context.entries, offset);
	}

	#reference(form: Reference['form'], target: ReferenceTarget, range: Range, fullRange: Range): Reference {
		const owner = this.#entryAt(range.start)?.id ?? this.#context.owner;
		return { form, target, range, fullRange, relation: undefined, owner };
	}
}

function find<Part extends { readonly range: Range }>(
	parts: readonly Part[] | undefined,
	offset: number,
): Part | undefined {
	return overlapping(parts ?? [], part => part.range, { start: offset, end: offset + 1 })[0];
}
