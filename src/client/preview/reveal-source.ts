import { commands, Position, Range, type TextDocumentShowOptions, Uri, type ViewColumn, window } from 'vscode';
import type { LogServer } from '../log-server.ts';
import type { ScrollAnchor } from './scroll-sync.ts';

/** Opens the source of an element of the page and moves the cursor to it. */
export async function revealSource(
	server: LogServer,
	{ uri, offset }: ScrollAnchor,
	column: ViewColumn,
): Promise<void> {
	// The server converts the offset: a line break is one unit in its text, and can be two in VS Code's.
	const position = await server.position({ uri, offset });
	if (position !== null) {
		const at = new Position(position.line, position.character);
		await openEditor(Uri.parse(uri), column, { selection: new Range(at, at) });
	}
}

/**
 * Shows a file in the editor where it is visible, otherwise in a column. Uses the command `vscode.open`: a document that an
 * extension opens stays open for minutes after its editor was closed, even if the file is deleted.
 */
export async function openEditor(uri: Uri, column: ViewColumn, options: TextDocumentShowOptions = {}): Promise<void> {
	const shown = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
	await commands.executeCommand('vscode.open', uri, { ...options, viewColumn: shown?.viewColumn ?? column });
}
