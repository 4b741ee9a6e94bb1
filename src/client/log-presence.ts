import { Disposable, RelativePattern, type TextDocument, Uri, type WorkspaceFolder, workspace } from 'vscode';
import { CONFIGURATION_FILES } from '../core/document-kind.ts';
import { nameOf } from '../core/uri/uri.ts';
import {
	DEFAULT_FILE_RULES,
	DEFAULT_GLOBS,
	DIALECT_GLOBS,
	FileKinds,
	isConfiguration,
	rootOfLooseFile,
	withAnyCaseEnding,
} from '../log/kinds.ts';

const FILES = withAnyCaseEnding('*.{md,yaml,yml}');
/** Folders that are not searched, and the maximum number of files that are read: a README alone is not a log. */
const EXCLUDED = '**/{node_modules,.git}/**';
const MAX_FILES = 50;
/** Bytes. The content of a larger file is not read. */
const MAX_FILE_SIZE = 2 ** 20;

const utf8 = new TextDecoder();

const kindsIn = ({ uri }: WorkspaceFolder) => new FileKinds(uri.toString(), DEFAULT_FILE_RULES, false);

/** Whether a file is part of a log by its name. */
function looksLikeDocument(uri: Uri): boolean {
	const written = uri.toString();
	const folder = workspace.getWorkspaceFolder(uri);
	return (
		isConfiguration(written) ||
		(folder === undefined
			? rootOfLooseFile(written, DEFAULT_FILE_RULES) !== undefined
			: kindsIn(folder).kindOf(written) !== undefined)
	);
}

/** Whether a file is part of a log if its content has the form of another tool's records. */
function mayBeOfDialect(uri: Uri): boolean {
	const folder = workspace.getWorkspaceFolder(uri);
	return folder !== undefined && kindsIn(folder).mayBeOfDialect(uri.toString());
}

/** Whether a file is part of a log by its name or its content. Reads the content only if necessary. */
async function isDocument(uri: Uri, read: () => string | Promise<string>): Promise<boolean> {
	if (looksLikeDocument(uri)) {
		return true;
	}
	const folder = workspace.getWorkspaceFolder(uri);
	return (
		folder !== undefined && mayBeOfDialect(uri) && kindsIn(folder).kindOf(uri.toString(), await read()) !== undefined
	);
}

/** Reads a file. Returns empty text for a missing or too large file. */
async function textOf(uri: Uri): Promise<string> {
	try {
		const { size } = await workspace.fs.stat(uri);
		return size > MAX_FILE_SIZE ? '' : utf8.decode(await workspace.fs.readFile(uri));
	} catch {
		return '';
	}
}

const isFileOfLog = (uri: Uri) => isDocument(uri, () => textOf(uri));

/** Whether files in a folder can be documents by its path. A new folder can already contain files. */
function looksLikeFolder(uri: Uri): boolean {
	return (
		!nameOf(uri.toString()).includes('.') &&
		['x.yaml', 'x.md']
			.map(name => Uri.joinPath(uri, name))
			.some(file => looksLikeDocument(file) || mayBeOfDialect(file))
	);
}

async function exists(uri: Uri): Promise<boolean> {
	return workspace.fs.stat(uri).then(
		() => true,
		() => false,
	);
}

/** Whether a folder, or a folder above it, has a configuration. */
async function isBelowConfiguration(folder: Uri): Promise<boolean> {
	for (let current = folder; ; current = Uri.joinPath(current, '..')) {
		const files = CONFIGURATION_FILES.map(name => exists(Uri.joinPath(current, name)));
		const found = (await Promise.all(files)).includes(true);
		if (found || current.path === '/' || current.path === '') {
			return found;
		}
	}
}

async function isInWorkspace(): Promise<boolean> {
	const folders = workspace.workspaceFolders ?? [];
	// The name of the workspace folder itself can be `incidents` or `infra-log`.
	const documentFolders = folders.filter(({ uri }) => looksLikeFolder(uri));
	const patterns = [
		`**/{${CONFIGURATION_FILES.join(',')}}`,
		...DEFAULT_GLOBS,
		...DIALECT_GLOBS.map(withAnyCaseEnding),
		...documentFolders.map(folder => new RelativePattern(folder, `**/${FILES}`)),
	];
	for (const pattern of patterns) {
		const found = await workspace.findFiles(pattern, EXCLUDED, MAX_FILES);
		const areOfLog = await Promise.all(found.map(isFileOfLog));
		if (areOfLog.includes(true)) {
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
 * Calls back once, as soon as a log is found: in the workspace, in a created file, or in an opened or saved document. Until
 * then the extension shows and starts nothing.
 */
export function onLogPresent(found: () => void): Disposable {
	const watcher = workspace.createFileSystemWatcher('**/*', false, true, true);
	let isDisposed = false;
	const report = (isPresent: boolean) => {
		if (isPresent && !isDisposed) {
			listeners.dispose();
			found();
		}
	};
	const checkDocument = async (document: TextDocument) => {
		if (!isDisposed) {
			report(await isDocumentOfLog(document));
		}
	};
	const checkWorkspace = async () => report(await isInWorkspace());
	const listeners = Disposable.from(
		watcher,
		watcher.onDidCreate(async uri => (looksLikeFolder(uri) ? checkWorkspace() : report(await isFileOfLog(uri)))),
		workspace.onDidOpenTextDocument(checkDocument),
		workspace.onDidSaveTextDocument(checkDocument),
		workspace.onDidChangeWorkspaceFolders(checkWorkspace),
		new Disposable(() => {
			isDisposed = true;
		}),
	);
	void checkWorkspace();
	for (const document of workspace.textDocuments) {
		void checkDocument(document);
	}
	return listeners;
}
