import type { Incident } from '../core/incident.ts';
import type { Range } from '../core/range.ts';
import type { LogDocument } from '../parse/model/document.ts';
import { overlapping } from '../parse/model/ranges.ts';
import { headlineOf } from '../parse/records/headline.ts';
import { entryFacts } from './entry-facts.ts';
import type { BlockSource } from './guard.ts';
import { html, trusted } from './html.ts';
import { renderMarkdown, renderTitle } from './markdown.ts';
import type { MergedIncident } from './merged-incident.ts';
import type { EntryFacts, PageBlock } from './model.ts';
import type { DrawRequest, IncidentSource, IncidentSources } from './page-context.ts';
import type { PageLinks } from './page-links.ts';
import type { RenderedAt } from './page-memo.ts';
import type { PictureBuilder } from './picture-model.ts';
import { ProseRenderer } from './prose.ts';
import { entryDay, zonedClock } from './texts.ts';

/** The prose of an entry. `uri`: its document, undefined for prose without offsets. `shift`: UTF-16 units by which the prose has moved since it was rendered. */
interface EntryProse {
	readonly html: string;
	readonly uri: string | undefined;
	readonly shift: number;
}

/** Renders incidents as bulletin entries: "August 26: Title (05:30 EDT):", then the prose. */
export class EntryWriter {
	readonly #request: DrawRequest;
	readonly #links: PageLinks;
	readonly #boxes: PictureBuilder;
	readonly #sources: IncidentSources;
	readonly #timeZone: string;
	readonly #facts = new Map<MergedIncident, EntryFacts>();
	readonly #renderers = new Map<string, ProseRenderer>();

	constructor(
		request: DrawRequest,
		links: PageLinks,
		boxes: PictureBuilder,
		sources: IncidentSources,
		timeZone: string,
	) {
		this.#request = request;
		this.#links = links;
		this.#boxes = boxes;
		this.#sources = sources;
		this.#timeZone = timeZone;
	}

	rendererOf(document: LogDocument): ProseRenderer {
		const cached = this.#renderers.get(document.uri);
		const renderer = cached ?? new ProseRenderer(document, this.#links, this.#request.memo);
		this.#renderers.set(document.uri, renderer);
		return renderer;
	}

	/** Renders text of the page's own document at an offset. */
	proseBlock(
		document: LogDocument,
		render: (renderer: ProseRenderer) => RenderedAt,
		offset: number,
	): Extract<PageBlock, { type: 'markdown' }> {
		const prose = render(this.rendererOf(document));
		return { type: 'markdown', html: prose.html, offset, shift: offset - prose.offset };
	}

	/** Renders an entry with the bulletin's own text. */
	renderWritten(merged: MergedIncident, incident: Incident, document: LogDocument): PageBlock {
		const prose = this.#proseOf(merged, headlineOf(incident, document) ?? merged.title, { document, incident });
		return this.#block(merged, prose, document.uri, incident.range.start);
	}

	/** Renders an entry with the text of the record, or of another bulletin. `at`: the source that it replaces. */
	renderRecord(merged: MergedIncident, at?: BlockSource): PageBlock {
		const sources = merged.definitions.flatMap(definition => this.#sources.sourceOf(definition) ?? []);
		const source = sources.find(({ incident }) => incident.summary !== undefined);
		const prose = source === undefined ? this.#cutSummary(merged) : this.#proseOf(merged, merged.title, source);
		const box = this.#boxes.boxOf(merged);
		return this.#block(merged, prose, at?.uri ?? box.uri, at?.offset ?? box.offset);
	}

	#block(merged: MergedIncident, prose: EntryProse, uri: string, offset: number): PageBlock {
		const isOwn = uri === this.#links.base && prose.uri === uri;
		return {
			type: 'entry',
			box: this.#boxes.boxOf(merged),
			anchor: this.#links.assignAnchor(merged),
			permalink: this.#links.permalink(merged),
			html: prose.html,
			facts: this.factsOf(merged),
			uri,
			offset,
			...(isOwn && { proseAt: offset - prose.shift }),
		};
	}

	/** The facts below the prose. Cached, because many entries of a page can describe one incident. */
	factsOf(merged: MergedIncident): EntryFacts {
		const cached = this.#facts.get(merged);
		const facts = cached ?? entryFacts(merged, { request: this.#request, links: this.#links, sources: this.#sources });
		this.#facts.set(merged, facts);
		return facts;
	}

	#lead(merged: MergedIncident, title: string) {
		const timeZone = this.#timeZone;
		const clock = zonedClock(merged, timeZone);
		const time = clock === '' ? '' : ` (${clock})`;
		return html`<strong class="il-lead">${entryDay(merged, timeZone)}: <bdi>${trusted(renderTitle(title))}</bdi>${time}:</strong>`;
	}

	#proseOf(merged: MergedIncident, title: string, { document, incident }: IncidentSource): EntryProse {
		const start = { lead: this.#lead(merged, title), titled: title };
		const renderer = this.rendererOf(document);
		if (incident.summary === undefined) {
			return { html: html`<p>${start.lead}</p>`.toString(), uri: undefined, shift: 0 };
		}
		const { range } = incident.summary;
		const rendered =
			'source' in incident && incident.source === 'entry'
				? renderer.renderRange(range, start, contentIndent(document, incident.range))
				: renderer.renderValue(incident.summary, start);
		return { html: rendered.html, uri: document.uri, shift: range.start - rendered.offset };
	}

	/** Renders the part of a summary that is in the definition, if the document is not available. */
	#cutSummary(merged: MergedIncident): EntryProse {
		const definition = merged.definitions.find(({ summary }) => summary !== '') ?? merged.definitions[0];
		const { uri = this.#links.base, range } = definition ?? {};
		const source = this.#links.sourceAttributes(uri, range?.start ?? 0);
		const prose = renderMarkdown(definition?.summary ?? '', {
			lead: this.#lead(merged, merged.title),
			titled: merged.title,
			source: () => source,
			relativeLink: () => undefined,
		});
		return { html: prose, uri, shift: 0 };
	}
}

/** Returns the indentation of a list item's content, in columns: that of its first paragraph. */
function contentIndent({ body, lines }: LogDocument, item: Range): number {
	const first = overlapping(body?.paragraphs ?? [], range => range, item)[0] ?? item;
	return first.start - lines.startOfLine(lines.lineAt(first.start));
}
