import type { OnDefect } from '../log/defect.ts';
import { attributes, type Html, html, trusted } from './html.ts';
import type { BulletinPage, PageLink, PageNavigation } from './model.ts';
import { renderArticle } from './render-page.ts';
import { pageStyles } from './styles.ts';
import { STYLES_HASH } from './styles-hash.ts';

/** The parts of an HTML document around its content. */
export interface Frame {
	readonly title: string;
	/** A BCP 47 tag. */
	readonly language: string;
	/** Undefined for a page that is published alone. */
	readonly navigation?: PageNavigation | undefined;
	/** The address of a stylesheet in the same site. Undefined: the document contains `pageStyles`. */
	readonly stylesheet?: string | undefined;
}

/** Renders a page as a complete HTML document. `site`: undefined for a page that is published alone. */
export function renderStandalone(
	page: BulletinPage,
	onDefect?: OnDefect,
	site?: Pick<Frame, 'navigation' | 'stylesheet'>,
): string {
	const { title, language, heading } = page;
	// The navigation has the name of the log already.
	const over = heading.over === site?.navigation?.home.text ? undefined : heading.over;
	const article = renderArticle({ ...page, heading: { ...heading, over } }, onDefect);
	return renderDocument(trusted(article), { title, language, ...site });
}

/**
 * Renders a complete HTML document without scripts and requests. Its content security policy allows only its own
 * stylesheet.
 */
export function renderDocument(content: Html, { title, language, navigation, stylesheet }: Frame): string {
	const policy = `default-src 'none'; style-src ${stylesheet === undefined ? `'${STYLES_HASH}'` : "'self'"}; base-uri 'none'; form-action 'none'`;
	const feeds = navigation?.feeds ?? [];
	const styles =
		stylesheet === undefined
			? html`<style>${trusted(pageStyles)}</style>`
			: html`<link rel="stylesheet" href="${stylesheet}">`;
	return html`<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Incident Log">
<title>${title}</title>
${feeds.map(({ type, text, href }) => html`<link rel="alternate"${attributes({ type, title: text, href })}>\n`)}${styles}
</head>
<body>
${navigation && navigationBar(navigation)}<main>
${content}
</main>
</body>
</html>
`.toString();
}

function navigationBar({ home, previous, next, others, feeds }: PageNavigation): Html {
	return html`<nav class="il-nav" aria-label="Site">${linkHtml(home, 'il-home')}<span>${
		previous && linkHtml({ ...previous, text: `← ${previous.text}` }, undefined, 'prev')
	}${next && linkHtml({ ...next, text: `${next.text} →` }, undefined, 'next')}${[...others, ...feeds.slice(0, 1)].map(
		link => linkHtml(link),
	)}</span></nav>
`;
}

function linkHtml({ text, href }: PageLink, name?: string, rel?: string): Html {
	return html`<a${attributes({ class: name, href, rel })}>${text}</a>`;
}
