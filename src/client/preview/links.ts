import { env, Uri, type ViewColumn, workspace } from 'vscode';
import { resolveUri } from '../../bulletin/relative-uri.ts';
import { isWithin } from '../../log/uri.ts';
import type { PageResult } from '../../server/protocol.ts';
import { openEditor } from './reveal-source.ts';

/** A scheme at the head of a link (RFC 3986). */
const scheme = /^[a-z][a-z0-9+.-]*:/i;
const external = /^(https?|mailto):/i;

/**
 * Follows a link of the page: the web's through VS Code, which asks first; a relative one to a file of the same log or
 * workspace in an editor. All others, commands above all, lead nowhere.
 */
export async function openLink(href: string, page: PageResult | undefined, column: ViewColumn): Promise<void> {
	if (external.test(href)) {
		await env.openExternal(Uri.parse(href));
		return;
	}
	const [path = ''] = href.split(/[?#]/, 1);
	if (page === undefined || path === '' || scheme.test(path)) {
		return;
	}
	const target = Uri.parse(resolveUri(page.base, path));
	if (isWithin(page.root, target.toString()) || workspace.getWorkspaceFolder(target) !== undefined) {
		await openEditor(target, column);
	}
}
