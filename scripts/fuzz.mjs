// Mutates thousands of documents and runs all operations on each. A separate thread detects hangs.
import './check-node.cjs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { root } from './support.mjs';
import { validatorsPlugin } from './validators.mjs';

const artifacts = path.join(root, 'artifacts', 'fuzz');
const shared = {
	absWorkingDir: root,
	bundle: true,
	platform: 'node',
	target: 'node20',
	mainFields: ['module', 'main'],
	logLevel: 'warning',
	plugins: [validatorsPlugin],
};

const worker = path.join(artifacts, 'worker.cjs');
const run = path.join(artifacts, 'run.mjs');
await Promise.all([
	build({ ...shared, entryPoints: ['test/fuzz/worker.ts'], outfile: worker, format: 'cjs' }),
	build({
		...shared,
		entryPoints: ['test/fuzz/run.ts'],
		outfile: run,
		format: 'esm',
		banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
		// The code that locates files of the project is in test/support.
		define: { 'import.meta.dirname': JSON.stringify(path.join(root, 'test', 'support')) },
	}),
]);
process.env.FUZZ_WORKER = worker;
process.env.FUZZ_ARTIFACTS = artifacts;
await import(pathToFileURL(run));
