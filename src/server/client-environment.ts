import type { Environment } from '../log/environment.ts';
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
} from './protocol.ts';

/** Asks the client; rejects where the client does not know the method, or is going away. */
export type Ask = <Result>(method: string, params: object) => Promise<Result>;

/**
 * The file system as the client sees it: for the web, and for every scheme that this machine knows nothing of. What the
 * client refuses, or fails to answer, is not there.
 */
export function clientEnvironment(ask: Ask): Environment {
	const orUndefined = async <Result>(method: string, params: object): Promise<Result | undefined> => {
		try {
			return (await ask<Result | null>(method, params)) ?? undefined;
		} catch {
			return undefined;
		}
	};
	return {
		read: async (uri, limit) => {
			const params: ReadParams = { uri, limit };
			const answer = await orUndefined<NonNullable<ReadResult>>(READ_REQUEST, params);
			return answer && 'bytes' in answer ? toBytes(answer.bytes) : answer;
		},
		list: folder => {
			const params: ListParams = { uri: folder };
			return orUndefined<NonNullable<ListResult>>(LIST_REQUEST, params);
		},
		stat: uri => {
			const params: StatParams = { uri };
			return orUndefined<NonNullable<StatResult>>(STAT_REQUEST, params);
		},
		// The client tells of changes by itself: `workspace/didChangeWatchedFiles`.
		watch: () => ({ dispose: () => undefined }),
	};
}

/** Between threads bytes come as they were; through a client that prints its messages, as a list of numbers. */
function toBytes(bytes: Uint8Array | readonly number[]): Uint8Array {
	return bytes instanceof Uint8Array ? bytes : Uint8Array.from(bytes);
}

/** A machine without files: what is read where a client does not answer. Open documents are all that there is. */
export const noFiles: Environment = {
	read: () => undefined,
	list: () => undefined,
	stat: () => undefined,
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
