import { Worker } from 'node:worker_threads';
import type { FuzzDocument } from './documents.ts';

/** What a worker is sent. */
export interface Batch {
	readonly documents: readonly FuzzDocument[];
}

/** What it answers, once for each document of the batch, in order. */
export interface Outcome {
	/** Of the document in the run. */
	readonly index: number;
	readonly milliseconds: number;
	readonly faults: readonly string[];
}

/** Where a worker is: the document of its batch, the step, the request and the offset. */
export type Place = readonly [document: number, step: number, request: number, offset: number];

/** The numbers that a worker shares: a count of its steps, and its place. */
const SHARED = 5;
const LOOK_EVERY_MS = 250;
/** How long a thread may take until its first step: on a busy machine, loading the code takes longer than any step. */
const START_LIMIT_MS = 180_000;

export interface WatchOptions {
	/** The code of the worker, as CommonJS. */
	readonly code: string;
	/** Milliseconds for which a worker may stand at one step: many times what any takes on a busy machine. */
	readonly limit: number;
	readonly onOutcome: (outcome: Outcome) => void;
	/** Called with a document at which a worker stood still, or at which it ended. */
	readonly onLost: (document: FuzzDocument, place: Place, why: string) => void;
}

/**
 * Has batches of documents worked on in another thread, and watches it from this one, since a thread that spins answers
 * nobody. Where it stands still or dies, it is replaced by another that goes on behind the document.
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

	/** How many documents it got through, and why it got no further. */
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
			const onError = (error: Error) => end(`crash: ${error.stack ?? error.message}`);
			const onExit = (code: number) => end(`crash: the thread ended with code ${code}`);
			worker.on('message', onOutcome).on('error', onError).on('exit', onExit);
			worker.postMessage({ documents } satisfies Batch);
		});
	}
}
