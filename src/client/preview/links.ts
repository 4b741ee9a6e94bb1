import { env, Uri, type ViewColumn, workspace } from 'vscode';
import type { PageHead } from '../../server/protocol.ts';
import { linkTarget } from './link-target.ts';
import { openEditor } from './reveal-source.ts';

/** Opens the target of a link. Files must be in the log or in the workspace. */
export async function openLink(href: string, page: PageHead | undefined, column: ViewColumn): Promise<void> {
	const folders = workspace.workspaceFolders?.map(({ uri }) => uri.toString()) ?? [];
	const target = page && linkTarget(href, page.base, [page.root, ...folders]);
	if (target?.type === 'external') {
		await env.openExternal(Uri.parse(target.uri));
	} else if (target?.type === 'file') {
		await openEditor(Uri.parse(target.uri), column);
	}
}
