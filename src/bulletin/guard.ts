import { errorText } from '../core/scalar-text.ts';
import type { OnDefect } from '../log/defect.ts';
import { type Html, html } from './html.ts';
import type { PageBlock } from './model.ts';

/** Where something that is drawn comes from. */
export interface DrawnPlace {
	readonly uri: string;
	readonly offset: number;
}

/** Draws a part of a page. Where that throws, the page says so in its place: the rest of it is not lost. */
export function guardedBlocks(
	place: DrawnPlace,
	onDefect: OnDefect | undefined,
	draw: () => readonly PageBlock[],
): readonly PageBlock[] {
	try {
		return draw();
	} catch (error) {
		onDefect?.({ error, uri: place.uri, step: 'draw' });
		return [defectBlock(error, place.offset)];
	}
}

export function defectBlock(error: unknown, offset: number): PageBlock {
	return { type: 'markdown', html: defectNote('This part of the page could not be drawn', error).toString(), offset };
}

/** `what` is missing on the page, for a reader of the page. */
export function defectNote(what: string, error: unknown): Html {
	return html`<p class="il-missing">${what}: internal error <code>${errorText(error)}</code>.</p>`;
}
