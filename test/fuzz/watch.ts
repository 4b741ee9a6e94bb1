import { Worker } from 'node:worker_threads';
import type { FuzzDocument } from './documents.ts';

/** The message to a worker. */
export interface Batch {
	readonly documents: readonly FuzzDocument[];
}

/** The answer of a worker: one for each document of the batch, in order. */
export interface Outcome {
	/** Of the document in the run. */
	readonly index: number;
	readonly milliseconds: number;
	readonly faults: readonly string[];
}

/** The position of a worker: the document of its batch, the step, the request and the offset. */
export type Place = readonly [document: number, step: number, request: number, offset: number];

/** The number of integers in the shared memory: a count of steps, and the position. */
const SHARED = 5;
const LOOK_EVERY_MS = 250;
/** The time limit until the first step of a thread: on a busy machine, loading the code takes longer than any step. */
const START_LIMIT_MS = 180_000;

export interface WatchOptions {
	/** The code of the worker, as CommonJS. */
	readonly code: string;
	/** The longest time for one step in milliseconds: many times that of the slowest step on a busy machine. */
	readonly limit: number;
	readonly onOutcome: (outcome: Outcome) => void;
	/** Called with the document on which a worker hung or ended. */
	readonly onLost: (document: FuzzDocument, place: Place, why: string) => void;
}

/**
 * Processes batches of documents in a worker thread, and watches it from this thread, because a thread in an endless loop
 * cannot watch itself. A worker that hangs or ends is replaced by another that continues after the document.
 */
export class WatchedWorker {
	readonly #options: WatchOptions;
	readonly #place = new Int32Array(new SharedArrayBuffer(4 * SHARED));
	#worker: Worker | undefined;

	constructor(options: WatchOptions) {
		this.#options = options;
	}

	async run(documents: readonly FuzzDocument[]): Promise<void> {
		let left = documents;
		while (left.length > 0) {
			const { done, why } = await this.#attempt(left);
			const lost = left[done];
			if (lost !== undefined) {
				const [, , step = 0, request = -1, offset = 0] = this.#place;
				this.#options.onLost(lost, [done, step, request, offset], why);
				await this.stop();
			}
			left = left.slice(done + 1);
		}
	}

	async stop(): Promise<void> {
		await this.#worker?.terminate();
		this.#worker = undefined;
	}

	/** Resolves with the number of documents that were completed, and the reason for the end. */
	#attempt(documents: readonly FuzzDocument[]): Promise<{ done: number; why: string }> {
		const worker = this.#worker ?? new Worker(this.#options.code, { eval: true, workerData: this.#place });
		this.#worker = worker;
		return new Promise(resolve => {
			let done = 0;
			let steps = Atomics.load(this.#place, 0);
			let since = performance.now();
			let limit = START_LIMIT_MS;
			const end = (why: string) => {
				clearInterval(timer);
				worker.off('message', onOutcome).off('error', onError).off('exit', onExit);
				resolve({ done, why });
			};
			const timer = setInterval(() => {
				const now = Atomics.load(this.#place, 0);
				if (now !== steps) {
					steps = now;
					since = performance.now();
					limit = this.#options.limit;
				} else if (performance.now() - since > limit) {
					end(`hang: no step in ${limit / 1000} s`);
				}
			}, LOOK_EVERY_MS);
			const onOutcome = (outcome: Outcome) => {
				done++;
				since = performance.now();
				this.#options.onOutcome(outcome);
				if (done === documents.length) {
					end('');
				}
			};
			// An error can arrive before the outcomes that the thread has sent before it. The end of the thread arrives after them.
			let crash: string | undefined;
			const onError = (error: Error) => {
				crash = `crash: ${error.stack ?? error.message}`;
			};
			const onExit = (code: number) => end(crash ?? `crash: the thread ended with code ${code}`);
			worker.on('message', onOutcome).on('error', onError).on('exit', onExit);
			worker.postMessage({ documents } satisfies Batch);
		});
	}
}
