import { html } from '../bulletin/html.ts';
import { resolveUri } from '../core/uri/relative-uri.ts';

/** Returns the sitemap of the pages at some paths below the address of the site. */
export function sitemap(url: string, paths: readonly string[]): string {
	const entries = paths.map(
		path => html`<url><loc>${resolveUri(url, path === 'index.html' ? '' : path)}</loc></url>\n`,
	);
	return html`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${entries}</urlset>
`.toString();
}
