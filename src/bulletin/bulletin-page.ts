import type { Definition } from '../core/definition.ts';
import type { Range } from '../core/range.ts';
import { readTime } from '../core/time/read-time.ts';
import { weekEndingOn } from '../core/week.ts';
import { type Block, isLeaf } from '../parse/model/block.ts';
import type { BulletinEntry, LogDocument } from '../parse/model/document.ts';
import { overlapping } from '../parse/model/ranges.ts';
import type { LogView } from '../rules/log-view.ts';
import { guardedBlocks } from './guard.ts';
import { html } from './html.ts';
import type { MergedIncident } from './merged-incident.ts';
import type { BulletinPage, PageBlock } from './model.ts';
import type { PageRequest } from './page-context.ts';
import { PageDraft } from './page-draft.ts';
import { weekText } from './texts.ts';
import { titleHeading } from './title-heading.ts';

/** A range of the source that is rendered as something other than Markdown. */
interface Part {
	readonly range: Range;
	readonly write: () => readonly PageBlock[];
}

/** Returns the page of a bulletin: its text in order, with picture and entries in their positions. */
export function bulletinDocumentPage(document: LogDocument, request: PageRequest): BulletinPage {
	return new BulletinWriter(document, request).page();
}

class BulletinWriter {
	readonly #document: LogDocument;
	readonly #request: PageRequest;
	readonly #draft: PageDraft;
	/** Definitions of the page's own entries, by the offset of their ids. */
	readonly #own: ReadonlyMap<number, Definition>;
	/** The blocks of the page that contain no other block. */
	readonly #leaves: readonly Block[];
	/** The incident of each entry of the page. */
	readonly #merged: ReadonlyMap<BulletinEntry, MergedIncident>;

	constructor(document: LogDocument, request: PageRequest) {
		this.#document = document;
		this.#request = request;
		this.#leaves = [...(document.body?.blocks ?? [])].filter(isLeaf);
		const date = document.bulletin?.date?.value;
		this.#draft = new PageDraft(request, document.uri, date && weekEndingOn(date));
		const defined = request.log.inFile(document.uri) ?? [];
		this.#own = new Map(defined.filter(({ source }) => source === 'entry').map(each => [each.range.start, each]));
		this.#merged = new Map(
			(document.bulletin?.entries ?? []).flatMap(entry => {
				const merged = this.#incidentOf(entry);
				return merged === undefined ? [] : [[entry, merged]];
			}),
		);
	}

	page(): BulletinPage {
		const heading = titleHeading(this.#document);
		this.#draft.addIncidents([...new Set([...this.#merged.values(), ...this.#directiveIncidents()])]);
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

	/** Returns the incident of an entry: the object in the list of the week, if it is there. */
	#incidentOf(entry: BulletinEntry): MergedIncident | undefined {
		const { log } = this.#request;
		const definition =
			entry.form === 'link' ? linkedIncident(entry.id.value, log) : this.#own.get(entry.incident.idRange.start);
		if (definition === undefined) {
			return undefined;
		}
		return this.#draft.incidentOf(definition);
	}

	/** Returns this week's incidents without an entry on the page: the content of `<!-- incidents -->`. */
	#directiveIncidents(): readonly MergedIncident[] {
		if (this.#document.bulletin?.incidentsDirective === undefined) {
			return [];
		}
		const merged = new Set(this.#merged.values());
		return this.#draft.weeks?.thisWeek.filter(each => !merged.has(each)) ?? [];
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
			const source = { uri, offset: directive.start };
			parts.push({
				range: directive,
				write: () => this.#directiveIncidents().flatMap(merged => this.#draft.renderEntry(merged, source)),
			});
		}
		const picture = this.#pictureRange(start);
		parts.push({ range: picture, write: () => [{ type: 'picture', offset: picture.start }] });
		return parts.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
	}

	/** Returns the position of the picture: its directive, its usual heading, the first entry, or the top of the page. */
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

	/** Renders the text between parts. Skips white space, and the markers of lists whose items are parts. */
	#markdown(range: Range): readonly PageBlock[] {
		if (overlapping(this.#leaves, block => block.range, range).length === 0) {
			return [];
		}
		const block = this.#prose(range);
		return block.html.trim() === '' ? [] : [block];
	}

	#prose(range: Range) {
		return this.#draft.entries.proseBlock(this.#document, renderer => renderer.renderRange(range), range.start);
	}

	#entry(entry: BulletinEntry): PageBlock {
		const { entries } = this.#draft;
		const merged = this.#merged.get(entry);
		if (merged !== undefined) {
			return entry.form === 'written'
				? entries.renderWritten(merged, entry.incident, this.#document)
				: entries.renderRecord(merged, { uri: this.#document.uri, offset: entry.range.start });
		}
		if (entry.form === 'written') {
			return this.#prose(entry.range);
		}
		const note = html`<p class="il-missing">Incident <code>${entry.id.value}</code> not found in this log.</p>`;
		return { type: 'markdown', html: note.toString(), offset: entry.range.start };
	}
}

/** The incident of an id, or the postmortem that describes it. */
function linkedIncident(id: string, log: LogView): Definition | undefined {
	return log.byId(id, 'incident')[0] ?? log.byId(id, 'postmortem').find(({ incidentDay }) => incidentDay !== undefined);
}

/** Whether a title is only a date. */
function isDate(text: string): boolean {
	const reading = readTime(text, { timeZone: 'UTC' });
	return reading.ok && reading.precision === 'date';
}
