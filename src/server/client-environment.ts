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
	LIST_REQUEST,
	type ListParams,
	type ListResult,
	READ_REQUEST,
	type ReadParams,
	type ReadResult,
	STAT_REQUEST,
	type StatParams,
	type StatResult,
} from './protocol.ts';

/** Asks the client; rejects where the client does not know the method, or is going away. */
export type Ask = <Result>(method: string, params: object) => Promise<Result>;

/**
 * The file system as the client sees it: for the web, and for every scheme that this machine knows nothing of. A client
 * that refuses, or fails to answer, is a file system that fails. It does not tell what links lead to.
 */
export function clientEnvironment(ask: Ask): Environment {
	const answered = async <Result extends object | string, Answer>(
		method: string,
		params: object,
		read: (result: Result) => Answer,
	): Promise<Answer | Absent | Failed> => {
		try {
			const result = await ask<Result | FailedResult | null>(method, params);
			return result === null ? ABSENT : isFailed(result) ? failed(reasonOf(result)) : read(result);
		} catch {
			return failed('io-error');
		}
	};
	return {
		read: (uri, limit) => {
			const params: ReadParams = { uri, limit };
			return answered<Exclude<ReadResult, FailedResult | null>, FileContent | TooLarge>(READ_REQUEST, params, answer =>
				'bytes' in answer
					? { type: 'content', bytes: toBytes(answer.bytes) }
					: { type: 'too-large', size: answer.tooLarge },
			);
		},
		list: folder => {
			const params: ListParams = { uri: folder };
			return answered<Exclude<ListResult, FailedResult | null>, FolderListing>(LIST_REQUEST, params, entries => ({
				type: 'folder',
				entries,
			}));
		},
		stat: uri => {
			const params: StatParams = { uri };
			return answered<Exclude<StatResult, FailedResult | null>, FileStat>(STAT_REQUEST, params, type => ({
				type,
				realUri: uri,
			}));
		},
		// The client tells of changes by itself: `workspace/didChangeWatchedFiles`.
		watch: () => ({ dispose: () => undefined }),
	};
}

function isFailed(result: object | string): result is FailedResult {
	return typeof result === 'object' && 'failed' in result;
}

/** Clients may be newer, or of others. */
function reasonOf({ failed: reason }: FailedResult): FailureReason {
	return FAILURE_REASONS.includes(reason) ? reason : 'io-error';
}

/** Between threads bytes come as they were; through a client that prints its messages, as a list of numbers. */
function toBytes(bytes: Uint8Array | readonly number[]): Uint8Array {
	return bytes instanceof Uint8Array ? bytes : Uint8Array.from(bytes);
}

/** A machine without files: what is read where a client does not answer. Open documents are all that there is. */
export const noFiles: Environment = {
	read: () => ABSENT,
	list: () => ABSENT,
	stat: () => ABSENT,
	watch: () => ({ dispose: () => undefined }),
};

/** One environment made of several, chosen by URI. */
export function dispatchEnvironment(environmentFor: (uri: string) => Environment): Environment {
	return {
		read: (uri, limit) => environmentFor(uri).read(uri, limit),
		list: folder => environmentFor(folder).list(folder),
		stat: uri => environmentFor(uri).stat(uri),
		watch: (folder, onChanges) => environmentFor(folder).watch(folder, onChanges),
	};
}
