import { type Html, html } from './html.ts';

/** Renders a wide table in an element that scrolls on a narrow screen, also by the keyboard. */
export function scrollable(name: string, table: Html): Html {
	return html`<div class="il-scroll" role="group" aria-label="${name}" tabindex="0">${table}</div>`;
}
