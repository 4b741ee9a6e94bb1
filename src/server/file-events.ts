import {
	type ClientCapabilities,
	type Connection,
	DidChangeWatchedFilesNotification,
	FileChangeType,
	type FileOperationRegistrationOptions,
	WatchKind,
} from 'vscode-languageserver';
import { isCandidate } from '../core/record-files.ts';
import { nameOf, normalUri } from '../core/uri/uri.ts';
import type { Disposable, FileChange } from '../log/environment.ts';
import { affectsIgnored } from '../log/ignore-rules.ts';
import { withAnyCaseEnding } from '../log/kinds.ts';
import type { Workspace } from '../log/workspace.ts';
import { inBackground } from './errors.ts';

const DOCUMENTS = withAnyCaseEnding('**/*.{yaml,yml,md,markdown}');
const TYPES: Readonly<Record<FileChangeType, FileChange['type']>> = {
	[FileChangeType.Created]: 'created',
	[FileChangeType.Changed]: 'changed',
	[FileChangeType.Deleted]: 'deleted',
};

/** Which files the client tells us of when it renames, creates or deletes them itself. Folders take their files along. */
const operations: FileOperationRegistrationOptions = {
	filters: [{ pattern: { glob: DOCUMENTS, matches: 'file' } }, { pattern: { glob: '**', matches: 'folder' } }],
};
export const fileOperations = { didCreate: operations, didRename: operations, didDelete: operations };

/**
 * Hears of files and folders that come, change and go: from the client, which is asked to watch, or else from the
 * system. Resolves with what ends the watching.
 */
export async function followFiles(
	connection: Connection,
	client: ClientCapabilities,
	workspace: Workspace,
): Promise<Disposable> {
	const tell = (changes: readonly FileChange[]) =>
		inBackground(connection, 'files', () => workspace.filesChanged(changes.filter(mayMatter)));
	const each = (files: readonly { readonly uri: string }[], type: FileChange['type']) =>
		tell(files.map(({ uri }) => ({ uri, type })));
	connection.onDidChangeWatchedFiles(({ changes }) => {
		tell(changes.map(({ uri, type }) => ({ uri, type: TYPES[type] })));
	});
	connection.workspace.onDidCreateFiles(({ files }) => each(files, 'created'));
	connection.workspace.onDidDeleteFiles(({ files }) => each(files, 'deleted'));
	connection.workspace.onDidRenameFiles(({ files }) => {
		each(
			files.map(({ oldUri }) => ({ uri: oldUri })),
			'deleted',
		);
		each(
			files.map(({ newUri }) => ({ uri: newUri })),
			'created',
		);
	});
	if (!client.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
		return workspace.watch();
	}
	return connection.client.register(DidChangeWatchedFilesNotification.type, {
		watchers: [
			{ globPattern: DOCUMENTS },
			{ globPattern: '**/.gitignore' },
			// A folder that is moved or removed takes its files along, and may be all that is told of.
			{ globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete },
		],
	});
}

/** A file that was created is looked at if it could be a document; a name without an ending may be a folder's. */
function mayMatter({ uri, type }: FileChange): boolean {
	const name = nameOf(normalUri(uri));
	return (
		type === 'deleted' || isCandidate(name) || affectsIgnored(name) || (type === 'created' && !name.includes('.', 1))
	);
}
