import type { InitializeParams, WorkspaceFoldersChangeEvent } from 'vscode-languageserver';
import { normalUri } from '../core/uri/uri.ts';

/** Schemes of editor text that is not a file: Git revisions, output channels, unsaved documents. */
const SCHEMES_WITHOUT_FILES: ReadonlySet<string> = new Set([
	'git',
	'untitled',
	'output',
	'vscode',
	'vscode-scm',
	'comment',
]);

/** The folders that are open in the client, and the documents that can belong to a log. */
export class Folders {
	readonly #uris: Set<string>;
	readonly #isOfMachine: (uri: string) => boolean;

	/** `isOfMachine`: returns true if this machine can read the file. */
	constructor(params: InitializeParams, isOfMachine: (uri: string) => boolean) {
		this.#uris = new Set(openFolders(params).map(normalUri));
		this.#isOfMachine = isOfMachine;
	}

	get uris(): readonly string[] {
		return [...this.#uris];
	}

	change({ added, removed }: WorkspaceFoldersChangeEvent): void {
		for (const { uri } of removed) {
			this.#uris.delete(normalUri(uri));
		}
		for (const { uri } of added) {
			this.#uris.add(normalUri(uri));
		}
	}

	/** Returns true for a file of this machine, or of a file system that contains an open folder. */
	canBeDocument(uri: string): boolean {
		const scheme = schemeOf(uri);
		if (this.#isOfMachine(uri)) {
			return true;
		}
		return this.#uris.size === 0
			? !SCHEMES_WITHOUT_FILES.has(scheme)
			: this.uris.some(folder => schemeOf(folder) === scheme);
	}
}

function openFolders({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
	return workspaceFolders?.map(({ uri }) => uri) ?? (rootUri === null ? [] : [rootUri]);
}

function schemeOf(uri: string): string {
	return uri.slice(0, uri.indexOf(':')).toLowerCase();
}
