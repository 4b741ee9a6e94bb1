import { Disposable, RelativePattern, type TextDocument, Uri, type WorkspaceFolder, workspace } from 'vscode';
import { DEFAULT_CONFIGURATION } from '../core/configuration.ts';
import { CONFIGURATION_FILE } from '../core/document-kind.ts';
import { nameOf } from '../core/uri/uri.ts';
import {
	DEFAULT_GLOBS,
	DIALECT_GLOBS,
	FileKinds,
	isConfiguration,
	rootOfLooseFile,
	withAnyCaseEnding,
} from '../log/kinds.ts';

const FILES = withAnyCaseEnding('*.{md,yaml,yml}');
/** Nothing of a log is looked for there; of what is found, so many are looked at: a README alone makes no log. */
const EXCLUDED = '**/{node_modules,.git}/**';
const ENOUGH = 50;
/** Bytes. A larger file is not looked into for signs of a record. */
const LARGEST = 2 ** 20;

const utf8 = new TextDecoder();

const kindsIn = ({ uri }: WorkspaceFolder) => new FileKinds(uri.toString(), DEFAULT_CONFIGURATION, false);

/** A file that, by its name alone, belongs to a log. */
function looksLikeDocument(uri: Uri): boolean {
	const written = uri.toString();
	const folder = workspace.getWorkspaceFolder(uri);
	return (
		isConfiguration(written) ||
		(folder === undefined
			? rootOfLooseFile(written, DEFAULT_CONFIGURATION) !== undefined
			: kindsIn(folder).kindOf(written) !== undefined)
	);
}

/** A file that belongs to a log if it bears the signs of another tool's records. */
function mayBeOfDialect(uri: Uri): boolean {
	const folder = workspace.getWorkspaceFolder(uri);
	return folder !== undefined && kindsIn(folder).mayBeOfDialect(uri.toString());
}

/** A file that belongs to a log by its name, or else by what stands in it, which is read only where it decides. */
async function isDocument(uri: Uri, read: () => string | Promise<string>): Promise<boolean> {
	if (looksLikeDocument(uri)) {
		return true;
	}
	const folder = workspace.getWorkspaceFolder(uri);
	return (
		folder !== undefined && mayBeOfDialect(uri) && kindsIn(folder).kindOf(uri.toString(), await read()) !== undefined
	);
}

/** Empty for a file that is gone, or that is no record by its size. */
async function textOf(uri: Uri): Promise<string> {
	try {
		const { size } = await workspace.fs.stat(uri);
		return size > LARGEST ? '' : utf8.decode(await workspace.fs.readFile(uri));
	} catch {
		return '';
	}
}

const isFileOfLog = (uri: Uri) => isDocument(uri, () => textOf(uri));

/** A folder whose files may be documents, by the names on the way to it: it may have come with files in it. */
function looksLikeFolder(uri: Uri): boolean {
	return (
		!nameOf(uri.toString()).includes('.') &&
		['x.yaml', 'x.md']
			.map(name => Uri.joinPath(uri, name))
			.some(file => looksLikeDocument(file) || mayBeOfDialect(file))
	);
}

/** A configuration in the folder or in one above it makes it (part of) a log. */
async function isBelowConfiguration(folder: Uri): Promise<boolean> {
	for (let at = folder; ; at = Uri.joinPath(at, '..')) {
		const found = await workspace.fs.stat(Uri.joinPath(at, CONFIGURATION_FILE)).then(
			() => true,
			() => false,
		);
		if (found || at.path === '/' || at.path === '') {
			return found;
		}
	}
}

async function isInWorkspace(): Promise<boolean> {
	const folders = workspace.workspaceFolders ?? [];
	// The folder opened may itself be called `incidents` or `infra-log`.
	const named = folders.filter(({ uri }) => looksLikeFolder(uri));
	const patterns = [
		`**/${CONFIGURATION_FILE}`,
		...[...Object.values(DEFAULT_GLOBS), ...DIALECT_GLOBS].map(withAnyCaseEnding),
		...named.map(folder => new RelativePattern(folder, `**/${FILES}`)),
	];
	for (const pattern of patterns) {
		const found = await workspace.findFiles(pattern, EXCLUDED, ENOUGH);
		const belong = await Promise.all(found.map(isFileOfLog));
		if (belong.includes(true)) {
			return true;
		}
	}
	for (const { uri } of folders) {
		if (await isBelowConfiguration(uri)) {
			return true;
		}
	}
	return false;
}

async function isDocumentOfLog(document: TextDocument): Promise<boolean> {
	const { uri, languageId } = document;
	if ((languageId !== 'yaml' && languageId !== 'markdown') || uri.scheme === 'untitled') {
		return false;
	}
	return (await isDocument(uri, () => document.getText())) || (await isBelowConfiguration(Uri.joinPath(uri, '..')));
}

/**
 * Calls back once, as soon as there is something like a log: in a folder of the workspace, now or after a file has come,
 * or in a document that was opened or saved. Until then nothing is shown, started or said.
 */
export function onLogPresent(found: () => void): Disposable {
	const watcher = workspace.createFileSystemWatcher('**/*', false, true, true);
	let over = false;
	const settle = (present: boolean) => {
		if (present && !over) {
			waiting.dispose();
			found();
		}
	};
	const lookAt = async (document: TextDocument) => {
		if (!over) {
			settle(await isDocumentOfLog(document));
		}
	};
	const look = async () => settle(await isInWorkspace());
	const waiting = Disposable.from(
		watcher,
		watcher.onDidCreate(async uri => (looksLikeFolder(uri) ? look() : settle(await isFileOfLog(uri)))),
		workspace.onDidOpenTextDocument(lookAt),
		workspace.onDidSaveTextDocument(lookAt),
		workspace.onDidChangeWorkspaceFolders(look),
		new Disposable(() => {
			over = true;
		}),
	);
	void look();
	for (const document of workspace.textDocuments) {
		void lookAt(document);
	}
	return waiting;
}
