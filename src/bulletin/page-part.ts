import { escapeText } from './html.ts';

/**
 * A part of a rendered page: HTML, or an element whose content is made of parts. The preview replaces only the parts that
 * have changed. Keys are unique among the parts of an element.
 */
export type PagePart = LeafPart | ParentPart;

export interface LeafPart {
	readonly key: string;
	readonly html: string;
	/** The document of the part, as in `data-uri`, whose offsets in `html` are to be shifted. */
	readonly source?: string;
	/** UTF-16 units that are added to these offsets. The text of the document before the part has changed since it was rendered. */
	readonly shift?: number;
}

/** `open` and `close` are the tags of one element. Both are empty for a list of parts without an element. */
export interface ParentPart {
	readonly key: string;
	readonly open: string;
	readonly close: string;
	readonly children: readonly PagePart[];
}

/** Returns a part as HTML. */
export function partText(part: PagePart): string {
	if ('html' in part) {
		return shiftedHtml(part);
	}
	let text = part.open;
	for (const child of part.children) {
		text += partText(child);
	}
	return text + part.close;
}

/** Whether the URI is the same in each attribute: escapes of quotes differ. */
export function canShift(source: string): boolean {
	return escapeText(source) === source;
}

/** Returns the HTML of a part with its present offsets. */
export function shiftedHtml({ html, source, shift = 0 }: LeafPart): string {
	if (shift === 0 || source === undefined || !canShift(source)) {
		return html;
	}
	// Quotes in texts and in other attributes are escaped: this is always the attribute of an element.
	const start = `data-uri="${source}" data-offset="`;
	const [first = '', ...rest] = html.split(start);
	return first + rest.map(part => start + part.replace(/^-?\d+/, offset => String(Number(offset) + shift))).join('');
}
