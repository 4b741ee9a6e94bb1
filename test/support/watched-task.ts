import { parentPort, workerData } from 'node:worker_threads';

export interface Task<Result> {
	/** Records the position of the task. Each call counts as a step, also with the same numbers. */
	note(...numbers: number[]): void;
	result(result: Result): void;
}

/** The other side of `runWatched`, in the thread that it starts. */
export function serveTask<Data, Result>(run: (data: Data, task: Task<Result>) => Promise<void>): void {
	const { task, notes } = workerData as { readonly task: Data; readonly notes: Int32Array };
	void run(task, {
		note: (...numbers) => {
			notes[0] = ((notes[0] ?? 0) + 1) | 0;
			for (const [index, number] of numbers.entries()) {
				notes[index + 1] = number;
			}
		},
		result: result => parentPort?.postMessage(result),
	});
}
