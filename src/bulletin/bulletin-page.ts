import type { Definition } from '../core/definition.ts';
import type { Range } from '../core/range.ts';
import { readTime } from '../core/time/read-time.ts';
import { weekEndingOn } from '../core/week.ts';
import type { BulletinEntry, LogDocument } from '../parse/model/document.ts';
import { guardedBlocks } from './guard.ts';
import { html } from './html.ts';
import { type MergedIncident, mergedIncidentOf } from './merged-incident.ts';
import type { BulletinPage, PageBlock } from './model.ts';
import type { PageRequest } from './page-context.ts';
import { PageDraft } from './page-draft.ts';
import { weekText } from './texts.ts';
import { titleHeading } from './title-heading.ts';

/** A part of the source that is not simply Markdown, with what it becomes. */
interface Part {
	readonly range: Range;
	readonly write: () => readonly PageBlock[];
}

/** The page of a bulletin: its own text in its own order, with picture and entries where they belong. */
export function bulletinDocumentPage(document: LogDocument, request: PageRequest): BulletinPage {
	return new BulletinWriter(document, request).page();
}

class BulletinWriter {
	readonly #document: LogDocument;
	readonly #request: PageRequest;
	readonly #draft: PageDraft;
	/** What the log knows of the page's own entries, by where their ids stand. */
	readonly #own: ReadonlyMap<number, Definition>;
	/** The incidents that entries of the page tell, by entry. */
	readonly #told: ReadonlyMap<BulletinEntry, MergedIncident>;

	constructor(document: LogDocument, request: PageRequest) {
		this.#document = document;
		this.#request = request;
		const date = document.bulletin?.date?.value;
		this.#draft = new PageDraft(request, document.uri, date && weekEndingOn(date));
		const defined = request.log.inFile(document.uri) ?? [];
		this.#own = new Map(defined.filter(({ source }) => source === 'entry').map(each => [each.range.start, each]));
		this.#told = new Map(
			(document.bulletin?.entries ?? []).flatMap(entry => {
				const told = this.#toldIn(entry);
				return told === undefined ? [] : [[entry, told]];
			}),
		);
	}

	page(): BulletinPage {
		const heading = titleHeading(this.#document);
		this.#draft.place([...new Set([...this.#told.values(), ...this.#drawnByDirective()])]);
		const week = this.#draft.weeks?.week;
		const title = heading?.text ?? this.#document.bulletin?.title?.value;
		return this.#draft.finish(
			{
				over: this.#request.log.configuration.title,
				text: week !== undefined && (title === undefined || isDate(title)) ? weekText(week) : (title ?? 'Bulletin'),
				under: undefined,
				offset: heading?.range.start ?? 0,
			},
			this.#blocks(heading?.range),
		);
	}

	/** The incident that an entry tells, as the week's own list has it. */
	#toldIn(entry: BulletinEntry): MergedIncident | undefined {
		const { log } = this.#request;
		const definition =
			entry.form === 'link' ? log.byId(entry.id.value, 'incident')[0] : this.#own.get(entry.incident.idRange.start);
		if (definition === undefined) {
			return undefined;
		}
		return this.#draft.tellingOf(definition) ?? mergedIncidentOf(definition, log);
	}

	/** This week's incidents that no entry of the page tells itself: what `<!-- incidents -->` stands for. */
	#drawnByDirective(): readonly MergedIncident[] {
		if (this.#document.bulletin?.incidentsDirective === undefined) {
			return [];
		}
		const told = new Set(this.#told.values());
		return this.#draft.weeks?.thisWeek.filter(each => !told.has(each)) ?? [];
	}

	#blocks(heading: Range | undefined): readonly PageBlock[] {
		const { body } = this.#document;
		if (body === undefined) {
			return [];
		}
		const blocks: PageBlock[] = [];
		let at = heading?.end ?? body.range.start;
		for (const { range, write } of this.#parts(at)) {
			const before = { start: at, end: Math.max(at, range.start) };
			blocks.push(...this.#guarded(at, () => this.#markdown(before)), ...this.#guarded(range.start, write));
			at = Math.max(at, range.end);
		}
		const rest = { start: at, end: body.range.end };
		return [...blocks, ...this.#guarded(at, () => this.#markdown(rest))];
	}

	#guarded(offset: number, draw: () => readonly PageBlock[]): readonly PageBlock[] {
		return guardedBlocks({ uri: this.#document.uri, offset }, this.#request.onDefect, draw);
	}

	#parts(start: number): readonly Part[] {
		const { bulletin, uri } = this.#document;
		const parts: Part[] = (bulletin?.entries ?? []).map(entry => ({
			range: entry.range,
			write: () => [this.#entry(entry)],
		}));
		const directive = bulletin?.incidentsDirective;
		if (directive !== undefined) {
			const place = { uri, offset: directive.start };
			parts.push({
				range: directive,
				write: () => this.#drawnByDirective().flatMap(told => this.#draft.drawn(told, place)),
			});
		}
		const picture = this.#pictureRange(start);
		parts.push({ range: picture, write: () => [{ type: 'picture', offset: picture.start }] });
		return parts.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
	}

	/** Its directive; else below its usual heading, before the first entry, or at the head of the page. */
	#pictureRange(start: number): Range {
		const { bulletin, body } = this.#document;
		if (bulletin?.pictureDirective !== undefined) {
			return bulletin.pictureDirective;
		}
		const usual = body?.sections.find(({ title }) => /^trailing (?:2|two) weeks\b/i.test(title.value.trim()));
		const firsts = [bulletin?.entryLists[0], bulletin?.entries[0]?.range, bulletin?.incidentsDirective];
		const entries = firsts.flatMap(range => (range === undefined ? [] : [range.start]));
		const at = usual?.content.start ?? (entries.length === 0 ? start : Math.min(...entries));
		return { start: Math.max(start, at), end: Math.max(start, at) };
	}

	/** What stands between, but for what is left of the lists that entries stood in: white space and markers. */
	#markdown(range: Range): readonly PageBlock[] {
		const text = this.#document.text.slice(range.start, range.end);
		if (/^[\s*+-]*$/.test(text) && !/^[ \t]*([*-])(?:[ \t]*\1){2,}[ \t]*$/m.test(text)) {
			return [];
		}
		const renderer = this.#draft.entries.rendererOf(this.#document);
		const markup = renderer.renderRange(range);
		return markup.trim() === '' ? [] : [{ type: 'markdown', html: markup, offset: range.start }];
	}

	#entry(entry: BulletinEntry): PageBlock {
		const { entries } = this.#draft;
		const told = this.#told.get(entry);
		if (told !== undefined) {
			return entry.form === 'written'
				? entries.written(told, entry.incident, this.#document)
				: entries.drawn(told, { uri: this.#document.uri, offset: entry.range.start });
		}
		if (entry.form === 'written') {
			const range = entry.range;
			return { type: 'markdown', html: entries.rendererOf(this.#document).renderRange(range), offset: range.start };
		}
		const note = html`<p class="il-missing">There is no incident <code>${entry.id.value}</code> in this log.</p>`;
		return { type: 'markdown', html: note.toString(), offset: entry.range.start };
	}
}

/** A title that says no more than the date of the page. */
function isDate(text: string): boolean {
	const reading = readTime(text, { timeZone: 'UTC' });
	return reading.ok && reading.precision === 'date';
}
