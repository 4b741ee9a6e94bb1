import { resolveWithin } from '../../core/uri/uri.ts';

/** Where a link of the page leads: to the web through VS Code, which asks first, or to a file in an editor. */
export type LinkTarget =
	| { readonly type: 'external'; readonly uri: string }
	| { readonly type: 'file'; readonly uri: string };

const EXTERNAL = /^(?:https?|mailto):/i;

/**
 * Where a link of the page at `base` leads that is written as `href`. Of the file system only what is in one of some
 * folders can be reached; all other schemes, commands above all, lead nowhere.
 */
export function linkTarget(href: string, base: string, folders: readonly string[]): LinkTarget | undefined {
	if (EXTERNAL.test(href)) {
		return { type: 'external', uri: href };
	}
	const uri = resolveWithin(folders, base, href);
	return uri === undefined ? undefined : { type: 'file', uri };
}
