import { FAILURE_REASONS, type FailureReason } from '../core/unread.ts';
import {
	ABSENT,
	type Absent,
	type Environment,
	type Failed,
	type FileContent,
	type FileStat,
	type FolderListing,
	failed,
	type TooLarge,
} from '../log/environment.ts';
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
} from './protocol.ts';

/** Sends a request to the client. Rejects if the client does not support the method or disconnects. */
export type SendRequest = <Result>(method: string, params: object) => Promise<Result>;

/**
 * The file system of the client: for the web, and for schemes that this machine cannot read. A rejected request is a
 * failed read. Targets of links are unknown.
 */
export function clientEnvironment(send: SendRequest): Environment {
	const request = async <Result extends object | string, Answer>(
		method: string,
		params: object,
		read: (result: Result) => Answer,
	): Promise<Answer | Absent | Failed> => {
		try {
			const result = await send<Result | FailedResult | null>(method, params);
			return result === null ? ABSENT : isFailed(result) ? failed(reasonOf(result)) : read(result);
		} catch {
			return failed('io-error');
		}
	};
	return {
		read: (uri, limit) => {
			const params: ReadParams = { uri, limit };
			return request<Exclude<FsReadResult, FailedResult | null>, FileContent | TooLarge>(
				READ_REQUEST,
				params,
				answer =>
					'bytes' in answer
						? { type: 'content', bytes: toBytes(answer.bytes) }
						: { type: 'too-large', size: answer.tooLarge },
			);
		},
		list: folder => {
			const params: ListParams = { uri: folder };
			return request<Exclude<FsListResult, FailedResult | null>, FolderListing>(LIST_REQUEST, params, entries => ({
				type: 'folder',
				entries,
			}));
		},
		stat: uri => {
			const params: StatParams = { uri };
			return request<Exclude<FsStatResult, FailedResult | null>, FileStat>(STAT_REQUEST, params, type => ({
				type,
				realUri: uri,
			}));
		},
		// The client reports changes itself: `workspace/didChangeWatchedFiles`.
		watch: () => ({ dispose: () => undefined }),
	};
}

function isFailed(result: object | string): result is FailedResult {
	return typeof result === 'object' && 'failed' in result;
}

/** A newer or different client can send an unknown reason. */
function reasonOf({ failed: reason }: FailedResult): FailureReason {
	return FAILURE_REASONS.includes(reason) ? reason : 'io-error';
}

/** Messages between threads contain bytes; messages as JSON contain a list of numbers. */
function toBytes(bytes: Uint8Array | readonly number[]): Uint8Array {
	return bytes instanceof Uint8Array ? bytes : Uint8Array.from(bytes);
}

/** A file system without files, for clients that do not provide one. Only open documents are read. */
export const noFiles: Environment = {
	read: () => ABSENT,
	list: () => ABSENT,
	stat: () => ABSENT,
	watch: () => ({ dispose: () => undefined }),
};

/** Combines environments: each URI is read by the one that `environmentFor` returns. */
export function dispatchEnvironment(environmentFor: (uri: string) => Environment): Environment {
	return {
		read: (uri, limit) => environmentFor(uri).read(uri, limit),
		list: folder => environmentFor(folder).list(folder),
		stat: uri => environmentFor(uri).stat(uri),
		watch: (folder, onChanges) => environmentFor(folder).watch(folder, onChanges),
	};
}
