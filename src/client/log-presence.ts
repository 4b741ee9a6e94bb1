import { Disposable, RelativePattern, type TextDocument, Uri, workspace } from 'vscode';
import { CONFIGURATION_FILE } from '../core/document-kind.ts';

/** Folders whose files are records by default, as the globs of the default configuration have them. */
const FOLDERS = [
	'incidents',
	'incident-reports',
	'postmortems',
	'post-mortems',
	'postmortem',
	'bulletins',
	'infra-log',
];
const RECORDS = '*.{md,yaml,yml}';
const IN_FOLDERS = `**/{${FOLDERS.join(',')}}/**/${RECORDS}`;
const EXCLUDED = '**/node_modules/**';
/** Of files found, so many are looked at: a README in such a folder makes no log. */
const ENOUGH = 50;

/** Files that are passed over in every log. */
const passedOver = /^(readme|index|template|_.*)(\.|$)/i;
const record = /\.(md|ya?ml)$/i;

const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);
const inRecordFolder = (path: string) =>
	path
		.split('/')
		.slice(0, -1)
		.some(name => FOLDERS.includes(name));
const isRecordName = (name: string) => record.test(name) && !passedOver.test(name);

/** A file that, by its name alone, belongs to a log. A folder above the workspace counts: one may open `infra-log/` itself. */
function looksLikeRecord({ path }: Uri): boolean {
	const name = nameOf(path);
	return name === CONFIGURATION_FILE || (isRecordName(name) && inRecordFolder(path));
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
	const patterns = [
		`**/${CONFIGURATION_FILE}`,
		IN_FOLDERS,
		// The folder opened may itself be one of them.
		...folders.filter(({ uri }) => inRecordFolder(`${uri.path}/`)).map(f => new RelativePattern(f, `**/${RECORDS}`)),
	];
	for (const pattern of patterns) {
		const found = await workspace.findFiles(pattern, EXCLUDED, ENOUGH);
		if (found.some(looksLikeRecord)) {
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
	return looksLikeRecord(uri) || (await isBelowConfiguration(Uri.joinPath(uri, '..')));
}

/**
 * Calls back once, as soon as there is something like a log: in a folder of the workspace, now or after a file has come,
 * or in a document that was opened. Until then nothing is shown, started or said.
 */
export function onLogPresent(found: () => void): Disposable {
	const watcher = workspace.createFileSystemWatcher('**/*.{md,yaml,yml}', false, true, true);
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
		watcher.onDidCreate(uri => settle(looksLikeRecord(uri))),
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
