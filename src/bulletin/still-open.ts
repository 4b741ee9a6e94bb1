import { attributes, type Html, html } from './html.ts';
import type { MergedIncident } from './merged-incident.ts';
import type { PageBlock } from './model.ts';
import type { PageLinks } from './page-links.ts';
import { startDayText } from './texts.ts';

/** Names the open incidents of earlier weeks: "Still open from before: Certificates not renewed (since 20 August)." */
export function stillOpenBlock(open: readonly MergedIncident[], links: PageLinks, timeZone: string): PageBlock {
	const names = open.map((merged, index) => {
		const end = index === open.length - 1 ? '.' : '; ';
		return html`${nameOf(merged, links)} (since ${startDayText(merged, timeZone)})${end}`;
	});
	const markup = html`<p class="il-still-open">Still open from before: ${names}</p>`;
	return { type: 'markdown', html: markup.toString(), offset: 0 };
}

function nameOf(merged: MergedIncident, links: PageLinks): Html {
	const { title, definitions } = merged;
	const [first] = definitions;
	const href = links.otherPage(merged, undefined, undefined);
	const place = attributes({
		class: 'il-reference il-elsewhere',
		href,
		...(first && links.sourceAttributes(first.uri, first.range.start)),
	});
	const name = html`<bdi>${title.replaceAll('`', '')}</bdi>`;
	return href === undefined ? html`<span${place}>${name}</span>` : html`<a${place}>${name}</a>`;
}
