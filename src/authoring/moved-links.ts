import { applyEdits } from '../core/text-edit.ts';
import { resolveDestination } from '../core/uri/link-target.ts';
import { relativeUri } from '../core/uri/relative-uri.ts';
import { definitionKey, readLinkDefinitions } from '../parse/markdown/link-definitions.ts';
import { readMarkdown } from '../parse/markdown/read-markdown.ts';
import type { LogDocument } from '../parse/model/document.ts';

/** A relative path, and the query and fragment after it: `../incidents/a.yaml#updates`. */
const RELATIVE = /^(?![a-z][a-z0-9+.-]*:|\/)([^?#]*)(.*)$/is;
const LABEL = /\[([^[\]\\]{1,200})\]/g;

/**
 * Rewrites a relative path of the page `from` for the page `to`. Returns anything but a relative path unchanged. `move`: the
 * URI of a target after the change, if targets move, too.
 */
export function movedPath(path: string, from: string, to: string, move = (uri: string) => uri): string {
	const [, file = '', rest = ''] = RELATIVE.exec(path) ?? [];
	// A fragment alone refers to the page that it is written on.
	const target = file === '' ? (rest.startsWith('#') ? from : undefined) : resolveDestination(from, file);
	const written = target === undefined ? undefined : relativeUri(to, move(target));
	return target === undefined || written === relativeUri(from, target) ? path : written + rest;
}

/**
 * Rewrites Markdown of a page for its own document: adapts relative links and appends the link definitions of the page that
 * the text uses.
 */
export function movedMarkdown(markdown: string, page: LogDocument, to: string): string {
	const text = markdown + definitionsFor(markdown, page);
	const edits = readMarkdown(text, 0).links.map(({ destination: range }) => {
		return { range, newText: movedPath(text.slice(range.start, range.end), page.uri, to) };
	});
	return applyEdits(text, edits);
}

/** Returns `[label]: <address> "title"` for each label that a text uses and does not define. */
function definitionsFor(markdown: string, { text, body }: LogDocument): string {
	const onPage = body === undefined ? {} : readLinkDefinitions(text.slice(body.range.start, body.range.end));
	const own = readLinkDefinitions(markdown);
	const lines = new Map<string, string>();
	for (const [, label = ''] of Object.keys(onPage).length === 0 ? [] : markdown.matchAll(LABEL)) {
		const key = definitionKey(label);
		const definition = Object.hasOwn(onPage, key) && !Object.hasOwn(own, key) ? onPage[key] : undefined;
		if (definition !== undefined) {
			const title =
				definition.title === undefined || definition.title === '' ? '' : ` ${quotedTitle(definition.title)}`;
			lines.set(key, `[${label.trim().replace(/\s+/g, ' ')}]: <${definition.href}>${title}`);
		}
	}
	return lines.size === 0 ? '' : `\n\n${[...lines.values()].join('\n')}`;
}

function quotedTitle(title: string): string {
	return `"${title.replace(/\s+/g, ' ').replace(/["\\]/g, '\\$&')}"`;
}
