import type { Range } from '../../core/range.ts';
import type { LogDocument } from '../model/document.ts';

/** The internal parts of a text. */
export interface InternalParts {
	/** In the order of the text; they do not overlap. */
	readonly ranges: readonly Range[];
	/** The start mark of an internal part without an end, which extends to the end of the text. */
	readonly unclosed: Range | undefined;
}

/** The limits of an internal part in Markdown and in the texts of YAML, and in the comments of YAML. */
const LIMIT = /<!--[ \t]*(\/?)internal[ \t]*-->|^[ \t]*#[ \t]*(\/?)internal[ \t]*$/gim;

/**
 * Finds the parts between `<!-- internal -->` and `<!-- /internal -->`, and in YAML between the comments `# internal` and
 * `# /internal`. They do not nest: an internal part ends at the first end.
 */
export function findInternalParts(document: Pick<LogDocument, 'text' | 'format' | 'body'>): InternalParts {
	const { text, format, body } = document;
	// In Markdown, `# Internal` is a heading.
	const yamlEnd = format === 'yaml' ? text.length : (body?.range.start ?? 0);
	const ranges: Range[] = [];
	let open: Range | undefined;
	for (const match of text.matchAll(LIMIT)) {
		const limit = { start: match.index, end: match.index + match[0].length };
		const isEnd = match[1] === '/' || match[2] === '/';
		if (match[1] === undefined && limit.start >= yamlEnd) {
			continue;
		}
		if (open === undefined && !isEnd) {
			open = limit;
		} else if (open !== undefined && isEnd) {
			ranges.push({ start: open.start, end: limit.end });
			open = undefined;
		}
	}
	if (open !== undefined) {
		ranges.push({ start: open.start, end: text.length });
	}
	return { ranges, unclosed: open };
}
