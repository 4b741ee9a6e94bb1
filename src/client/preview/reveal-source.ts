import { Position, Range, TextEditorRevealType, Uri, type ViewColumn, window, workspace } from 'vscode';
import type { LogServer } from '../log-server.ts';

/** Opens the document that something in the page came from and puts the cursor there. */
export async function revealSource(
	server: LogServer,
	source: { readonly uri: string; readonly offset: number },
	column: ViewColumn,
): Promise<void> {
	// The server knows the text that the offset counts in; VS Code may have made its line ends one kind.
	const position = await server.position({ uri: source.uri, offset: source.offset });
	if (position === null) {
		return;
	}
	const uri = Uri.parse(source.uri);
	const at = new Position(position.line, position.character);
	const shown = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
	const editor = await window.showTextDocument(shown?.document ?? (await workspace.openTextDocument(uri)), {
		viewColumn: shown?.viewColumn ?? column,
		selection: new Range(at, at),
	});
	editor.revealRange(new Range(at, at), TextEditorRevealType.InCenterIfOutsideViewport);
}
