import { Disposable, FileSystemError, FileType, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { FailureReason } from '../core/unread.ts';
import {
	type FailedResult,
	type FsListResult,
	type FsReadResult,
	type FsStatResult,
	LIST_REQUEST,
	type ListParams,
	READ_REQUEST,
	type ReadParams,
	STAT_REQUEST,
	type StatParams,
} from '../server/protocol.ts';

/** Returns whether a URI is a file or a folder, after following links. */
function typeOf(type: FileType): 'file' | 'folder' {
	return (type & FileType.Directory) === 0 ? 'file' : 'folder';
}

const ABSENT_CODES: ReadonlySet<string> = new Set(['FileNotFound', 'FileNotADirectory']);
const REASONS: ReadonlyMap<string, FailureReason> = new Map([
	['NoPermissions', 'no-permission'],
	['FileIsADirectory', 'not-a-file'],
]);

/** Returns null for a missing file, and a failure for any other error. */
async function orFailure<T>(work: () => Promise<T>): Promise<T | FailedResult | null> {
	try {
		return await work();
	} catch (error) {
		const code = error instanceof FileSystemError ? error.code : '';
		return ABSENT_CODES.has(code) ? null : { failed: REASONS.get(code) ?? 'io-error' };
	}
}

const read = ({ uri, limit }: ReadParams): Promise<FsReadResult> =>
	orFailure(async () => {
		const file = Uri.parse(uri, true);
		const { size } = await workspace.fs.stat(file);
		return size > limit ? { tooLarge: size } : { bytes: await workspace.fs.readFile(file) };
	});

const list = ({ uri }: ListParams): Promise<FsListResult> =>
	orFailure(async () => {
		const entries = await workspace.fs.readDirectory(Uri.parse(uri, true));
		return entries.map(([name, bits]) => ({
			name,
			type: (bits & FileType.SymbolicLink) === 0 ? typeOf(bits) : 'link',
		}));
	});

const stat = ({ uri }: StatParams): Promise<FsStatResult> =>
	orFailure(async () => typeOf((await workspace.fs.stat(Uri.parse(uri, true))).type));

/** Serves the server's file requests through VS Code, which supports any file system. */
export function serveWorkspaceFiles(client: BaseLanguageClient): Disposable {
	return Disposable.from(
		client.onRequest(READ_REQUEST, read),
		client.onRequest(LIST_REQUEST, list),
		client.onRequest(STAT_REQUEST, stat),
	);
}
