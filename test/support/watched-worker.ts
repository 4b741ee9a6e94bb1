import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';

/** How many numbers a task can record as its position. */
export const NOTES = 4;

interface Watch<Result> {
	/** The file that the thread runs; it calls `serveTask`. */
	readonly entry: string;
	/** Plain data for it. */
	readonly task: unknown;
	/** The longest time for one step in milliseconds: many times that of the slowest step on a busy machine. */
	readonly limit: number;
	/** Describes the position that the task recorded last. */
	readonly describe: (notes: readonly number[]) => string;
	/** Called with each of its results. */
	readonly onResult?: (result: Result) => void;
}

/**
 * Runs a task in a worker thread and watches it from this thread, because a thread in an endless loop cannot watch itself.
 * A task that makes no progress is ended, and the promise is rejected with a description of its position.
 */
export async function runWatched<Result>({ entry, task, limit, describe, onResult }: Watch<Result>): Promise<void> {
	const { outputFiles } = await build({
		entryPoints: [entry],
		bundle: true,
		write: false,
		platform: 'node',
		format: 'cjs',
		target: 'node20',
		mainFields: ['module', 'main'],
	});
	const notes = new Int32Array(new SharedArrayBuffer(4 * (NOTES + 1)));
	const worker = new Worker(outputFiles[0]?.text ?? '', { eval: true, workerData: { task, notes } });
	let last = [...notes];
	let since = Date.now();
	let timer: NodeJS.Timeout | undefined;
	try {
		await new Promise<void>((resolve, reject) => {
			timer = setInterval(() => {
				const now = [...notes];
				if (now.some((note, index) => note !== last[index])) {
					last = now;
					since = Date.now();
				} else if (Date.now() - since > limit) {
					reject(new Error(`no answer within ${limit / 1000} s: ${describe(now.slice(1))}`));
				}
			}, 200);
			worker.on('message', (result: Result) => onResult?.(result));
			worker.once('error', reject);
			worker.once('exit', () => resolve());
		});
	} finally {
		clearInterval(timer);
		await worker.terminate();
	}
}
