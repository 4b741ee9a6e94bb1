import { LineIndex } from '../core/line-index.ts';
import type { Located, Range } from '../core/range.ts';
import type { Reference } from '../core/reference.ts';
import { resolveDestination } from '../core/uri/link-target.ts';
import { type LinkDefinitions, readLinkDefinitions } from '../parse/markdown/link-definitions.ts';
import type { LogDocument } from '../parse/model/document.ts';
import { overlapping } from '../parse/model/ranges.ts';
import { attributes, type Html, html } from './html.ts';
import { type MarkdownContext, renderMarkdown } from './markdown.ts';
import type { LinkLook, PageLinks } from './page-links.ts';
import type { PageMemo, RenderedAt, RenderedProse } from './page-memo.ts';
import { canShift, shiftedHtml } from './page-part.ts';

/** The start of rendered prose. See `MarkdownContext`. */
export interface ProseStart {
	readonly lead?: Html;
	readonly titled?: string;
}

/** Prose is recognised by its start when it has moved. */
const KEY_LENGTH = 80;

type Look = (reference: Reference) => LinkLook;

/** A reference with its source text and its range in the rendered text. */
interface LocatedReference {
	readonly reference: Reference;
	readonly range: Range;
	readonly written: string;
}

/** Renders the prose of one document as HTML, with references as links. */
export class ProseRenderer {
	readonly #document: LogDocument;
	readonly #links: PageLinks;
	readonly #memo: PageMemo;
	/** Whether offsets in the prose can be shifted with it, if its document is that of the part. */
	readonly #canShift: boolean;
	/** References in prose, in document order. */
	readonly #references: readonly Reference[];
	#definitions: LinkDefinitions | undefined;

	constructor(document: LogDocument, links: PageLinks, memo: PageMemo) {
		this.#document = document;
		this.#links = links;
		this.#memo = memo;
		this.#canShift = document.uri === links.base && canShift(links.relative(document.uri));
		this.#references = withoutOverlaps(document.references.filter(({ form }) => form !== 'field' && form !== 'link'));
	}

	/** Renders a range of the document. `indent`: columns by which its lines after the first are indented. */
	renderRange(range: Range, start: ProseStart = {}, indent = 0): RenderedAt {
		const text = this.#document.text.slice(range.start, range.end);
		const located = this.#within(range).map(({ reference, written }) => {
			const { fullRange } = reference;
			return { reference, written, range: { start: fullRange.start - range.start, end: fullRange.end - range.start } };
		});
		return this.#render(text, located, range, start, indent);
	}

	/**
	 * Renders a value of the document: as a range if the source contains it unchanged, otherwise (a block scalar of YAML) as
	 * the value itself, in which the references of that range are found by their text.
	 */
	renderValue({ value, range }: Located<string>, start: ProseStart = {}): RenderedAt {
		if (range.end - range.start === value.length) {
			return this.renderRange(range, start);
		}
		let from = 0;
		const located = this.#within(range).flatMap(({ reference, written }): LocatedReference[] => {
			const at = value.indexOf(written, from);
			if (at < 0) {
				return [];
			}
			from = at + written.length;
			return [{ reference, written, range: { start: at, end: from } }];
		});
		return this.#render(value, located, range, start, 0);
	}

	/** Like `renderRange`, as HTML with the present offsets. */
	rangeHtml(range: Range): string {
		return this.#presentHtml(this.renderRange(range), range);
	}

	/** Like `renderValue`, as HTML with the present offsets. */
	valueHtml(value: Located<string>): string {
		return this.#presentHtml(this.renderValue(value), value.range);
	}

	#presentHtml({ html, offset }: RenderedAt, { start }: Range): string {
		const source = this.#links.relative(this.#document.uri);
		return shiftedHtml({ key: '', html, source, shift: start - offset });
	}

	/** Returns the references in a range with their source text. */
	#within(range: Range): readonly Omit<LocatedReference, 'range'>[] {
		return overlapping(this.#references, ({ fullRange }) => fullRange, range)
			.filter(({ fullRange }) => fullRange.start >= range.start && fullRange.end <= range.end)
			.map(reference => ({
				reference,
				written: this.#document.text.slice(reference.fullRange.start, reference.fullRange.end),
			}));
	}

	/** Returns the prose, or that of an earlier page: of the same text, with references that look the same. */
	#render(
		text: string,
		located: readonly LocatedReference[],
		range: Range,
		start: ProseStart,
		indent: number,
	): RenderedAt {
		const { uri } = this.#document;
		const canMove = this.#canShift && text.length === range.end - range.start;
		const definitions = this.#pageDefinitions();
		const inputs = [
			...[text, indent, start.lead?.toString(), start.titled, this.#links.base, this.#links.audience],
			...(canMove ? [] : [this.#document]),
			definitions === undefined ? undefined : JSON.stringify(definitions),
			...located.flatMap(({ reference: { form, target }, written, range: { start: at } }) => [
				...[at, form, written, JSON.stringify(target)],
			]),
		];
		const key = `${uri} ${start.titled ?? ''} ${text.slice(0, KEY_LENGTH)}`;
		const render = (): RenderedProse => {
			const looks: (readonly [Reference, string])[] = [];
			const look = (reference: Reference) => {
				const found = this.#links.look(reference);
				looks.push([reference, this.#lookText(found, range.start)]);
				return found;
			};
			const html = this.#renderNew(text, located, range, start, indent, look);
			return { html, offset: range.start, looks };
		};
		const areLooksEqual = ({ looks }: RenderedProse) =>
			looks.every(([reference, before]) => this.#lookText(this.#links.look(reference), range.start) === before);
		return this.#memo.prose.get(key, inputs, render, areLooksEqual);
	}

	/** Returns all of a look that is visible. The offset of a target in the document itself is relative to the prose. */
	#lookText({ state, href, title, target }: LinkLook, offset: number): string {
		const at = target && (target.uri === this.#document.uri ? target.range.start - offset : target.range.start);
		return JSON.stringify([state, href, title, target?.title, target?.uri, at]);
	}

	#renderNew(
		text: string,
		located: readonly LocatedReference[],
		range: Range,
		start: ProseStart,
		indent: number,
		look: Look,
	): string {
		const lines = new LineIndex(text);
		const isUnchanged = text.length === range.end - range.start;
		const firstLine = this.#document.lines.lineAt(range.start);
		const context: MarkdownContext = {
			...start,
			source: line =>
				this.#links.sourceAttributes(
					this.#document.uri,
					isUnchanged
						? range.start + lines.startOfLine(line)
						: Math.min(Math.max(range.start, this.#document.lines.startOfLine(firstLine + line)), range.end),
				),
			references: {
				text,
				ranges: located.map(reference => reference.range),
				render: (index, isInLink) => {
					const reference = located[index];
					return reference === undefined
						? html``
						: referenceHtml(reference, look(reference.reference), this.#links, isInLink);
				},
			},
			relativeLink: href => this.#relativeLink(href, look),
		};
		return renderMarkdown(dedented(text, indent), context, this.#pageDefinitions());
	}

	#pageDefinitions(): LinkDefinitions | undefined {
		const { body, text } = this.#document;
		if (body === undefined) {
			return undefined;
		}
		const { start, end } = body.range;
		const first = text.indexOf(']:', start);
		if (first >= 0 && first < end) {
			this.#definitions ??= readLinkDefinitions(text.slice(start, end));
		}
		return this.#definitions;
	}

	/** Renders a link to a record of the log like a reference. Undefined for other links, which are kept. */
	#relativeLink(href: string, lookOf: Look): { readonly open: Html; readonly close: Html } | undefined {
		const uri = resolveDestination(this.#document.uri, href);
		const reference = this.#document.references.find(
			({ form, target }) => form === 'link' && target.by === 'uri' && target.uri === uri,
		);
		if (reference === undefined) {
			return undefined;
		}
		const look = lookOf(reference);
		if (this.#links.audience === 'readers' && look.href === undefined) {
			return { open: html``, close: html`` };
		}
		return { open: openTag(look, this.#links, false), close: look.href === undefined ? html`</span>` : html`</a>` };
	}
}

function referenceHtml(
	{ reference, written }: LocatedReference,
	look: LinkLook,
	links: PageLinks,
	inLink: boolean,
): Html {
	const text = reference.form === 'wiki-link' ? wikiText(written, look) : written;
	const isLink = look.href !== undefined && !inLink;
	if (links.audience === 'readers' && !isLink) {
		return html`${text}`;
	}
	return html`${openTag(look, links, inLink)}${text}${isLink ? html`</a>` : html`</span>`}`;
}

/** The text of a wiki link: that of `[[id|text]]`, or the title of the target of `[[id]]`. */
function wikiText(written: string, look: LinkLook): string {
	const [id = '', ...text] = written.replace(/^\[\[|\]\]$/g, '').split(/\\?\|/);
	const label = text.join('|').trim();
	return label !== '' ? label : look.state === 'unresolved' ? id : (look.target?.title ?? id);
}

function openTag({ state, href, title, target }: LinkLook, links: PageLinks, inLink: boolean): Html {
	const source = state === 'on-page' ? undefined : target;
	const values = attributes({
		class: `il-reference il-${state}`,
		href: inLink ? undefined : href,
		title,
		...(source && links.sourceAttributes(source.uri, source.range.start)),
	});
	return href === undefined || inLink ? html`<span${values}>` : html`<a${values}>`;
}

/** Leaves out the later of two overlapping references. */
function withoutOverlaps(references: readonly Reference[]): readonly Reference[] {
	let end = 0;
	return [...references]
		.sort((a, b) => a.fullRange.start - b.fullRange.start || b.fullRange.end - a.fullRange.end)
		.filter(({ fullRange }) => {
			const isFree = fullRange.start >= end;
			end = isFree ? fullRange.end : end;
			return isFree;
		});
}

/** Removes up to `columns` white space characters from the start of each line after the first. */
function dedented(text: string, columns: number): string {
	if (columns === 0) {
		return text;
	}
	const [first = '', ...rest] = text.split(/\r\n?|\n/);
	return [first, ...rest.map(line => line.slice(Math.min(columns, line.length - line.trimStart().length)))].join('\n');
}
