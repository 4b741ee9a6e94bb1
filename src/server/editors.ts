import type { Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { normalUri } from '../core/uri/uri.ts';
import type { Workspace } from '../log/workspace.ts';
import type { ChangeFeed } from './change-feed.ts';
import { inBackground } from './errors.ts';
import type { Folders } from './folders.ts';
import type { RunningSession } from './running-session.ts';

interface Followers {
	readonly connection: Connection;
	readonly folders: Folders;
	readonly workspace: Workspace;
	readonly session: RunningSession;
	readonly feed: ChangeFeed;
}

/** Updates the workspace with the text of open editors, which replaces that on the disk. */
export function followEditors(editors: TextDocuments<TextDocument>, followers: Followers): void {
	const { connection, folders, workspace, session, feed } = followers;
	editors.onDidOpen(({ document: { uri } }) => session.opened(uri));
	// This event also fires when a document is opened.
	editors.onDidChangeContent(({ document }) => {
		if (folders.canBeDocument(document.uri)) {
			feed.edited(normalUri(document.uri));
			inBackground(connection, 'didChange', () => workspace.change(document.uri, document.getText()));
		}
	});
	// The only event about the file on the disk for a client that does not watch files.
	editors.onDidSave(({ document: { uri } }) => {
		session.saved(uri);
		if (folders.canBeDocument(uri)) {
			inBackground(connection, 'didSave', () => workspace.filesChanged([{ uri, type: 'changed' }]));
		}
	});
	editors.onDidClose(({ document: { uri } }) => {
		inBackground(connection, 'didClose', () => workspace.close(uri));
		session.closed(uri);
	});
	editors.listen(connection);
}
