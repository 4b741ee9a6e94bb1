import { relativeUri } from '../core/uri/relative-uri.ts';
import type { OnDefect } from '../log/defect.ts';
import { factLink } from './fact-link.ts';
import { FORMS } from './form.ts';
import { defectNote } from './guard.ts';
import { attributes, type Html, html, trusted } from './html.ts';
import { swatch } from './legend.ts';
import { renderTitle } from './markdown.ts';
import type { BulletinPage, EntryFacts, FactLink, PageBlock, Picture, PictureBox } from './model.ts';
import { sourceAttributes } from './page-links.ts';
import { PageMemo } from './page-memo.ts';
import { canShift, type LeafPart, type PagePart, type ParentPart, partText } from './page-part.ts';
import { classPaint } from './paint.ts';
import { picturePart } from './picture.ts';
import { tablePart } from './picture-table.ts';
import { renderChecklist } from './render-checklist.ts';
import { levelText } from './texts.ts';

/** Renders a page for the preview as an HTML fragment: the checklist, then the article. */
export function renderPage(page: BulletinPage, onDefect?: OnDefect): string {
	return partText(pageParts(page, { onDefect }));
}

/** Renders the published part of a page: heading, picture, entries, the author's sections. */
export function renderArticle(page: BulletinPage, onDefect?: OnDefect): string {
	return partText(articlePart(contextOf(page, { onDefect })));
}

interface RenderOptions {
	readonly onDefect?: OnDefect | undefined;
	/** The parts of an earlier page of the same view. */
	readonly memo?: PageMemo;
}

/** Renders a page for the preview as parts: see `renderPage`. */
export function pageParts(page: BulletinPage, options: RenderOptions = {}): ParentPart {
	const checklist = { key: 'checklist', html: renderChecklist(page).toString() };
	return { key: 'page', open: '', close: '', children: [checklist, articlePart(contextOf(page, options))] };
}

interface RenderContext extends RenderOptions {
	readonly page: BulletinPage;
	readonly memo: PageMemo;
	/** The URI of the page's own document in its HTML. */
	readonly own: string;
	/** Whether parts of the page's own document can move with its text. */
	readonly canMove: boolean;
}

function contextOf(page: BulletinPage, { onDefect, memo = new PageMemo() }: RenderOptions): RenderContext {
	const own = relativeUri(page.base, page.base);
	return { page, onDefect, memo, own, canMove: canShift(own) };
}

function articlePart(context: RenderContext): PagePart {
	const { page } = context;
	const { heading } = page;
	const head = html`
<header class="il-head-of-page"${source(page, page.base, heading.offset)}>${
		heading.over !== undefined && html`<p class="il-over">${heading.over}</p>`
	}<h1>${trusted(renderTitle(heading.text))}</h1>${
		heading.under !== undefined && html`<p class="il-under">${heading.under}</p>`
	}${page.lede !== undefined && html`<p class="il-lede">${page.lede}</p>`}</header>
`;
	return {
		key: 'article',
		open: html`<article class="il-page" lang="${page.language}">`.toString(),
		close: '</article>',
		children: [
			{ key: 'head', html: head.toString() },
			...page.blocks.map((block, index) => guardedPart(block, index, context)),
		],
	};
}

function source(page: BulletinPage, uri: string, offset: number): Html {
	return attributes(sourceAttributes(page, uri, offset));
}

/** Renders a block, or a note in its place if that throws. */
function guardedPart(block: PageBlock, index: number, context: RenderContext): PagePart {
	const key = block.type === 'entry' ? block.anchor : `${block.type} ${index}`;
	try {
		return partOf(block, key, context);
	} catch (error) {
		context.onDefect?.({ error, uri: block.type === 'entry' ? block.uri : context.page.base, step: 'draw' });
		return { key, html: `${defectNote('This part of the page could not be drawn', error)}\n` };
	}
}

function partOf(block: PageBlock, key: string, context: RenderContext): PagePart {
	const { page, own } = context;
	switch (block.type) {
		case 'picture':
			return page.picture === undefined
				? { key, html: '\n' }
				: { ...pictureFigure(page.picture, block.offset, context), key };
		case 'entry':
			return entryPart(block, key, context);
		case 'markdown':
			return { key, html: `${block.html}\n`, source: own, shift: block.shift ?? 0 };
	}
}

function pictureFigure(picture: Picture, offset: number, { page, memo, own, canMove }: RenderContext): ParentPart {
	const sources = new Map<string, string>();
	const relativeSource = (uri: string) => {
		const relative = sources.get(uri) ?? relativeUri(page.base, uri);
		sources.set(uri, relative);
		return relative;
	};
	const options = {
		memo,
		...(page.audience === 'editor' && { relativeSource, movable: canMove ? own : undefined }),
	};
	const caption = html`<figcaption class="il-caption">${picture.zoneText}. ${picture.nowText}.</figcaption>`;
	return {
		key: 'picture',
		open: html`<figure class="il-picture"${source(page, page.base, offset)}>`.toString(),
		close: '</figure>\n',
		children: [
			...FORMS.map(form => picturePart(picture, { ...options, form })),
			tablePart(picture, memo),
			// The last child, as HTML requires.
			{ key: 'caption', html: caption.toString() },
		],
	};
}

type Entry = Extract<PageBlock, { type: 'entry' }>;

/** Returns the part of an entry, rendered or kept. If it moves with the text of the page, its offsets are shifted. */
function entryPart(entry: Entry, key: string, { page, memo, own, ...context }: RenderContext): LeafPart {
	const { box, anchor, uri, offset, proseAt } = entry;
	const canMove = uri === page.base && context.canMove;
	const facts = withRelativeSources(entry.facts, entry);
	const inputs = [
		...[
			entry.html,
			proseAt,
			anchor,
			entry.permalink,
			uri,
			page.audience,
			page.base,
			page.picture?.levels,
			JSON.stringify(facts),
		],
		...[memo.factsOf(box), canMove ? undefined : offset],
	];
	const rendered = memo.entries.get(key, inputs, () => {
		const at = proseAt ?? offset;
		return {
			html: entryHtml({ ...entry, offset: at, facts: withRelativeSources(facts, { uri, offset: -at }) }, page),
			offset: at,
		};
	});
	return { key, html: rendered.html, source: own, shift: canMove ? offset - rendered.offset : 0 };
}

/** Subtracts the offset of an entry from the sources in its own document. */
function withRelativeSources(facts: EntryFacts, { uri, offset }: Pick<Entry, 'uri' | 'offset'>): EntryFacts {
	const relative = (link: FactLink): FactLink =>
		link.source?.uri === uri ? { ...link, source: { uri, offset: link.source.offset - offset } } : link;
	return {
		...facts,
		references: facts.references.map(relative),
		postmortem: facts.postmortem && relative(facts.postmortem),
	};
}

function entryHtml(entry: Entry, page: BulletinPage): string {
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
<p class="il-facts-line">${facts.map(fact => html`<span>${fact}</span>`)}</p></div></section>
`.toString();
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
