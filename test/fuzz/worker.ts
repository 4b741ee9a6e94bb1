import { parentPort, workerData } from 'node:worker_threads';
import type { FuzzDocument } from './documents.ts';
import { exercise, STEPS } from './exercise.ts';
import type { Batch, Outcome } from './watch.ts';

// Exercises the documents of each batch in turn, and records its position for the thread that watches it.
const place = workerData as Int32Array;

parentPort?.on('message', async ({ documents }: Batch) => {
	for (const [index, document] of documents.entries()) {
		parentPort?.postMessage(await outcomeOf(document, index));
	}
});

async function outcomeOf(document: FuzzDocument, index: number): Promise<Outcome> {
	const started = performance.now();
	const faults = await exercise(document, (step, request = -1, offset = 0) => {
		place.set([index, STEPS.indexOf(step), request, offset], 1);
		Atomics.add(place, 0, 1);
	});
	return { index: document.index, milliseconds: performance.now() - started, faults };
}
