import type { Temporal } from 'temporal-polyfill';
import type { Range } from '../../core/range.ts';
import type { Reference, ReferenceTarget } from '../../core/reference.ts';
import { resolveDestination } from '../../core/uri/link-target.ts';
import { weekOf } from '../../core/week.ts';
import { dayOfMention, findMentions, type Mention } from '../english/mentions.ts';
import type { InlineText } from '../markdown/inline.ts';
import type { InlineLink } from '../markdown/inline-link.ts';
import { type ProseParagraph, paragraphsOf } from '../markdown/prose.ts';
import type { Source } from '../model/document.ts';
import { overlapping } from '../model/ranges.ts';

/** Where prose stands in time, and whose it is. */
export interface ProseContext {
	/** The day on which it was written, as far as is known: a mention without a year is of the latest such day not after it. */
	readonly date: Temporal.PlainDate | undefined;
	/** The last day of the week that "this week" is: of a bulletin its own date. Undefined: reckoned from `date`. */
	readonly weekEndsOn?: Temporal.PlainDate | undefined;
	/** The id of the incident that it tells of. */
	readonly owner: string | undefined;
	/** Pieces of it that belong to incidents of their own, with days of their own: a bulletin's entries, in page order. */
	readonly entries?: readonly { readonly range: Range; readonly id: string; readonly date: Temporal.PlainDate }[];
}

const WIKI_LINK = /(?<!\\)\[\[([^[\]\n|]{1,200})(?:\|[^[\]\n]{0,300})?\]\]/g;

/**
 * What can be an id, standing in prose: a date with words (`2024-08-26-lease-acquisition`), or the like of `INC-2024-12`.
 * Longer runs than any id end the match, so that the search stays linear.
 */
const BARE_ID =
	/(?<![\w/.:@#&?=%~-])(?:\d{4}-\d{2}-\d{2}-[a-z0-9]+(?:-[a-z0-9]+){0,30}|[A-Z]{2,12}(?:-[A-Z]{2,12})?(?:-\d{1,10}){1,3})(?![\w/@=-])/g;

/** All of them have this somewhere; and it is found without a look behind at every letter. */
const MAY_BE_ID = /[A-Z\d]-[A-Z\d]/;

const RECORD_ENDING = /\.(?:md|markdown|ya?ml)$/i;

/**
 * Everything in prose that names an incident, a postmortem or a bulletin: `[[id]]`, links to records, bare ids, dated
 * mentions, in page order. `inline` is a Markdown page (`readMarkdown`) or the value of a YAML field (`readInline`).
 * Whether there is such a thing is not known here.
 */
export function readReferencesInProse(source: Source, inline: InlineText, context: ProseContext): Reference[] {
	const reader = new ProseReader(source, context);
	const links = inline.links.flatMap(link => reader.readLink(link) ?? []);
	const references = [...links];
	for (const paragraph of paragraphsOf(source.text, inline)) {
		const taken = overlapping(links, ({ extent }) => extent, {
			start: paragraph.start,
			end: paragraph.start + paragraph.text.length,
		}).map(({ extent }) => extent);
		for (const reference of reader.readParagraph(paragraph, taken)) {
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
		const target = RECORD_ENDING.test(path) && !path.startsWith('/') ? resolveDestination(uri, path) : undefined;
		if (target === undefined) {
			return undefined;
		}
		const { start } = link.destination;
		return this.#reference('link', { by: 'uri', uri: target }, { start, end: start + path.length }, link.extent);
	}

	/** `taken`: links of the paragraph that are references already; what stands in them is not another one. */
	readParagraph({ start, text }: ProseParagraph, taken: readonly Range[]): Reference[] {
		const references: Reference[] = [];
		const free = (range: Range) => overlapping(taken, each => each, range).length === 0;
		const place = (range: Range): Range => ({ start: start + range.start, end: start + range.end });
		const hasWikiLinks = text.includes('[[');
		for (const match of hasWikiLinks ? text.matchAll(WIKI_LINK) : []) {
			const extent = { start: match.index, end: match.index + match[0].length };
			const written = match[1] ?? '';
			const id = (written.split('#', 1)[0] ?? '').trim();
			const idStart = extent.start + 2 + written.length - written.trimStart().length;
			const range = place({ start: idStart, end: idStart + id.length });
			// Elsewhere something that is no prose stands in the middle of it.
			if (id !== '' && this.#source.text.startsWith(id, range.start)) {
				references.push(this.#reference('wiki-link', { by: 'id', id, kind: 'any' }, range, place(extent)));
			}
		}
		const words = hasWikiLinks ? text.replace(WIKI_LINK, link => ' '.repeat(link.length)) : text;
		for (const match of MAY_BE_ID.test(words) ? words.matchAll(BARE_ID) : []) {
			const range = place({ start: match.index, end: match.index + match[0].length });
			if (free(range)) {
				references.push(this.#reference('bare-id', { by: 'id', id: match[0], kind: 'any' }, range, range));
			}
		}
		for (const mention of findMentions(words)) {
			const range = place(mention.range);
			const target = this.#targetOf(mention, range.start);
			if (target !== undefined && free(range)) {
				references.push(this.#reference('mention', target, range, place(mention.extent)));
			}
		}
		return references;
	}

	#targetOf({ kind, time }: Mention, at: number): ReferenceTarget | undefined {
		if (time.by === 'previous-week') {
			const endsOn = this.#weekEndsOn()?.subtract({ days: 7 });
			return endsOn && { by: 'week', endsOn: endsOn.toString() };
		}
		const day = dayOfMention(time, this.#entryAt(at)?.date ?? this.#context.date);
		if (day === undefined) {
			return undefined;
		}
		return kind === 'bulletin' ? { by: 'week', endsOn: day.toString() } : { by: 'date', date: day.toString(), kind };
	}

	#weekEndsOn(): Temporal.PlainDate | undefined {
		const { date, weekEndsOn } = this.#context;
		return weekEndsOn ?? (date && weekOf(date, this.#source.configuration.weekEndsOn).last);
	}

	#entryAt(at: number): { readonly id: string; readonly date: Temporal.PlainDate } | undefined {
		return overlapping(this.#context.entries ?? [], entry => entry.range, { start: at, end: at + 1 })[0];
	}

	#reference(form: Reference['form'], target: ReferenceTarget, range: Range, extent: Range): Reference {
		const owner = this.#entryAt(range.start)?.id ?? this.#context.owner;
		return { form, target, range, extent, relation: undefined, owner };
	}
}
