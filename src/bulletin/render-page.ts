import { relativeUri } from '../core/uri/relative-uri.ts';
import type { OnDefect } from '../log/defect.ts';
import { factLink } from './fact-link.ts';
import { FORMS } from './form.ts';
import { defectNote } from './guard.ts';
import { attributes, type Html, html, trusted } from './html.ts';
import { swatch } from './legend.ts';
import { renderTitle } from './markdown.ts';
import type { BulletinPage, PageBlock, Picture, PictureBox } from './model.ts';
import { sourceAttributes } from './page-links.ts';
import { classPaint } from './paint.ts';
import { pictureSvg } from './picture.ts';
import { pictureTable } from './picture-table.ts';
import { renderChecklist } from './render-checklist.ts';
import { levelText } from './texts.ts';

/** Renders a page for the preview as an HTML fragment: the checklist, then the article. */
export function renderPage(page: BulletinPage, onDefect?: OnDefect): string {
	return html`${renderChecklist(page)}${trusted(renderArticle(page, onDefect))}`.toString();
}

/** Renders the published part of a page: heading, picture, entries, the author's sections. */
export function renderArticle(page: BulletinPage, onDefect?: OnDefect): string {
	const { heading } = page;
	const blocks = page.blocks.map(block => `${guardedHtml(block, page, onDefect)}\n`).join('');
	return html`<article class="il-page" lang="${page.language}">
<header class="il-head-of-page"${source(page, page.base, heading.offset)}>${
		heading.over !== undefined && html`<p class="il-over">${heading.over}</p>`
	}<h1>${trusted(renderTitle(heading.text))}</h1>${
		heading.under !== undefined && html`<p class="il-under">${heading.under}</p>`
	}${page.lede !== undefined && html`<p class="il-lede">${page.lede}</p>`}</header>
${trusted(blocks)}</article>`.toString();
}

function source(page: BulletinPage, uri: string, offset: number): Html {
	return attributes(sourceAttributes(page, uri, offset));
}

/** Renders a block, or a note in its place if that throws. */
function guardedHtml(block: PageBlock, page: BulletinPage, onDefect: OnDefect | undefined): Html {
	try {
		return blockHtml(block, page);
	} catch (error) {
		onDefect?.({ error, uri: block.type === 'entry' ? block.uri : page.base, step: 'draw' });
		return defectNote('This part of the page could not be drawn', error);
	}
}

function blockHtml(block: PageBlock, page: BulletinPage): Html {
	switch (block.type) {
		case 'picture':
			return page.picture === undefined ? html`` : pictureHtml(page.picture, block.offset, page);
		case 'entry':
			return entryHtml(block, page);
		case 'markdown':
			return trusted(block.html);
	}
}

function pictureHtml(picture: Picture, offset: number, page: BulletinPage): Html {
	const options = page.audience === 'editor' ? { relativeSource: (uri: string) => relativeUri(page.base, uri) } : {};
	return html`<figure class="il-picture"${source(page, page.base, offset)}>${FORMS.map(form =>
		pictureSvg(picture, { ...options, form }),
	)}<figcaption class="il-caption">${picture.zoneText}. ${picture.nowText}.</figcaption>${pictureTable(picture)}</figure>`;
}

function entryHtml(entry: Extract<PageBlock, { type: 'entry' }>, page: BulletinPage): Html {
	const { box, anchor, permalink, facts: more } = entry;
	const levels = page.picture?.levels ?? [];
	const tag = page.audience === 'editor' && INFERRED_TAG;
	const place = source(page, entry.uri, entry.offset);
	const facts = [
		html`${swatch(box, levels, classPaint)}${impactFact(box)}${box.isImpactInferred && tag}`,
		...(box.durationText === '' ? [] : [html`${box.durationText}${box.ending === 'inferred' && tag}`]),
		...[more.mitigated, more.severity, more.status].flatMap(text => (text === undefined ? [] : [html`${text}`])),
		...(more.components.length === 0 ? [] : [html`${more.components.join(', ')}`]),
		...[...more.references, ...(more.postmortem ? [more.postmortem] : [])].map(link => factLink(link, page)),
		...(permalink === undefined ? [] : [permalinkHtml(permalink, box.title)]),
	];
	return html`<section class="il-entry${box.isCurrent && ' il-entry-current'}" id="${anchor}"${place}>
<div class="il-prose" dir="auto">${trusted(entry.html)}
<p class="il-facts-line">${facts.map(fact => html`<span>${fact}</span>`)}</p></div></section>`;
}

function permalinkHtml(href: string, title: string): Html {
	const name = href.startsWith('#') ? 'Permalink' : 'Details';
	return html`<a${attributes({ href, 'aria-label': `${name}: ${title}` })}>${name}</a>`;
}

const INFERRED_TAG = html`<span class="il-inferred">inferred</span>`;

/** "Impact: minor", "Maintenance, impact: none", "Notice, impact not stated". */
function impactFact(box: PictureBox): string {
	const what =
		box.kind === 'incident' ? 'Impact' : box.kind === 'maintenance' ? 'Maintenance, impact' : 'Notice, impact';
	return `${what}${box.impact === undefined ? '' : ':'} ${levelText(box)}`;
}
