import { type Connection, DidChangeWatchedFilesNotification, FileChangeType, WatchKind } from 'vscode-languageserver';
import { isWithin, nameOf, normalUri } from '../core/uri/uri.ts';
import { DOCUMENT_FILES, FILE_OPERATIONS } from '../features/file-operations.ts';
import { BASELINE_FILE } from '../log/baseline.ts';
import type { Disposable, FileChange } from '../log/environment.ts';
import { affectsIgnored } from '../log/ignore-rules.ts';
import { isFileOfLog } from '../log/kinds.ts';
import type { Workspace } from '../log/workspace.ts';
import { inBackground } from './errors.ts';
import type { RunningSession } from './running-session.ts';

const TYPES: Readonly<Record<FileChangeType, FileChange['type']>> = {
	[FileChangeType.Created]: 'created',
	[FileChangeType.Changed]: 'changed',
	[FileChangeType.Deleted]: 'deleted',
};

export const fileOperations = { didCreate: FILE_OPERATIONS, didRename: FILE_OPERATIONS, didDelete: FILE_OPERATIONS };

/**
 * Reports created, changed and deleted files and folders to the workspace: from the client, which is asked to watch,
 * otherwise from the system. Resolves with an object that ends the watching.
 *
 * A client keeps the text of a hidden document for minutes after its file was moved or deleted. This text is not used, unless
 * it is not saved and another program has deleted the file.
 */
export async function followFiles(
	connection: Connection,
	session: RunningSession,
	workspace: Workspace,
): Promise<Disposable> {
	const report = (changes: readonly FileChange[]) =>
		inBackground(connection, 'files', () => workspace.filesChanged(changes.filter(canAffectLog)));
	const each = (files: readonly { readonly uri: string }[], type: FileChange['type']) =>
		report(files.map(({ uri }) => ({ uri, type })));
	const closeEditors = (uris: readonly string[], isClosed: (open: string) => boolean) => {
		const roots = uris.map(normalUri);
		for (const open of [...session.open].filter(each => isClosed(each) && roots.some(root => isWithin(root, each)))) {
			inBackground(connection, 'files', () => workspace.close(open));
		}
	};
	connection.onDidChangeWatchedFiles(({ changes }) => {
		const deleted = changes.filter(({ type }) => type === FileChangeType.Deleted).map(({ uri }) => uri);
		closeEditors(deleted, open => !session.isDirty(open));
		report(changes.map(({ uri, type }) => ({ uri, type: TYPES[type] })));
	});
	connection.workspace.onDidCreateFiles(({ files }) => each(files, 'created'));
	connection.workspace.onDidDeleteFiles(({ files }) => {
		closeEditors(
			files.map(({ uri }) => uri),
			() => true,
		);
		each(files, 'deleted');
	});
	connection.workspace.onDidRenameFiles(({ files }) => {
		closeEditors(
			files.map(({ oldUri }) => oldUri),
			() => true,
		);
		each(
			files.map(({ oldUri }) => ({ uri: oldUri })),
			'deleted',
		);
		each(
			files.map(({ newUri }) => ({ uri: newUri })),
			'created',
		);
	});
	if (!session.client.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
		return workspace.watch();
	}
	return connection.client.register(DidChangeWatchedFilesNotification.type, {
		watchers: [
			{ globPattern: DOCUMENT_FILES },
			{ globPattern: '**/.gitignore' },
			{ globPattern: `**/${BASELINE_FILE}` },
			// A moved or removed folder can be reported without the files in it.
			{ globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete },
		],
	});
}

/** Returns true if a change can affect a log: a created name without an ending can be a folder. */
function canAffectLog({ uri, type }: FileChange): boolean {
	const name = nameOf(normalUri(uri));
	return (
		type === 'deleted' || isFileOfLog(name) || affectsIgnored(name) || (type === 'created' && !name.includes('.', 1))
	);
}
