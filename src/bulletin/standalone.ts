import type { OnDefect } from '../log/defect.ts';
import { html, trusted } from './html.ts';
import type { BulletinPage } from './model.ts';
import { renderArticle } from './render-page.ts';
import { pageStyles } from './styles.ts';
import { STYLES_HASH } from './styles-hash.ts';

/**
 * Renders a page as a complete HTML document without scripts and requests. Its content security policy allows only its own
 * stylesheet.
 */
export function renderStandalone(page: BulletinPage, onDefect?: OnDefect): string {
	const policy = `default-src 'none'; style-src '${STYLES_HASH}'; base-uri 'none'; form-action 'none'`;
	return html`<!DOCTYPE html>
<html lang="${page.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Incident Log">
<title>${page.title}</title>
<style>${trusted(pageStyles)}</style>
</head>
<body>
<main>
${trusted(renderArticle(page, onDefect))}
</main>
</body>
</html>
`.toString();
}
