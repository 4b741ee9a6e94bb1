import type { InitializeParams, WorkspaceFoldersChangeEvent } from 'vscode-languageserver';
import { normalUri } from '../core/uri/uri.ts';

/** Text in an editor that is no file: of a Git revision, of an output channel, not saved yet. */
const NO_FILES: ReadonlySet<string> = new Set(['git', 'untitled', 'output', 'vscode', 'vscode-scm', 'comment']);

/** The folders that the client has open, and which documents may belong to a log at all. */
export class Folders {
	readonly #uris: Set<string>;
	readonly #isOfMachine: (uri: string) => boolean;

	/** `isOfMachine`: whether this machine can read a file by itself. */
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

	/** Whether a document is a file of this machine, or of the kind of file system that the folders are on. */
	mayHold(uri: string): boolean {
		const scheme = schemeOf(uri);
		if (this.#isOfMachine(uri)) {
			return true;
		}
		return this.#uris.size === 0 ? !NO_FILES.has(scheme) : this.uris.some(folder => schemeOf(folder) === scheme);
	}
}

function openFolders({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
	return workspaceFolders?.map(({ uri }) => uri) ?? (rootUri === null ? [] : [rootUri]);
}

function schemeOf(uri: string): string {
	return uri.slice(0, uri.indexOf(':')).toLowerCase();
}
