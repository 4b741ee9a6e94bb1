import { env, Uri, type ViewColumn, window, workspace } from 'vscode';

/** A scheme at the head of a link (RFC 3986). */
const scheme = /^[a-z][a-z0-9+.-]*:/i;
const external = /^(https?|mailto):/i;

/**
 * Follows a link of the page: the web's through VS Code, which asks first; a relative one to a file of the same log or
 * workspace in an editor. All others, commands above all, lead nowhere.
 */
export async function openLink(
	href: string,
	document: Uri | undefined,
	root: string | undefined,
	column: ViewColumn,
): Promise<void> {
	if (external.test(href)) {
		await env.openExternal(Uri.parse(href));
		return;
	}
	if (scheme.test(href) || document === undefined) {
		return;
	}
	const target = relativeTo(document, href);
	const within = root !== undefined && target.toString().startsWith(`${root.replace(/\/$/, '')}/`);
	if (within || workspace.getWorkspaceFolder(target) !== undefined) {
		await window.showTextDocument(target, { viewColumn: column }).then(undefined, () => undefined);
	}
}

function relativeTo(document: Uri, href: string): Uri {
	const [written = ''] = href.split(/[?#]/, 1);
	let path = written;
	try {
		path = decodeURIComponent(written);
	} catch {
		// No valid percent-encoding: the path is meant as it is written.
	}
	return Uri.joinPath(document, '..', path);
}
