import { Disposable, FileType, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
	LIST_REQUEST,
	type ListParams,
	type ListResult,
	READ_REQUEST,
	type ReadParams,
	type ReadResult,
	STAT_REQUEST,
	type StatParams,
	type StatResult,
} from '../server/protocol.ts';

/** A link to a file is a file, and so on: VS Code adds the kind of what it leads to. */
function typeOf(type: FileType): 'file' | 'folder' | undefined {
	if ((type & FileType.Directory) !== 0) {
		return 'folder';
	}
	return (type & FileType.File) !== 0 ? 'file' : undefined;
}

/** What is not there, or cannot be read, is null. */
async function orNull<T>(work: () => Promise<T>): Promise<T | null> {
	try {
		return await work();
	} catch {
		return null;
	}
}

const read = ({ uri, limit }: ReadParams): Promise<ReadResult> =>
	orNull(async () => {
		const file = Uri.parse(uri, true);
		const { size } = await workspace.fs.stat(file);
		return size > limit ? { tooLarge: size } : { bytes: await workspace.fs.readFile(file) };
	});

const list = ({ uri }: ListParams): Promise<ListResult> =>
	orNull(async () => {
		const entries = await workspace.fs.readDirectory(Uri.parse(uri, true));
		return entries.flatMap(([name, bits]) => {
			const type = typeOf(bits);
			return type === undefined ? [] : [{ name, type }];
		});
	});

const stat = ({ uri }: StatParams): Promise<StatResult> =>
	orNull(async () => typeOf((await workspace.fs.stat(Uri.parse(uri, true))).type) ?? null);

/** Lets the server read the workspace through VS Code, whatever kind of file system it is on. */
export function serveWorkspaceFiles(client: BaseLanguageClient): Disposable {
	return Disposable.from(
		client.onRequest(READ_REQUEST, read),
		client.onRequest(LIST_REQUEST, list),
		client.onRequest(STAT_REQUEST, stat),
	);
}
