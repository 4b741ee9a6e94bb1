import type { Incident } from '../core/incident.ts';
import { relativeUri } from '../core/uri/relative-uri.ts';
import type { LogDocument } from '../parse/model/document.ts';
import { headlineOf } from '../parse/records/headline.ts';
import { html, trusted } from './html.ts';
import { renderMarkdown, renderTitle } from './markdown.ts';
import type { MergedIncident } from './merged-incident.ts';
import type { PageBlock } from './model.ts';
import { type PageRequest, type Source, sourceOf } from './page-context.ts';
import type { PageLinks } from './page-links.ts';
import type { Boxes } from './picture-model.ts';
import { ProseRenderer } from './prose.ts';
import { clockText, entryDay } from './texts.ts';

/** Writes incidents as a bulletin tells them: "August 26: Title (05:30 EDT):" and then the prose. */
export class EntryWriter {
	readonly #request: PageRequest;
	readonly #links: PageLinks;
	readonly #boxes: Boxes;
	readonly #components = new Map<MergedIncident, readonly string[]>();
	readonly #renderers = new Map<string, ProseRenderer>();

	constructor(request: PageRequest, links: PageLinks, boxes: Boxes) {
		this.#request = request;
		this.#links = links;
		this.#boxes = boxes;
	}

	rendererOf(document: LogDocument): ProseRenderer {
		const known = this.#renderers.get(document.uri);
		const renderer = known ?? new ProseRenderer(document, this.#links);
		this.#renderers.set(document.uri, renderer);
		return renderer;
	}

	/** An entry that the bulletin tells in its own words. */
	written(told: MergedIncident, incident: Incident, document: LogDocument): PageBlock {
		const prose = this.#proseOf(told, headlineOf(incident, document) ?? told.title, { document, incident });
		return this.#block(told, prose, document.uri, incident.range.start);
	}

	/** An entry in the words of the record, or of another bulletin where there is none. `at`: what stands for it on the page. */
	drawn(told: MergedIncident, at?: { readonly uri: string; readonly offset: number }): PageBlock {
		const sources = told.definitions.flatMap(definition => sourceOf(definition, this.#request) ?? []);
		const source = sources.find(({ incident }) => incident.summary !== undefined);
		const prose = source === undefined ? this.#cutSummary(told) : this.#proseOf(told, told.title, source);
		const box = this.#boxes.boxOf(told);
		return this.#block(told, prose, at?.uri ?? box.uri, at?.offset ?? box.offset);
	}

	#block(told: MergedIncident, prose: string, uri: string, offset: number): PageBlock {
		return {
			type: 'entry',
			box: this.#boxes.boxOf(told),
			anchor: this.#links.place(told),
			html: prose,
			components: this.#componentsOf(told),
			uri,
			offset,
		};
	}

	/** Many entries of a page may tell of one incident. */
	#componentsOf(told: MergedIncident): readonly string[] {
		const { components } = this.#request.log.configuration;
		const known = this.#components.get(told);
		const ids = new Set(known ? [] : told.definitions.flatMap(definition => definition.components));
		const titles = known ?? [...ids].map(id => components.get(id)?.title ?? id);
		this.#components.set(told, titles);
		return titles;
	}

	#lead(told: MergedIncident, title: string) {
		const { timeZone } = this.#request.log.configuration;
		const clock = clockText(told, timeZone);
		const time = clock === '' ? '' : ` (${clock})`;
		return html`<strong class="il-lead">${entryDay(told, timeZone)}: <bdi>${trusted(renderTitle(title))}</bdi>${time}:</strong>`;
	}

	#proseOf(told: MergedIncident, title: string, { document, incident }: Source): string {
		const start = { lead: this.#lead(told, title), titled: title };
		const renderer = this.rendererOf(document);
		if (incident.summary === undefined) {
			return html`<p>${start.lead}</p>`.toString();
		}
		return incident.source === 'entry'
			? renderer.renderRange(incident.summary.range, start, contentIndent(document, incident.range.start))
			: renderer.renderValue(incident.summary, start);
	}

	/** Without the document: what its definition kept of the summary. */
	#cutSummary(told: MergedIncident): string {
		const place = told.definitions.find(({ summary }) => summary !== '') ?? told.definitions[0];
		const source = {
			'data-uri': relativeUri(this.#links.base, place?.uri ?? this.#links.base),
			'data-offset': place?.range.start ?? 0,
		};
		return renderMarkdown(place?.summary ?? '', {
			lead: this.#lead(told, told.title),
			titled: told.title,
			source: () => source,
			relativeLink: () => undefined,
		});
	}
}

/** By how much the lines of a list item are indented below its first: up to what stands after its marker. */
function contentIndent({ text, lines }: LogDocument, item: number): number {
	const marker = /^(?:[*+-]|\d{1,9}[.)])[ \t]+/.exec(text.slice(item, item + 20))?.[0] ?? '';
	return item - lines.startOfLine(lines.lineAt(item)) + marker.length;
}
