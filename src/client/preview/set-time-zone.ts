import { FileType, Uri, type ViewColumn, WorkspaceEdit, workspace } from 'vscode';
import { CONFIGURATION_FILES } from '../../core/document-kind.ts';
import { openEditor } from './reveal-source.ts';

/** Adds the zone to the configuration of a log, or creates the configuration. The file is opened for review. */
export async function setTimeZone(root: Uri, timeZone: string, column: ViewColumn): Promise<void> {
	const line = `time_zone: ${timeZone}\n`;
	const files = CONFIGURATION_FILES.map(name => Uri.joinPath(root, name));
	const found = await Promise.all(files.map(isFile));
	const file = files.find((_, index) => found[index] === true) ?? files[0] ?? Uri.joinPath(root, 'incident-log.yaml');
	const edit = new WorkspaceEdit();
	if (found.includes(true)) {
		const document = await workspace.openTextDocument(file);
		const end = document.positionAt(document.getText().length);
		edit.insert(file, end, `${end.character === 0 ? '' : '\n'}${line}`);
	} else {
		edit.createFile(file, { contents: new TextEncoder().encode(line), ignoreIfExists: true });
	}
	await workspace.applyEdit(edit);
	await openEditor(file, column);
}

async function isFile(uri: Uri): Promise<boolean> {
	try {
		return ((await workspace.fs.stat(uri)).type & FileType.File) !== 0;
	} catch {
		return false;
	}
}
