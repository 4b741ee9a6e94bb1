import { applyEdits } from '../core/text-edit.ts';
import { resolveDestination } from '../core/uri/link-target.ts';
import { relativeUri } from '../core/uri/relative-uri.ts';
import { readLinkDefinitions } from '../parse/markdown/link-definitions.ts';
import { readMarkdown } from '../parse/markdown/read-markdown.ts';
import type { LogDocument } from '../parse/model/document.ts';

/** A path within the site, with what may stand behind it: `../incidents/a.yaml#updates`. */
const RELATIVE = /^(?![a-z][a-z0-9+.-]*:|\/)([^?#]*)(.*)$/is;
const LABEL = /\[([^[\]\\]{1,200})\]/g;

/** A relative path on one page as it is written on another one. What is no relative path stays as it is. */
export function movedPath(path: string, from: string, to: string): string {
	const [, file = '', rest = ''] = RELATIVE.exec(path) ?? [];
	// A place on the page itself is a place on another page from elsewhere.
	const target = file === '' ? (rest.startsWith('#') ? from : undefined) : resolveDestination(from, file);
	return target === undefined ? path : relativeUri(to, target) + rest;
}

/**
 * Markdown from a page as a text of its own, at another place: relative links lead where they led, and the link
 * definitions of the page that it uses come with it.
 */
export function movedMarkdown(markdown: string, page: LogDocument, to: string): string {
	const text = markdown + definitionsFor(markdown, page);
	const edits = readMarkdown(text, 0).links.map(({ destination: range }) => {
		return { range, newText: movedPath(text.slice(range.start, range.end), page.uri, to) };
	});
	return applyEdits(text, edits);
}

/** `[label]: <address> "title"` for each label that a text uses and does not define. */
function definitionsFor(markdown: string, { text, body }: LogDocument): string {
	const onPage = body === undefined ? {} : readLinkDefinitions(text.slice(body.range.start, body.range.end));
	const own = readLinkDefinitions(markdown);
	const lines = new Map<string, string>();
	for (const [, label = ''] of Object.keys(onPage).length === 0 ? [] : markdown.matchAll(LABEL)) {
		// As CommonMark compares labels, in the spelling that markdown-it gives them.
		const key = label.trim().replace(/\s+/g, ' ').toLowerCase().toUpperCase();
		const definition = Object.hasOwn(onPage, key) && !Object.hasOwn(own, key) ? onPage[key] : undefined;
		if (definition !== undefined) {
			const title = definition.title === undefined || definition.title === '' ? '' : ` ${quoted(definition.title)}`;
			lines.set(key, `[${label.trim().replace(/\s+/g, ' ')}]: <${definition.href}>${title}`);
		}
	}
	return lines.size === 0 ? '' : `\n\n${[...lines.values()].join('\n')}`;
}

function quoted(title: string): string {
	return `"${title.replace(/\s+/g, ' ').replace(/["\\]/g, '\\$&')}"`;
}
