import * as assert from 'node:assert/strict';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as vscode from 'vscode';
import { until } from './until.ts';

export function extension(): vscode.Extension<{ readonly running: boolean }> {
	const found = vscode.extensions.getExtension('incident-log.incident-log');
	assert.ok(found, 'the extension is not installed');
	return found;
}

/** Waits until the extension has found a log and started its server: the test must not activate it. */
export const running = () => until('the extension to run', () => extension().isActive && extension().exports.running);

/** A file of the workspace folder. */
export function file(path: string): vscode.Uri {
	const folder = vscode.workspace.workspaceFolders?.[0];
	assert.ok(folder, 'no folder is open');
	return vscode.Uri.joinPath(folder.uri, path);
}

/**
 * Opens a file as a click does. A document that an extension opens by itself would stay open for minutes after its editor
 * was closed.
 */
export async function open(path: string): Promise<vscode.TextEditor> {
	const uri = file(path);
	await vscode.commands.executeCommand('vscode.open', uri, { preview: false });
	return until(`an editor of ${path}`, () => {
		const editor = vscode.window.activeTextEditor;
		return editor?.document.uri.toString() === uri.toString() && editor;
	});
}

/** Returns the first position of a text in a document, moved by `offset` characters. */
export function place(document: vscode.TextDocument, text: string, offset = 0): vscode.Position {
	const index = document.getText().indexOf(text);
	assert.notEqual(index, -1, `“${text}” not found in ${document.uri.path}`);
	return document.positionAt(index + offset);
}

/** Returns the sorted rule codes of the errors and warnings of a file, open or not. */
export function codes(path: string): string[] {
	return vscode.languages
		.getDiagnostics(file(path))
		.filter(({ severity }) => severity <= vscode.DiagnosticSeverity.Warning)
		.map(({ code }) => String(typeof code === 'object' ? code.value : code))
		.sort();
}

/** Waits until exactly these codes are reported. */
export async function untilCodes(path: string, expected: readonly string[]): Promise<void> {
	const wanted = [...expected].sort().join(', ');
	await until(`[${wanted}] in ${path}`, () => codes(path).join(', ') === wanted).catch(error => {
		throw new Error(`${error.message}; found [${codes(path).join(', ')}]`);
	});
}

/** Writes a file as another program does, without VS Code. */
export async function write(path: string, content: string | Uint8Array): Promise<void> {
	await mkdir(dirname(file(path).fsPath), { recursive: true });
	await writeFile(file(path).fsPath, content);
}

export const remove = (path: string) => rm(file(path).fsPath);
export const move = (from: string, to: string) => rename(file(from).fsPath, file(to).fsPath);

/** Closes all editors. Reverts changed files first, because VS Code asks before it closes them. */
export async function closeAll(): Promise<void> {
	for (const document of vscode.workspace.textDocuments) {
		if (document.isDirty) {
			await vscode.window.showTextDocument(document);
			await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
		}
	}
	await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
