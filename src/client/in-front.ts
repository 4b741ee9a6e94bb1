import { type Uri, window, workspace } from 'vscode';

/** The file of the active editor, or the first workspace folder: a command without an argument is about its log. */
export function uriInFront(): Uri | undefined {
	return window.activeTextEditor?.document.uri ?? workspace.workspaceFolders?.[0]?.uri;
}
