import { Disposable, RelativePattern, type TextDocument, Uri, type WorkspaceFolder, workspace } from 'vscode';
import { DEFAULT_CONFIGURATION } from '../core/configuration.ts';
import { CONFIGURATION_FILE } from '../core/document-kind.ts';
import { DEFAULT_GLOBS, FileKinds, isConfiguration, lonelyRoot } from '../log/kinds.ts';
import { nameOf } from '../log/uri.ts';

const FILES = '*.{md,yaml,yml}';
/** Nothing of a log is looked for there; of what is found, so many are looked at: a README alone makes no log. */
const EXCLUDED = '**/{node_modules,.git}/**';
const ENOUGH = 50;

const kindsIn = ({ uri }: WorkspaceFolder) => new FileKinds(uri.toString(), DEFAULT_CONFIGURATION, false);

/** A file that, by its name alone, belongs to a log. */
function looksLikeDocument(uri: Uri): boolean {
	const written = uri.toString();
	const folder = workspace.getWorkspaceFolder(uri);
	return (
		isConfiguration(written) ||
		(folder === undefined
			? lonelyRoot(written, DEFAULT_CONFIGURATION) !== undefined
			: kindsIn(folder).kindOf(written) !== undefined)
	);
}

/** A folder whose files are documents, by the names on the way to it: it may have come with files in it. */
function looksLikeFolder(uri: Uri): boolean {
	return (
		!nameOf(uri.toString()).includes('.') && ['x.yaml', 'x.md'].some(name => looksLikeDocument(Uri.joinPath(uri, name)))
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
		...Object.values(DEFAULT_GLOBS),
		...named.map(folder => new RelativePattern(folder, `**/${FILES}`)),
	];
	for (const pattern of patterns) {
		const found = await workspace.findFiles(pattern, EXCLUDED, ENOUGH);
		if (found.some(looksLikeDocument)) {
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

async function isDocumentOfLog({ uri, languageId }: TextDocument): Promise<boolean> {
	if ((languageId !== 'yaml' && languageId !== 'markdown') || uri.scheme === 'untitled') {
		return false;
	}
	return looksLikeDocument(uri) || (await isBelowConfiguration(Uri.joinPath(uri, '..')));
}

/**
 * Calls back once, as soon as there is something like a log: in a folder of the workspace, now or after a file has come,
 * or in a document that was opened. Until then nothing is shown, started or said.
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
		watcher.onDidCreate(uri => (looksLikeFolder(uri) ? look() : settle(looksLikeDocument(uri)))),
		workspace.onDidOpenTextDocument(lookAt),
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
