import type { OnDefect } from '../log/defect.ts';
import { html, trusted } from './html.ts';
import type { BulletinPage } from './model.ts';
import { renderArticle } from './render-page.ts';
import { pageStyles } from './styles.ts';
import { STYLES_HASH } from './styles-hash.ts';

/**
 * The page as a whole HTML document that needs nothing else: no script, no request. Its policy lets in the one
 * stylesheet that it holds.
 */
export function renderStandalone(page: BulletinPage, onDefect?: OnDefect): string {
	const policy = `default-src 'none'; style-src '${STYLES_HASH}'; base-uri 'none'; form-action 'none'`;
	return html`<!DOCTYPE html>
<html lang="en">
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
${trusted(renderArticle(page, onDefect))}
</body>
</html>
`.toString();
}
