import type { ChangedParent, NewPart, PartChange, UnchangedParts } from '../core/part-change.ts';
import { copyAttributes, morphBetween, morphChildren } from './morph.ts';

/** A part of the page in the document: the nodes between two comments, and the parts in its element. */
interface ShownPart {
	readonly start: Comment;
	readonly end: Comment;
	readonly children: readonly ShownPart[];
}

const START = '[';
const END = ']';

/** Changes that do not fit to the page. The whole page must be requested. */
export class UnfitChanges extends Error {}

/** Shows the parts of a page below an element, and replaces only those that change. */
export class PageParts {
	readonly #root: Element;
	readonly #parse: Context['parse'];
	#shown: readonly ShownPart[] = [];

	/** `prepare` is called with all new content. */
	constructor(root: Element, prepare: (content: DocumentFragment) => void) {
		this.#root = root;
		this.#parse = (markup, parent) => {
			const content = parse(markup, parent);
			prepare(content);
			return content;
		};
	}

	/** Shows a whole page. Reuses nodes, so that the scroll position, the focus and a selection are kept if possible. */
	show(parts: readonly NewPart[]): void {
		const content = this.#parse(parts.map(markupOf).join(''), this.#root);
		morphChildren(this.#root, content);
		this.#shown = partsBetween(this.#root.firstChild, null);
	}

	/** Applies changes. `source`: the `data-uri` of the page's own document. */
	apply(changes: readonly PartChange[], source: string): void {
		const focused = focusedSource();
		this.#shown = changed(this.#root, this.#shown, changes, { source, parse: this.#parse });
		restoreFocus(focused);
	}

	/** Shows other content. */
	replace(...content: readonly Element[]): void {
		this.#shown = [];
		this.#root.replaceChildren(...content);
	}
}

/** What is the same for all parts of a page. */
interface Context {
	/** The `data-uri` of the page's own document. */
	readonly source: string;
	readonly parse: (markup: string, parent: Node) => DocumentFragment;
}

/** Applies changes to the parts in an element. Returns the new parts. */
function changed(
	parent: ParentNode,
	before: readonly ShownPart[],
	changes: readonly PartChange[],
	context: Context,
): readonly ShownPart[] {
	const after = before.at(-1)?.end.nextSibling ?? null;
	const used = new Set(changes.flatMap(earlierIndexes));
	for (const part of before.filter((_, index) => !used.has(index))) {
		extract(part);
	}
	let cursor: Node | null = before.find((_, index) => used.has(index))?.start ?? after;
	/** Returns an earlier part, and moves it to the cursor if it is elsewhere. */
	const keep = (index: number): ShownPart => {
		const part = before[index];
		if (part === undefined) {
			throw new UnfitChanges(`No part ${index}.`);
		}
		if (part.start === cursor) {
			cursor = part.end.nextSibling;
		} else {
			parent.insertBefore(extract(part), cursor);
		}
		return part;
	};
	return changes.flatMap((change): readonly ShownPart[] => {
		if ('count' in change) {
			const run = indexesOf(change).map(keep);
			for (const part of run) {
				shiftOffsets(part, context.source, change.shift ?? 0);
			}
			return run;
		}
		if ('changes' in change) {
			return [changedParent(keep(change.from), change, context)];
		}
		if ('html' in change && change.replaces !== undefined) {
			const part = keep(change.replaces);
			morphBetween(parent, part.start.nextSibling, part.end, context.parse(change.html, parent));
			return [part];
		}
		const added = context.parse(markupOf(change), parent);
		const first = added.firstChild;
		parent.insertBefore(added, cursor);
		return partsBetween(first, cursor);
	});
}

/** The indexes of the earlier parts that a change keeps. */
function earlierIndexes(change: PartChange): readonly number[] {
	if ('count' in change) {
		return indexesOf(change);
	}
	if ('changes' in change) {
		return [change.from];
	}
	return 'replaces' in change && change.replaces !== undefined ? [change.replaces] : [];
}

function indexesOf({ from, count }: UnchangedParts): readonly number[] {
	return Array.from({ length: count }, (_, index) => from + index);
}

function changedParent(part: ShownPart, { tag, changes }: ChangedParent, context: Context): ShownPart {
	const element = part.start.nextSibling;
	if (!(element instanceof Element)) {
		throw new UnfitChanges('A part without an element has no parts.');
	}
	if (tag !== undefined) {
		const wanted = context.parse(tag, part.start.parentNode ?? element).firstElementChild;
		if (wanted !== null) {
			copyAttributes(element, wanted);
		}
	}
	// The parts can be in an element of the parser, such as the body of a table.
	const parent = part.children[0]?.start.parentNode ?? element;
	return { ...part, children: changed(parent, part.children, changes, context) };
}

/** Adds a number to the offsets of a part in the page's own document. */
function shiftOffsets({ start, end }: ShownPart, source: string, by: number): void {
	if (by === 0) {
		return;
	}
	for (let node = start.nextSibling; node !== null && node !== end; node = node.nextSibling) {
		if (node instanceof Element) {
			for (const element of [node, ...node.querySelectorAll('[data-offset]')]) {
				if (element.getAttribute('data-uri') === source) {
					element.setAttribute('data-offset', String(Number(element.getAttribute('data-offset')) + by));
				}
			}
		}
	}
}

/** Takes the nodes of a part out of the document. */
function extract({ start, end }: ShownPart): DocumentFragment {
	const range = document.createRange();
	range.setStartBefore(start);
	range.setEndAfter(end);
	return range.extractContents();
}

/** Returns a part as HTML, between comments that mark it. Texts of a page contain no comments. */
function markupOf(part: NewPart): string {
	const content = 'html' in part ? part.html : part.open + part.children.map(markupOf).join('') + part.close;
	return `<!--${START}-->${content}<!--${END}-->`;
}

/** Parses HTML as the content of an element: in SVG, of an `svg` element. */
function parse(markup: string, parent: Node): DocumentFragment {
	const template = document.createElement('template');
	if (parent instanceof SVGElement) {
		template.innerHTML = `<svg>${markup}</svg>`;
		const content = document.createDocumentFragment();
		content.append(...(template.content.firstChild?.childNodes ?? []));
		return content;
	}
	template.innerHTML = markup;
	return template.content;
}

/** Returns the parts that are marked in a row of nodes and their descendants. */
function partsBetween(first: Node | null, end: Node | null): readonly ShownPart[] {
	const parts: ShownPart[] = [];
	let start: Comment | undefined;
	let inside: ShownPart[] = [];
	const open: { readonly start: Comment; readonly parts: ShownPart[] }[] = [];
	for (let node = first; node !== null && node !== end; node = node.nextSibling) {
		if (node instanceof Comment && node.data === START) {
			if (start !== undefined) {
				open.push({ start, parts: inside });
			}
			start = node;
			inside = [];
		} else if (node instanceof Comment && node.data === END && start !== undefined) {
			const part: ShownPart = { start, end: node, children: inside };
			const outer = open.pop();
			start = outer?.start;
			inside = outer?.parts ?? [];
			(outer === undefined ? parts : inside).push(part);
		} else if (node instanceof Element) {
			(start === undefined ? parts : inside).push(...partsBetween(node.firstChild, null));
		}
	}
	return parts;
}

/** The source position of the focused element, to find it again if it is replaced. */
function focusedSource(): { readonly selector: string } | undefined {
	const element = document.activeElement;
	if (element === null || element === document.body) {
		return undefined;
	}
	const [uri, offset] = [element.getAttribute('data-uri'), element.getAttribute('data-offset')];
	if (element.id !== '') {
		return { selector: `#${CSS.escape(element.id)}` };
	}
	return uri === null || offset === null
		? undefined
		: { selector: `${element.localName}[data-uri="${CSS.escape(uri)}"][data-offset="${offset}"]` };
}

function restoreFocus(focused: { readonly selector: string } | undefined): void {
	if (focused !== undefined && (document.activeElement === null || document.activeElement === document.body)) {
		const found = [...document.querySelectorAll<HTMLElement | SVGElement>(focused.selector)];
		found.find(element => element.getClientRects().length > 0)?.focus({ preventScroll: true });
	}
}
