import { Disposable, type FileDeleteEvent, type FileWillDeleteEvent, Uri, window, workspace } from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import { counted } from '../core/counted.ts';
import { isWithin } from '../core/uri/uri.ts';
import type { LogServer } from './log-server.ts';

/** In files. A warning names so many, and the number of the others. */
const MAX_NAMED = 3;
/** In files. Of a larger deletion, no content is kept. */
const MAX_KEPT = 100;

const SHOW = 'Show Documents';
const RESTORE = 'Restore';

/** Asks the server for the changes of references before files are moved, unless a setting prevents it. VS Code confirms them. */
export const fileMiddleware: Middleware = {
	workspace: {
		willRenameFiles: async (event, next) =>
			workspace.getConfiguration('incidentLog').get('updateReferencesOnFileMove.enabled') === 'never'
				? null
				: next(event),
	},
};

interface Deletion {
	readonly files: readonly { readonly uri: Uri; readonly content: Uint8Array }[];
	readonly referrers: readonly Uri[];
}

/**
 * Warns after documents were deleted to which others refer, lists these, and offers to restore the deleted ones. An extension
 * cannot prevent a deletion in VS Code.
 */
export function warnOfDeletions(server: LogServer): Disposable {
	const deletions = new Map<string, Deletion>();
	const key = (files: readonly Uri[]) => files.map(String).join('\n');
	const before = async ({ files }: FileWillDeleteEvent) => {
		const effect = await server.deletionEffect(files);
		if (effect !== null && effect.referrers.length > 0) {
			const kept = effect.deleted.slice(0, MAX_KEPT).map(text => Uri.parse(text));
			deletions.set(key(files), {
				files: await Promise.all(kept.map(async uri => ({ uri, content: await workspace.fs.readFile(uri) }))),
				referrers: effect.referrers.map(({ uri }) => Uri.parse(uri)),
			});
		}
	};
	const after = async ({ files }: FileDeleteEvent) => {
		const deletion = deletions.get(key(files));
		deletions.delete(key(files));
		const gone = deletion?.files.filter(({ uri }) => files.some(each => isWithin(each.toString(), uri.toString())));
		if (deletion && gone && gone.length > 0) {
			await warn({ ...deletion, files: gone });
		}
	};
	return Disposable.from(
		workspace.onWillDeleteFiles(event => event.waitUntil(before(event))),
		workspace.onDidDeleteFiles(after),
	);
}

async function warn(deletion: Deletion): Promise<void> {
	const { files, referrers } = deletion;
	const deleted =
		files.length === 1 ? `the deleted ${nameOf(files[0]?.uri)}` : counted(files.length, 'deleted document');
	const named = referrers.slice(0, MAX_NAMED).map(nameOf).join(', ');
	const others = referrers.length > MAX_NAMED ? ` and ${referrers.length - MAX_NAMED} more` : '';
	const verb = referrers.length === 1 ? 'refers' : 'refer';
	const message = `${counted(referrers.length, 'document')} ${verb} to ${deleted}: ${named}${others}.`;
	const chosen = await window.showWarningMessage(message, SHOW, RESTORE);
	if (chosen === RESTORE) {
		await Promise.all(files.map(({ uri, content }) => workspace.fs.writeFile(uri, content)));
	} else if (chosen === SHOW) {
		await showDocuments(referrers, 'Documents with References to Deleted Documents');
	}
}

async function showDocuments(uris: readonly Uri[], title: string): Promise<void> {
	const items = uris.map(uri => ({ label: nameOf(uri), description: workspace.asRelativePath(uri), uri }));
	const chosen = await window.showQuickPick(items, { title });
	if (chosen !== undefined) {
		await window.showTextDocument(chosen.uri);
	}
}

function nameOf(uri: Uri | undefined): string {
	return uri?.path.slice(uri.path.lastIndexOf('/') + 1) ?? '';
}
