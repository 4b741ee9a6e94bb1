import { resolveWithin } from '../../core/uri/uri.ts';

/** The target of a link: a web address, which VS Code opens after a confirmation, or a file for an editor. */
export type LinkTarget =
	| { readonly type: 'external'; readonly uri: string }
	| { readonly type: 'file'; readonly uri: string };

const EXTERNAL = /^(?:https?|mailto):/i;

/**
 * Returns the target of a link `href` on the page at `base`. Files are targets only within some folders. Returns undefined
 * for all other schemes, `command:` in particular.
 */
export function linkTarget(href: string, base: string, folders: readonly string[]): LinkTarget | undefined {
	if (EXTERNAL.test(href)) {
		return { type: 'external', uri: href };
	}
	const uri = resolveWithin(folders, base, href);
	return uri === undefined ? undefined : { type: 'file', uri };
}
