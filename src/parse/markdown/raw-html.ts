import { matchAt } from '../../core/match-at.ts';

/** `<scheme:…>` and `<name@host>`: CommonMark 0.31, section 6.5. */
const AUTOLINK = /<[a-z][a-z\d+.-]{1,31}:[!-;=?-\uffff]*>/iy;
const EMAIL_AUTOLINK =
	/<[\w.!#$%&'*+/=?^`{|}~-]+@[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?)*>/iy;

/** CommonMark 0.31, section 6.6. */
const OPEN_TAG = /<[a-z][a-z\d-]*(?:\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:[!#-&(-;?-_a-\uffff]+|'[^']*'|"[^"]*"))?)*\s*\/?>/iy;
const CLOSING_TAG = /<\/[a-z][a-z\d-]*\s*>/iy;

export const COMMENT_OPENING = '<!--';
const COMMENT_CLOSING = '-->';
/** `<!-->` and `<!--->` are comments too: the delimiters may share dashes. */
const COMMENT_SKIP = 2;

/** Returns the end of the comment that begins at an offset, or undefined if it is not closed. */
export function commentEnd(text: string, at: number): number | undefined {
	const close = text.indexOf(COMMENT_CLOSING, at + COMMENT_SKIP);
	return close < 0 ? undefined : close + COMMENT_CLOSING.length;
}

/** Raw HTML that ends with the first occurrence of a text. */
const DELIMITED: readonly { readonly opening: RegExp; readonly skip: number; readonly closing: string }[] = [
	{ opening: /<!--/y, skip: COMMENT_SKIP, closing: COMMENT_CLOSING },
	{ opening: /<\?/y, skip: 2, closing: '?>' },
	{ opening: /<![a-z]/iy, skip: 3, closing: '>' },
	{ opening: /<!\[CDATA\[/y, skip: 9, closing: ']]>' },
];

/** Finds autolinks and raw HTML in one text. Offsets are passed in ascending order. */
export class AngleScanner {
	readonly #text: string;
	/** Closing delimiters that do not occur in the rest of the text: searching again from each opening is quadratic. */
	readonly #missing = new Set<string>();

	constructor(text: string) {
		this.#text = text;
	}

	/** Returns the end of an autolink that begins at an offset. */
	autolinkEnd(at: number): number | undefined {
		const match = matchAt(AUTOLINK, this.#text, at) ?? matchAt(EMAIL_AUTOLINK, this.#text, at);
		return match && at + match[0].length;
	}

	/** Returns the end of a tag, comment, declaration, processing instruction or CDATA section at an offset. */
	htmlEnd(at: number): number | undefined {
		const tag = matchAt(OPEN_TAG, this.#text, at) ?? matchAt(CLOSING_TAG, this.#text, at);
		if (tag !== undefined) {
			return at + tag[0].length;
		}
		const form = DELIMITED.find(({ opening }) => matchAt(opening, this.#text, at) !== undefined);
		if (form === undefined || this.#missing.has(form.closing)) {
			return undefined;
		}
		const close = this.#text.indexOf(form.closing, at + form.skip);
		if (close < 0) {
			this.#missing.add(form.closing);
			return undefined;
		}
		return close + form.closing.length;
	}
}
