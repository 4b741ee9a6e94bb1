import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { corpus, mutated } from '../support/corpus.ts';
import { editorRequests } from '../support/every-request.ts';
import type { Mutated } from '../support/log-of-files.ts';
import { runWatched } from '../support/watched-worker.ts';

const SEED = 20240831;
const LOGS = 150;

/** Sends all requests, and returns the faults of the answers. */
async function faultsOf(logs: readonly Mutated[]): Promise<string[]> {
	const faults: string[] = [];
	await runWatched<string>({
		entry: path.join(import.meta.dirname, 'every-request.worker.ts'),
		task: logs,
		limit: 60_000,
		describe: ([index = 0, request = 0, offset = 0]) => {
			const { files, path = '' } = logs[index] ?? {};
			const what = editorRequests[request]?.name ?? 'reading';
			return `${what} at ${offset} of ${path} in ${files?.name}: ${JSON.stringify(files?.texts[path])}`;
		},
		onResult: fault => faults.push(fault),
	});
	return faults;
}

test('every request is answered at every offset of mutated texts', async () => {
	const logs = fc.sample(mutated(corpus()), { seed: SEED, numRuns: LOGS });
	expect((await faultsOf(logs)).slice(0, 5)).toEqual([]);
});

test('every request is answered in a record that begins with a line break', async () => {
	const texts = { 'incidents/a.yaml': '\ntitle: A\n  x: y\n' };
	expect(await faultsOf([{ files: { name: 'one record', now: 0, texts }, path: 'incidents/a.yaml' }])).toEqual([]);
});
