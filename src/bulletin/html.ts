/** Markup. Only `html` and `trusted` create it: every other value in a template is escaped by default. */
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

/** Template tag for HTML and SVG: `<p class="${name}">${text}</p>`. Attribute values must be in double quotes. */
export function html(literals: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
	let markup = literals[0] ?? '';
	values.forEach((value, i) => {
		markup += markupOf(value) + (literals[i + 1] ?? '');
	});
	return new Html(markup);
}

/** Marks text as markup: output of a renderer in this folder or of markdown-it (with `html: false`), never text of a record. */
export function trusted(markup: string): Html {
	return new Html(markup);
}

/** Formats attributes. Those with the value `undefined` or `false` are omitted; `true` gives an attribute without a value. */
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

/** Escapes text for element content and quoted attribute values. */
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
 * Removes control characters, which XML (and thus SVG) forbids, and the explicit directional overrides of Unicode (UAX #9),
 * which display a line in another order than it is written.
 */
export function withoutControls(text: string): string {
	return text.replace(CONTROLS, '');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: matches control characters
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
