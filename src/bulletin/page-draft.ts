import { Temporal } from 'temporal-polyfill';
import type { Definition } from '../core/definition.ts';
import { type Week, weekEndingOn } from '../core/week.ts';
import { EntryWriter } from './entry.ts';
import { type BlockSource, defectNote, guardedBlocks } from './guard.ts';
import { definitionIdentity, type MergedIncident, mergedIncidentOf } from './merged-incident.ts';
import type { BulletinPage, PageBlock, PageHeading } from './model.ts';
import { type DrawRequest, IncidentSources, type PageRequest } from './page-context.ts';
import { PageLinks } from './page-links.ts';
import { PageMemo } from './page-memo.ts';
import { type PageZone, pageZone } from './page-zone.ts';
import { PictureBuilder } from './picture-model.ts';
import { stillOpenBlock } from './still-open.ts';
import { ledeText, weekText } from './texts.ts';
import { findTwoWeeks, type TwoWeeks } from './two-weeks.ts';

/** A page under construction. Its incidents are added before its prose is rendered, because prose can link to them. */
export class PageDraft {
	readonly weeks: TwoWeeks | undefined;
	readonly zone: PageZone;
	readonly links: PageLinks;
	readonly entries: EntryWriter;
	readonly #request: PageRequest;
	readonly boxes: PictureBuilder;
	readonly #current: Definition | undefined;
	/** Incidents with an entry on the page. */
	readonly #incidents: MergedIncident[] = [];
	/** Incidents of the two weeks, by the keys of their definitions. */
	readonly #ofWeeks: ReadonlyMap<string, MergedIncident>;

	/** `base`: URI of the document of the page. `week`: undefined for a page without one. `current`: the incident that it is about. */
	constructor(request: PageRequest, base: string, week: Week | undefined, current?: Definition) {
		this.#request = request;
		this.#current = current;
		const drawRequest: DrawRequest = { ...request, memo: request.memo ?? new PageMemo() };
		const { log, memo } = drawRequest;
		this.zone = pageZone(log, base, week);
		const { timeZone } = this.zone;
		this.weeks = week && findTwoWeeks(week, log, timeZone, memo);
		this.#ofWeeks = new Map(
			this.weeks?.incidents.flatMap(merged =>
				merged.definitions.map(each => [definitionIdentity(each), merged] as const),
			),
		);
		this.links = new PageLinks(base, request);
		const sources = new IncidentSources(request);
		const now = this.weeks?.now ?? log.now().epochMilliseconds;
		this.boxes = new PictureBuilder(drawRequest, this.links, timeZone, now, current);
		this.entries = new EntryWriter(drawRequest, this.links, this.boxes, sources, timeZone);
	}

	/** Returns the incident that a definition describes: the object in the list of the two weeks, if it is there. */
	incidentOf(definition: Definition): MergedIncident | undefined {
		const ofWeeks = this.#ofWeeks.get(definitionIdentity(definition));
		return ofWeeks ?? mergedIncidentOf(definition, this.#request.log, this.zone.timeZone);
	}

	/** Adds the incidents that have entries on the page, in page order. */
	addIncidents(incidents: readonly MergedIncident[]): void {
		for (const merged of incidents) {
			this.links.assignAnchor(merged);
			this.#incidents.push(merged);
		}
	}

	/** Renders an entry with the text of its record. `at`: the source that it replaces on the page. */
	renderEntry(merged: MergedIncident, at?: BlockSource): readonly PageBlock[] {
		const [first] = merged.definitions;
		const source = at ?? { uri: first?.uri ?? this.links.base, offset: first?.range.start ?? 0 };
		return guardedBlocks(source, this.#request.onDefect, () => [this.entries.renderRecord(merged, at)]);
	}

	/** Returns the finished page. A page without a week has no picture. */
	finish(heading: PageHeading, blocks: readonly PageBlock[]): BulletinPage {
		const { log, checklist = [], audience = 'editor' } = this.#request;
		const week = this.weeks?.week;
		const notes: PageBlock[] = [];
		const picture =
			this.weeks &&
			this.boxes.picture(this.weeks, (error, merged) => {
				this.#request.onDefect?.({ error, uri: merged.definitions[0]?.uri ?? this.links.base, step: 'draw' });
				notes.push(missingBox(error, merged));
			});
		const name = log.configuration.title;
		const under = week !== undefined && !heading.text.includes(weekText(week)) ? weekText(week) : undefined;
		return {
			audience,
			title: [name, heading.text].filter(part => part !== undefined).join(': '),
			heading: { ...heading, under: heading.under ?? under },
			base: this.links.base,
			from: week?.first.toString() ?? '',
			to: week?.last.toString() ?? '',
			zone: this.zone,
			lede: picture && ledeText(picture),
			language: log.configuration.language,
			picture,
			blocks:
				picture === undefined
					? blocks.filter(({ type }) => type !== 'picture')
					: withNotes(blocks, [...notes, ...this.#stillOpen()]),
			sources: this.#sources(),
			checklist,
		};
	}

	/** Names the open incidents that began before the week and have no entry on the page, on the page of a week. */
	#stillOpen(): readonly PageBlock[] {
		const isOfWeek = this.#current === undefined;
		const open = isOfWeek
			? (this.weeks?.stillOpen.filter(merged => this.links.hrefOf(merged) === undefined) ?? [])
			: [];
		return open.length === 0 ? [] : [stillOpenBlock(open, this.links, this.zone.timeZone)];
	}

	/** Returns the page's document, then the records of its incidents and of all incidents of its week, also open ones from before. */
	#sources(): readonly string[] {
		const records = [...this.#incidents, ...(this.weeks?.thisWeek ?? []), ...(this.weeks?.stillOpen ?? [])]
			.flatMap(({ definitions }) => definitions)
			.filter(({ source }) => source === 'record')
			.map(({ uri }) => uri);
		const { base } = this.links;
		return [...new Set(this.#request.log.inFile(base) === undefined ? records : [base, ...records])];
	}
}

/** Returns the week that ends on an ISO date, or undefined for other text. */
export function weekTo(endsOn: string): Week | undefined {
	try {
		return weekEndingOn(Temporal.PlainDate.from(endsOn));
	} catch {
		return undefined;
	}
}

/** Inserts notes below the picture: about missing boxes, and about open incidents from before. */
function withNotes(blocks: readonly PageBlock[], notes: readonly PageBlock[]): readonly PageBlock[] {
	return notes.length === 0
		? blocks
		: blocks.flatMap(block => (block.type === 'picture' ? [block, ...notes] : [block]));
}

function missingBox(error: unknown, { title }: MergedIncident): PageBlock {
	return {
		type: 'markdown',
		html: defectNote(`“${title}” is missing in the picture`, error).toString(),
		offset: 0,
	};
}
