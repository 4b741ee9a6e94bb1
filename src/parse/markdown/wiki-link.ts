/**
 * `[[target]]`, `[[target#heading]]`, `[[target|text]]`, and `[[target\\|text]]` in a table cell. A Markdown link follows
 * brackets of its own text: `[[1]](address)` and `[[1]][label]` are none.
 */
export const WIKI_LINK =
	/(?<!\\)\[\[(?<target>[^[\]\n|]{1,200}?)(?:\\?\|(?<label>[^[\]\n]{0,300}))?\]\](?!\(|\[(?!\[))/g;

/** Directives of other tools in double brackets: the table of contents of GitLab and VuePress, and web addresses. */
const DIRECTIVE = /^(?:_?toc_?|[a-z][a-z0-9+.-]*:\/\/.*)$/i;

/** Whether the target of a wiki link can be a page. */
export function isPageTarget(target: string): boolean {
	return target !== '' && !DIRECTIVE.test(target);
}
