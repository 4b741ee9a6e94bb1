import { env, Uri, window, workspace } from 'vscode';
import type { PageHead, PageParams } from '../../server/protocol.ts';
import type { LogServer } from '../log-server.ts';

const DAY = 86_400_000;

/** Returns the last day of the week some days from that of a page, as ISO date; undefined for a page without a week. */
export function weekBeside(page: PageHead | undefined, days: number): string | undefined {
	const last = Date.parse(page?.to ?? '');
	return Number.isNaN(last) ? undefined : new Date(last + days * DAY).toISOString().slice(0, 10);
}

/** Copies, saves or opens the page as it is published. */
export async function exportPage(
	command: 'copy-html' | 'save' | 'open',
	server: LogServer,
	params: PageParams,
): Promise<void> {
	const published = await server.published(params);
	if (published === null || 'refused' in published) {
		void window.showWarningMessage(published?.refused ?? 'The document has no page.');
		return;
	}
	if (command === 'copy-html') {
		await env.clipboard.writeText(published.html);
		void window.setStatusBarMessage('Page copied as HTML', 3000);
		return;
	}
	const file = await window.showSaveDialog({
		defaultUri: Uri.joinPath(workspace.workspaceFolders?.[0]?.uri ?? Uri.parse(params.uri), published.name),
		filters: { HTML: ['html'] },
		saveLabel: command === 'open' ? 'Save and Open' : 'Save',
	});
	if (file !== undefined) {
		await workspace.fs.writeFile(file, new TextEncoder().encode(published.html));
		if (command === 'open') {
			await env.openExternal(file);
		}
	}
}
