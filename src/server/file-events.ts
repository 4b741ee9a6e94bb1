import {
	type ClientCapabilities,
	type Connection,
	DidChangeWatchedFilesNotification,
	FileChangeType,
	type FileOperationRegistrationOptions,
	WatchKind,
} from 'vscode-languageserver';
import { nameOf, normalUri } from '../core/uri/uri.ts';
import { BASELINE_FILE } from '../log/baseline.ts';
import type { Disposable, FileChange } from '../log/environment.ts';
import { affectsIgnored } from '../log/ignore-rules.ts';
import { isFileOfLog, withAnyCaseEnding } from '../log/kinds.ts';
import type { Workspace } from '../log/workspace.ts';
import { inBackground } from './errors.ts';

const DOCUMENTS = withAnyCaseEnding('**/*.{yaml,yml,md,markdown}');
const TYPES: Readonly<Record<FileChangeType, FileChange['type']>> = {
	[FileChangeType.Created]: 'created',
	[FileChangeType.Changed]: 'changed',
	[FileChangeType.Deleted]: 'deleted',
};

/** The file operations that the client reports. An operation on a folder applies to all files in it. */
const operations: FileOperationRegistrationOptions = {
	filters: [{ pattern: { glob: DOCUMENTS, matches: 'file' } }, { pattern: { glob: '**', matches: 'folder' } }],
};
export const fileOperations = { didCreate: operations, didRename: operations, didDelete: operations };

/**
 * Reports created, changed and deleted files and folders to the workspace: from the client, which is asked to watch,
 * otherwise from the system. Resolves with an object that ends the watching.
 */
export async function followFiles(
	connection: Connection,
	client: ClientCapabilities,
	workspace: Workspace,
): Promise<Disposable> {
	const report = (changes: readonly FileChange[]) =>
		inBackground(connection, 'files', () => workspace.filesChanged(changes.filter(canAffectLog)));
	const each = (files: readonly { readonly uri: string }[], type: FileChange['type']) =>
		report(files.map(({ uri }) => ({ uri, type })));
	connection.onDidChangeWatchedFiles(({ changes }) => {
		report(changes.map(({ uri, type }) => ({ uri, type: TYPES[type] })));
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
