import { editorRequests } from '../support/every-request.ts';
import type { Documents, FuzzDocument } from './documents.ts';
import { STEPS } from './exercise.ts';
import { type Place, WatchedWorker } from './watch.ts';

export interface Failure {
	readonly document: FuzzDocument;
	readonly kind: 'throw' | 'hang';
	/** At least one. */
	readonly faults: readonly string[];
}

export interface Summary {
	readonly failures: readonly Failure[];
	/** The time for each completed document, by its index, in milliseconds. */
	readonly times: ReadonlyMap<number, number>;
}

interface FuzzOptions {
	readonly documents: Documents;
	/** The index of the first document, and the number of documents. */
	readonly from: number;
	readonly count: number;
	/** The code of `worker.ts`, as CommonJS. */
	readonly worker: string;
	/** Milliseconds after which a step counts as a hang. */
	readonly limit: number;
	readonly threads?: number;
	readonly onFailure?: (failure: Failure) => void;
	readonly onProgress?: (done: number) => void;
}

const BATCH = 50;

/** Processes a run of documents. */
export async function fuzz(options: FuzzOptions): Promise<Summary> {
	const { documents, from, count, worker, limit, threads = 1 } = options;
	const failures: Failure[] = [];
	const times = new Map<number, number>();
	let next = from;
	const fail = (failure: Failure) => {
		failures.push(failure);
		options.onFailure?.(failure);
	};
	const work = async () => {
		const watched = new WatchedWorker({
			code: worker,
			limit,
			onOutcome: ({ index, milliseconds, faults }) => {
				times.set(index, milliseconds);
				if (faults.length > 0) {
					fail({ document: documents.at(index), kind: 'throw', faults });
				}
			},
			onLost: (document, place, why) => fail({ document, kind: 'hang', faults: [`${describe(place)}: ${why}`] }),
		});
		try {
			while (next < from + count) {
				const first = next;
				next = Math.min(first + BATCH, from + count);
				await watched.run(Array.from({ length: next - first }, (_, index) => documents.at(first + index)));
				options.onProgress?.(times.size + failures.filter(({ kind }) => kind === 'hang').length);
			}
		} finally {
			await watched.stop();
		}
	};
	await Promise.all(Array.from({ length: threads }, work));
	return { failures, times };
}

function describe([, step, request, offset]: Place): string {
	const name = editorRequests[request]?.name;
	return name === undefined ? (STEPS[step] ?? 'start') : `request: ${name} at ${offset}`;
}

/** The value below which a part of the sorted values lie: 0.5 for the median. */
export function quantile(sorted: readonly number[], part: number): number {
	return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
}
