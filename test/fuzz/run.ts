// The command line of `npm run fuzz`; `scripts/fuzz.mjs` bundles and starts it, with the bundle of the worker.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Documents } from './documents.ts';
import { type Failure, fuzz, quantile } from './fuzz.ts';

const usage = `usage: npm run fuzz -- [options]

  --documents N   how many documents are drawn (default: 1000)
  --seed N        the run to draw; the same seed gives the same documents (default: by chance)
  --from N        the index of the first document (default: 0)
  --corpus DIR    a folder of further Markdown and YAML files to mutate
  --limit S       the seconds after which a step counts as a hang (default: 20)
  --threads N     how many documents are worked on at a time (default: one fewer than there are cores)`;

function fail(message: string): never {
	console.error(`${message}\n\n${usage}`);
	process.exit(2);
}

function options() {
	const text = { type: 'string' } as const;
	try {
		return parseArgs({
			options: {
				documents: text,
				seed: text,
				from: text,
				corpus: text,
				limit: text,
				threads: text,
				help: { type: 'boolean', short: 'h' },
			},
		}).values;
	} catch (error) {
		return fail(error instanceof Error ? error.message : String(error));
	}
}

function integer(name: string, value: string | undefined, otherwise: number): number {
	const number = value === undefined ? otherwise : Number(value);
	return Number.isSafeInteger(number) && number >= 0
		? number
		: fail(`Invalid --${name} \`${value}\`. Expected an integer.`);
}

/**
 * Writes the text of a failed document, and all other data of the failure as JSON. Returns the path without extension.
 */
function keep(folder: string, seed: number, { document, kind, faults }: Failure): string {
	fs.mkdirSync(folder, { recursive: true });
	const name = path.join(folder, `${seed}-${document.index}`);
	fs.writeFileSync(`${name}${path.posix.extname(document.path)}`, document.files.texts[document.path] ?? '');
	fs.writeFileSync(`${name}.json`, `${JSON.stringify({ seed, kind, faults, document }, undefined, '\t')}\n`);
	return name;
}

const milliseconds = (value: number) => `${value >= 100 ? value.toFixed(0) : value.toFixed(1)} ms`;

async function main(worker: string, artifacts: string): Promise<void> {
	const values = options();
	if (values.help) {
		console.log(usage);
		return;
	}
	const seed = integer('seed', values.seed, Math.floor(Math.random() * 2 ** 31));
	const from = integer('from', values.from, 0);
	const count = integer('documents', values.documents, 1000);
	const threads = Math.max(1, integer('threads', values.threads, os.availableParallelism() - 1));
	console.log(`Seed ${seed}, documents ${from} to ${from + count - 1}`);

	let shown = 0;
	const { failures, times } = await fuzz({
		documents: new Documents(seed, values.corpus),
		from,
		count,
		worker: fs.readFileSync(worker, 'utf8'),
		limit: integer('limit', values.limit, 20) * 1000,
		threads,
		onFailure: failure => {
			const at = path.relative(process.cwd(), keep(artifacts, seed, failure));
			console.log(`✗ ${failure.kind} at document ${failure.document.index} (${failure.document.files.name}): ${at}`);
			console.log(failure.faults.slice(0, 3).join('\n').replace(/^/gm, '    '));
		},
		onProgress: done => {
			if (done - shown >= 5000) {
				shown = done;
				console.log(`  … ${done} of ${count}`);
			}
		},
	});

	const sorted = [...times.values()].sort((a, b) => a - b);
	const slowest = [...times].sort(([, a], [, b]) => b - a).slice(0, 5);
	const countOf = (kind: Failure['kind']) => failures.filter(failure => failure.kind === kind).length;
	console.log(`${times.size} documents: ${countOf('throw')} with throws or wrong answers, ${countOf('hang')} hangs`);
	const percentiles = [0.5, 0.9, 0.99].map(part => `p${part * 100} ${milliseconds(quantile(sorted, part))}`);
	console.log(`A document takes ${percentiles.join(', ')}, max ${milliseconds(sorted.at(-1) ?? 0)}`);
	console.log(`Slowest: ${slowest.map(([index, time]) => `${index} (${milliseconds(time)})`).join(', ')}`);
	console.log(`Again: npm run fuzz -- --seed ${seed} --from ${from} --documents ${count}`);
	process.exitCode = failures.length > 0 || times.size === 0 ? 1 : 0;
}

const [worker = '', artifacts = ''] = [process.env['FUZZ_WORKER'], process.env['FUZZ_ARTIFACTS']];
await main(worker, artifacts);
