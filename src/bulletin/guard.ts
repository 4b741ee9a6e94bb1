import { errorText } from '../core/scalar-text.ts';
import type { OnDefect } from '../log/defect.ts';
import { type Html, html } from './html.ts';
import type { PageBlock } from './model.ts';

/** The source position of a part of a page. */
export interface BlockSource {
	readonly uri: string;
	readonly offset: number;
}

/** Renders a part of a page. If that throws, a note replaces this part, and the rest of the page is kept. */
export function guardedBlocks(
	source: BlockSource,
	onDefect: OnDefect | undefined,
	draw: () => readonly PageBlock[],
): readonly PageBlock[] {
	try {
		return draw();
	} catch (error) {
		onDefect?.({ error, uri: source.uri, step: 'draw' });
		return [defectBlock(error, source.offset)];
	}
}

export function defectBlock(error: unknown, offset: number): PageBlock {
	return { type: 'markdown', html: defectNote('This part of the page could not be drawn', error).toString(), offset };
}

/** Returns a note for the reader of a page about a part that is missing. `what`: a clause without a full stop. */
export function defectNote(what: string, error: unknown): Html {
	return html`<p class="il-missing">${what}: internal error <code>${errorText(error)}</code>.</p>`;
}
