import { escapeText, type Html, type HtmlValue, html, trusted } from './html.ts';

type ElementName = 'svg' | 'g' | 'a' | 'rect' | 'path' | 'text' | 'tspan' | 'title' | 'desc';
type Values = Readonly<Record<string, string | number | undefined>>;

/** Creates an SVG element. Undefined attributes are omitted, and numbers are rounded to a tenth. */
export function svg(name: ElementName, values: Values, ...content: readonly HtmlValue[]): Html {
	const open = startTag(name, values);
	return content.length === 0
		? trusted(`${open.slice(0, -1)}/>`)
		: trusted(`${open}${html`${content}`.toString()}</${name}>`);
}

/** Returns the start tag of an SVG element. */
export function startTag(name: ElementName, values: Values): string {
	let tag = `<${name}`;
	for (const key in values) {
		const value = values[key];
		if (value !== undefined) {
			tag += ` ${key}="${typeof value === 'number' ? round(value) : escapeText(value)}"`;
		}
	}
	return `${tag}>`;
}

/** Formats path data: `path('M', 1, 2, 'H', 3.14)` is `M1 2H3.1`. */
export function path(...steps: readonly (string | number)[]): string {
	let written = '';
	steps.forEach((step, i) => {
		const needsSpace = typeof step === 'number' && typeof steps[i - 1] === 'number';
		written += (needsSpace ? ' ' : '') + (typeof step === 'number' ? round(step) : step);
	});
	return written;
}

/** Rounds to a tenth of a unit. */
function round(length: number): number {
	return Math.round(length * 10) / 10;
}
