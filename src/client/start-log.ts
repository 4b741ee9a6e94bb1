import {
	type Disposable,
	EventEmitter,
	languages,
	type QuickPickItem,
	TabInputText,
	type TextDocumentContentProvider,
	Uri,
	ViewColumn,
	window,
	workspace,
} from 'vscode';
import type { ProposeResult } from '../server/protocol.ts';
import { createFile } from './create-file.ts';
import type { LogServer } from './log-server.ts';

type Proposal = Extract<NonNullable<ProposeResult>, { readonly text: string }>;

/** The scheme of the read-only documents with a proposed configuration. */
const SCHEME = 'incident-log-proposal';

/** Shows a proposed configuration, and writes it if the user confirms. */
export class LogStarter implements Disposable {
	readonly #server: LogServer;
	readonly #provider: Disposable;
	readonly #changes = new EventEmitter<Uri>();
	readonly #texts = new Map<string, string>();

	constructor(server: LogServer) {
		this.#server = server;
		const provider: TextDocumentContentProvider = {
			onDidChange: this.#changes.event,
			provideTextDocumentContent: uri => this.#texts.get(uri.toString()) ?? '',
		};
		this.#provider = workspace.registerTextDocumentContentProvider(SCHEME, provider);
	}

	/** `folder`: the root of the log. Without it, the workspace folder is used, or the user chooses one. */
	async start(folder?: Uri): Promise<void> {
		const root = folder ?? (await chooseFolder());
		const proposal = root && (await this.#server.propose(root));
		if (!proposal) {
			return;
		}
		if ('existing' in proposal) {
			await openExisting(Uri.parse(proposal.existing));
			return;
		}
		const preview = await this.#preview(proposal);
		const isConfirmed = await confirm(proposal);
		await close(preview);
		if (isConfirmed) {
			await createFile(Uri.parse(proposal.uri), proposal.text);
		}
	}

	async #preview({ uri, text }: Proposal): Promise<Uri> {
		// Not the name of a configuration: this document belongs to no log.
		const preview = Uri.from({ scheme: SCHEME, path: `${Uri.parse(uri).path} (proposed)`, query: uri });
		this.#texts.set(preview.toString(), text);
		this.#changes.fire(preview);
		const document = await languages.setTextDocumentLanguage(await workspace.openTextDocument(preview), 'yaml');
		await window.showTextDocument(document, { preview: true, preserveFocus: true, viewColumn: ViewColumn.Active });
		return preview;
	}

	dispose(): void {
		this.#provider.dispose();
		this.#changes.dispose();
	}
}

interface FolderItem extends QuickPickItem {
	readonly uri?: Uri;
}

/** The only workspace folder, or the one that the user chooses. */
async function chooseFolder(): Promise<Uri | undefined> {
	const folders = workspace.workspaceFolders ?? [];
	const [first] = folders;
	if (first !== undefined && folders.length === 1) {
		return first.uri;
	}
	const others: FolderItem = { label: '$(folder-opened) Choose a Folder…' };
	const items: readonly FolderItem[] = [
		...folders.map(({ name, uri }) => ({ label: `$(folder) ${name}`, description: uri.path, uri })),
		others,
	];
	const chosen =
		folders.length === 0
			? others
			: await window.showQuickPick(items, {
					title: 'Start a Log',
					placeHolder: 'The folder that contains all records',
				});
	if (chosen !== others) {
		return chosen?.uri;
	}
	const [picked] =
		(await window.showOpenDialog({ canSelectFiles: false, canSelectFolders: true, openLabel: 'Start a Log Here' })) ??
		[];
	return picked;
}

async function openExisting(uri: Uri): Promise<void> {
	const name = workspace.asRelativePath(uri);
	const open = 'Open';
	if ((await window.showInformationMessage(`This log has a configuration: ${name}.`, open)) === open) {
		await window.showTextDocument(uri);
	}
}

async function confirm({ uri, found, folders, reading }: Proposal): Promise<boolean> {
	const name = workspace.asRelativePath(Uri.parse(uri));
	const create: QuickPickItem = {
		label: `$(check) Create ${name}`,
		description: found === null ? 'for a new log' : found,
		detail: [reading, ...folders].join(' '),
	};
	const chosen = await window.showQuickPick([create, { label: '$(close) Cancel' }], {
		title: 'Start a Log Here',
		placeHolder: 'The editor shows the proposed configuration. No other file is changed.',
		ignoreFocusOut: true,
	});
	return chosen === create;
}

async function close(preview: Uri): Promise<void> {
	const tabs = window.tabGroups.all.flatMap(group => group.tabs);
	const own = tabs.filter(({ input }) => input instanceof TabInputText && input.uri.toString() === preview.toString());
	await window.tabGroups.close(own);
}
