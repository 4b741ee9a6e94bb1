/**
 * Text that is markup. Only `html` and `trusted` create it, so that every other value in a template is escaped:
 * escaping cannot be forgotten, only refused.
 */
export class Html {
	readonly #markup: string;

	constructor(markup: string) {
		this.#markup = markup;
	}

	toString(): string {
		return this.#markup;
	}
}

/** Values of a template. `undefined` and `false` give empty text; the items of lists are joined. */
export type HtmlValue = Html | string | number | undefined | false | readonly HtmlValue[];

/** HTML, or the SVG within it, as a template: `<p class="${name}">${text}</p>`. Attributes must stand in double quotes. */
export function html(literals: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
	let markup = literals[0] ?? '';
	values.forEach((value, i) => {
		markup += markupOf(value) + (literals[i + 1] ?? '');
	});
	return new Html(markup);
}

/** Markup that a renderer of this folder wrote (or markdown-it, with `html: false`). Never text from a record. */
export function trusted(markup: string): Html {
	return new Html(markup);
}

/** Attributes with their values; those that are undefined are left out, those that are true stand alone. */
export function attributes(values: Readonly<Record<string, string | number | boolean | undefined>>): Html {
	let markup = '';
	for (const [name, value] of Object.entries(values)) {
		if (value === true) {
			markup += ` ${name}`;
		} else if (value !== undefined && value !== false) {
			markup += ` ${name}="${escapeText(String(value))}"`;
		}
	}
	return new Html(markup);
}

/** Text as HTML, for element content and for attributes in quotes. */
export function escapeText(text: string): string {
	return withoutControls(text).replace(/[&<>"']/g, character => ESCAPES[character] ?? character);
}

const ESCAPES: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

/**
 * Leaves out what has no shape of its own: control characters, which XML forbids (an SVG is XML), and the explicit
 * directional overrides of Unicode (UAX #9), which make a line read otherwise than it is written.
 */
export function withoutControls(text: string): string {
	return text.replace(CONTROLS, '');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about.
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g;

function markupOf(value: HtmlValue): string {
	if (value === undefined || value === false) {
		return '';
	}
	if (value instanceof Html) {
		return value.toString();
	}
	if (typeof value === 'string' || typeof value === 'number') {
		return escapeText(String(value));
	}
	return value.map(markupOf).join('');
}
