import { attributes, type Html, html } from './html.ts';
import type { Audience, FactLink } from './model.ts';
import { sourceAttributes } from './page-links.ts';

/** Renders the name of another record after its relation: "recurrence of State database slow". */
export function factLink(
	{ relation, text, href, source }: FactLink,
	page: { readonly audience: Audience; readonly base: string },
): Html {
	const values = attributes({
		class: 'il-reference il-elsewhere',
		href,
		...(source && sourceAttributes(page, source.uri, source.offset)),
	});
	const name = html`<bdi>${text}</bdi>`;
	const plain = page.audience === 'readers' ? name : html`<span${values}>${name}</span>`;
	return html`${relation !== undefined && `${relation} `}${href === undefined ? plain : html`<a${values}>${name}</a>`}`;
}
