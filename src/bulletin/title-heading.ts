import type { Range } from '../core/range.ts';
import type { LogDocument } from '../parse/model/document.ts';

/** The title of a Markdown page: a heading of the first level at its start. */
export function titleHeading({
	body,
	text,
}: LogDocument): { readonly text: string; readonly range: Range } | undefined {
	const first = body?.sections[0];
	if (body === undefined || first?.level !== 1 || text.slice(body.range.start, first.range.start).trim() !== '') {
		return undefined;
	}
	return { text: first.title.value, range: { start: first.range.start, end: first.content.start } };
}
