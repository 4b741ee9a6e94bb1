import path from 'node:path';
import { build } from 'esbuild';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { Documents } from './documents.ts';
import { exercise, STEPS } from './exercise.ts';
import { type Failure, fuzz, quantile } from './fuzz.ts';

/** Milliseconds. Far more than a step takes, so that a busy machine causes no false hang. */
const LIMIT = 120_000;
const DOCUMENTS = 300;

let worker: string;
beforeAll(async () => {
	const { outputFiles } = await build({
		entryPoints: [path.join(import.meta.dirname, 'worker.ts')],
		bundle: true,
		write: false,
		platform: 'node',
		target: 'node20',
		mainFields: ['module', 'main'],
	});
	worker = outputFiles[0]?.text ?? '';
});

const failureText = ({ document, kind, faults }: Failure) =>
	`${kind} at ${document.index}: ${faults.slice(0, 2).join('\n')}`;

test('nothing throws or hangs on mutated documents', async () => {
	const documents = new Documents(inject('seed'));
	const { failures, times } = await fuzz({ documents, from: 0, count: DOCUMENTS, worker, limit: LIMIT });
	expect(failures.map(failureText)).toEqual([]);
	expect(times.size).toBe(DOCUMENTS);
});

describe('the documents of a run', () => {
	test('are the same for the same seed, independent of the first index', () => {
		const indices = [0, 1, 57, 1000];
		const [one, again, other] = [new Documents(7), new Documents(7), new Documents(8)];
		expect(indices.map(index => one.at(index))).toEqual(
			indices
				.toReversed()
				.map(index => again.at(index))
				.toReversed(),
		);
		expect(indices.map(index => one.at(index))).not.toEqual(indices.map(index => other.at(index)));
	});

	test('are read, and go through every step', async () => {
		const documents = new Documents(1);
		const steps = new Map<string, number>();
		let hasWindowsLines = 0;
		for (let index = 0; index < 60; index++) {
			const document = documents.at(index);
			hasWindowsLines += document.files.texts[document.path]?.includes('\r\n') ? 1 : 0;
			const seen = new Set<string>();
			await exercise(document, step => seen.add(step));
			for (const step of seen) {
				steps.set(step, (steps.get(step) ?? 0) + 1);
			}
		}
		// Guards against a vacuous pass: most documents are still records after they were mutated.
		for (const step of STEPS) {
			expect(steps.get(step), step).toBeGreaterThan(30);
		}
		expect(hasWindowsLines).toBeGreaterThan(15);
	});
});

describe('the watchdog', () => {
	/** Returns the code of a worker that answers for every document but document 3, where it runs `does`. */
	const workerThat = (does: string) => `
		const { parentPort, workerData: place } = require('node:worker_threads');
		parentPort.on('message', ({ documents }) => {
			for (const [position, { index }] of documents.entries()) {
				place.set([position, 4, 0, 12], 1);
				Atomics.add(place, 0, 1);
				if (index === 3) { ${does} }
				parentPort.postMessage({ index, milliseconds: 1, faults: index === 1 ? ['check: wrong'] : [] });
			}
		});
	`;

	test.each([
		['hangs', 'for (;;);', /^hang at 3: request: .+ at 12: hang: no step in 10 s$/],
		['ends', 'process.exit(9);', /^hang at 3: request: .+ at 12: crash: the thread ended with code 9$/],
		['throws', 'throw new Error("gone");', /^hang at 3: request: .+ at 12: crash: Error: gone/],
	])('continues after a document on which a thread %s', async (_, does, expected) => {
		const documents = new Documents(1);
		const { failures, times } = await fuzz({ documents, from: 0, count: 60, worker: workerThat(does), limit: 10_000 });
		expect(failures.map(failureText)).toEqual(['throw at 1: check: wrong', expect.stringMatching(expected)]);
		expect([...times.keys()]).toEqual(Array.from({ length: 60 }, (_, index) => index).filter(index => index !== 3));
	});
});

test('quantiles', () => {
	const sorted = Array.from({ length: 100 }, (_, index) => index + 1);
	expect([0, 0.5, 0.99, 1].map(part => quantile(sorted, part))).toEqual([1, 51, 100, 100]);
	expect(quantile([], 0.5)).toBe(0);
});
