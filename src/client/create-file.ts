import { type Range, type Uri, WorkspaceEdit, window, workspace } from 'vscode';

const utf8 = new TextEncoder();

/** Creates a file and opens it. Never overwrites: a file may have been created since its text was composed. */
export async function createFile(uri: Uri, text: string, selection?: Range): Promise<void> {
	const edit = new WorkspaceEdit();
	edit.createFile(uri, { overwrite: false, ignoreIfExists: false, contents: utf8.encode(text) });
	if (await workspace.applyEdit(edit)) {
		await window.showTextDocument(uri, { preview: false, ...(selection && { selection }) });
	} else {
		await window.showErrorMessage(`${workspace.asRelativePath(uri)} could not be created, or exists.`);
	}
}
