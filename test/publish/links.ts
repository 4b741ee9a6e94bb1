const ATTRIBUTE = /\s(?:href|src)="([^"]*)"/g;
const ID = /\sid="([^"]*)"/g;

/** Returns the links of the HTML files of a site that lead nowhere: to a file or an anchor that does not exist. */
export function brokenLinks(site: ReadonlyMap<string, string>): readonly string[] {
	const anchors = new Map(
		[...site].map(([path, text]) => [path, new Set([...text.matchAll(ID)].map(([, id = '']) => decode(id)))]),
	);
	return [...site].flatMap(([path, text]) =>
		path.endsWith('.html')
			? [...text.matchAll(ATTRIBUTE)]
					.map(([, written = '']) => decode(written))
					.filter(link => isBroken(link, path, anchors))
					.map(link => `${path}: ${link}`)
			: [],
	);
}

function isBroken(link: string, path: string, anchors: ReadonlyMap<string, ReadonlySet<string>>): boolean {
	const base = 'https://site.invalid/';
	const url = new URL(link, base + path.split('/').map(encodeURIComponent).join('/'));
	if (!url.href.startsWith(base)) {
		return link.startsWith('/') || link.startsWith('file:');
	}
	const ids = anchors.get(decodeURIComponent(url.pathname.slice(1)));
	return ids === undefined || (url.hash !== '' && !ids.has(decodeURIComponent(url.hash.slice(1))));
}

function decode(text: string): string {
	return text
		.replaceAll('&quot;', '"')
		.replaceAll('&#39;', "'")
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&amp;', '&');
}
