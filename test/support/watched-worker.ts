import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';

/** How many numbers a task can note about where it is. */
export const NOTES = 4;

interface Watch<Result> {
	/** The file that the thread runs; it calls `serveTask`. */
	readonly entry: string;
	/** Plain data for it. */
	readonly task: unknown;
	/** How long it may stand at one place, in milliseconds: many times what the slowest step takes on a busy machine. */
	readonly limit: number;
	/** What it was about, by what it had noted last. */
	readonly describe: (notes: readonly number[]) => string;
	/** Called with each of its results. */
	readonly onResult?: (result: Result) => void;
}

/**
 * Runs a task in a thread and watches it from this one: a task that stands still is ended, and the promise rejected with
 * what it was about. A thread that spins answers nobody, so that it cannot watch itself.
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
