import { visibleJson } from '../core/visible-text.ts';
import { wellFormed } from '../core/well-formed.ts';

/** Formats a value as well-formed JSON in which invisible characters are escaped. */
export function jsonText(value: unknown): string {
	const text = JSON.stringify(value, (_, each) => (typeof each === 'string' ? wellFormed(each) : each), 2);
	return `${visibleJson(text)}\n`;
}
