import { Temporal } from 'temporal-polyfill';
import type { Definition } from '../core/definition.ts';
import { type Week, weekEndingOn } from '../core/week.ts';
import { EntryWriter } from './entry.ts';
import { type DrawnPlace, defectNote, guardedBlocks } from './guard.ts';
import { definitionKey, type MergedIncident } from './merged-incident.ts';
import type { BulletinPage, PageBlock, PageHeading } from './model.ts';
import type { PageRequest } from './page-context.ts';
import { PageLinks } from './page-links.ts';
import { Boxes, type TwoWeeks, twoWeeks } from './picture-model.ts';
import { weekText } from './texts.ts';

/** A page while it is put together. Its incidents are placed before its prose is written, which may link to them. */
export class PageDraft {
	readonly weeks: TwoWeeks | undefined;
	readonly links: PageLinks;
	readonly entries: EntryWriter;
	readonly #request: PageRequest;
	readonly #boxes: Boxes;
	readonly #placed: MergedIncident[] = [];
	/** By where they are told. */
	readonly #thisWeek: ReadonlyMap<string, MergedIncident>;

	/** @param base the URI of the document that the page is drawn for. @param week undefined where nothing tells one. */
	constructor(request: PageRequest, base: string, week: Week | undefined, current?: Definition) {
		this.#request = request;
		this.weeks = week && twoWeeks(week, request);
		this.#thisWeek = new Map(
			this.weeks?.thisWeek.flatMap(told => told.definitions.map(each => [definitionKey(each), told] as const)),
		);
		this.links = new PageLinks(base, request.log);
		this.#boxes = new Boxes(request, this.links, current);
		this.entries = new EntryWriter(request, this.links, this.#boxes);
	}

	/** The incident of this week that a definition tells of. */
	tellingOf(definition: Definition): MergedIncident | undefined {
		return this.#thisWeek.get(definitionKey(definition));
	}

	/** Says which incidents have entries on the page, in page order. */
	place(incidents: readonly MergedIncident[]): void {
		for (const told of incidents) {
			this.links.place(told);
			this.#placed.push(told);
		}
	}

	/** An entry in the words of its record. `at`: what stands for it on the page. */
	drawn(told: MergedIncident, at?: DrawnPlace): readonly PageBlock[] {
		const [first] = told.definitions;
		const place = at ?? { uri: first?.uri ?? this.links.base, offset: first?.range.start ?? 0 };
		return guardedBlocks(place, this.#request.onDefect, () => [this.entries.drawn(told, at)]);
	}

	/** The page, once its blocks are written. Without a week the blocks say so in place of the picture. */
	finish(heading: PageHeading, blocks: readonly PageBlock[]): BulletinPage {
		const { log, checklist = [] } = this.#request;
		const week = this.weeks?.week;
		const notes: PageBlock[] = [];
		const picture =
			this.weeks &&
			this.#boxes.picture(this.weeks, (error, told) => {
				this.#request.onDefect?.({ error, uri: told.definitions[0]?.uri ?? this.links.base, step: 'draw' });
				notes.push(missingBox(error, told));
			});
		const name = log.configuration.title;
		const about = week !== undefined && !heading.text.includes(weekText(week)) ? weekText(week) : undefined;
		return {
			title: [name, heading.text].filter(part => part !== undefined).join(': '),
			heading: { ...heading, under: heading.under ?? about },
			base: this.links.base,
			from: week?.first.toString() ?? '',
			to: week?.last.toString() ?? '',
			picture,
			blocks: picture === undefined ? blocks.filter(({ type }) => type !== 'picture') : withNotes(blocks, notes),
			sources: this.#sources(),
			checklist,
		};
	}

	/** The page's own document, then the records of its incidents and of all that began in its week. */
	#sources(): readonly string[] {
		const records = [...this.#placed, ...(this.weeks?.thisWeek ?? [])]
			.flatMap(({ definitions }) => definitions)
			.filter(({ source }) => source === 'record')
			.map(({ uri }) => uri);
		const { base } = this.links;
		return [...new Set(this.#request.log.inFile(base) === undefined ? records : [base, ...records])];
	}
}

/** The week that ends on an ISO date, if it is one. */
export function weekTo(endsOn: string): Week | undefined {
	try {
		return weekEndingOn(Temporal.PlainDate.from(endsOn));
	} catch {
		// Not a date: no week.
		return undefined;
	}
}

/** What the picture does not show is said right below it. */
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
