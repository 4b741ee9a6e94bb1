// Measures speed and memory on logs of 100, 1,000 and 10,000 incidents. `--write` updates the table in docs/benchmarks.md.
import './check-node.cjs';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { buildAll } from './build.mjs';
import { bold, root } from './support.mjs';
import { validatorsPlugin } from './validators.mjs';

const SIZES = [100, 1000, 10_000];
const ROUNDS = 3;
const MEASUREMENTS = ['read', 'parse', 'check', 'named', 'server', 'edit', 'page'];
const artifacts = path.join(root, 'artifacts', 'bench');

const bundle = (entry, outfile) =>
	build({
		entryPoints: [path.join(root, entry)],
		outfile,
		bundle: true,
		platform: 'node',
		target: 'node20',
		format: 'esm',
		logLevel: 'warning',
		mainFields: ['module', 'main'],
		plugins: [validatorsPlugin],
		banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
	});
await buildAll();
await bundle('test/bench/measure.ts', path.join(artifacts, 'measure.mjs'));
await bundle('test/bench/generate.ts', path.join(artifacts, 'generate.mjs'));
const { generateLog } = await import(pathToFileURL(path.join(artifacts, 'generate.mjs')));

/** Writes a log of `size` incidents and returns its folder. */
function writeLog(size) {
	const folder = path.join(artifacts, `log-${size}`);
	fs.rmSync(folder, { recursive: true, force: true });
	for (const file of generateLog(size)) {
		fs.mkdirSync(path.dirname(path.join(folder, file.path)), { recursive: true });
		fs.writeFileSync(path.join(folder, file.path), file.text);
	}
	return folder;
}

/** Without NODE_EXTRA_CA_CERTS, which alone triples the start time of Node. */
const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;

function measure(name, folder) {
	const run = spawnSync(process.execPath, ['--expose-gc', path.join(artifacts, 'measure.mjs'), name, folder], {
		encoding: 'utf8',
		env,
		cwd: root,
	});
	if (run.status !== 0) {
		throw new Error(run.stderr);
	}
	return JSON.parse(run.stdout);
}

/** Returns the median over the rounds for each figure. */
function median(runs) {
	const middle = key => runs.map(run => run[key]).sort((a, b) => a - b)[Math.floor(runs.length / 2)];
	return Object.fromEntries(Object.keys(runs[0]).map(key => [key, middle(key)]));
}

const ms = value =>
	value >= 1000 ? `${(value / 1000).toFixed(1)} s` : value >= 10 ? `${value.toFixed(0)} ms` : `${value.toFixed(1)} ms`;

const rows = [];
for (const size of SIZES) {
	console.log(bold(`▸ ${size} incidents`));
	const folder = writeLog(size);
	const runs = Array.from({ length: ROUNDS }, () =>
		Object.fromEntries(MEASUREMENTS.map(name => [name, measure(name, folder)])),
	);
	const medianOf = name => median(runs.map(run => run[name]));
	const ratios = runs.map(run => run.check.ms / run.read.ms).sort((a, b) => a - b);
	const [read, parse, check, named, server, edit, page] = MEASUREMENTS.map(medianOf);
	rows.push([
		size.toLocaleString('en'),
		`${(read.bytes / 1e6).toFixed(1)} MB`,
		ms(read.ms),
		ms(parse.ms),
		ms(check.ms),
		ratios[Math.floor(ROUNDS / 2)].toFixed(0),
		check.findings,
		ms(named.ms),
		ms(server.own),
		ms(server.whole),
		ms(server.hover),
		`${ms(edit.median)} (${ms(edit.p99)})`,
		`${ms(page.median)} (${ms(page.p99)})`,
		`${check.heapMB.toFixed(0)} MB (${check.rssMB.toFixed(0)} MB)`,
	]);
}

const head = [
	'incidents',
	'text',
	'floor: read',
	'floor: `yaml` alone',
	'full check',
	'check ÷ read',
	'findings',
	'`check FILE`',
	'start → own findings',
	'start → whole log',
	'hover meanwhile (99 %)',
	'edit → findings (99 %)',
	'edit → page (99 %)',
	'heap (process)',
];
const line = cells => `| ${cells.join(' | ')} |`;
const table = [line(head), line(head.map(() => '---:')), ...rows.map(line)].join('\n');
console.log(table);

if (process.argv.includes('--write')) {
	const file = path.join(root, 'docs', 'benchmarks.md');
	const machine = `${os.cpus().length} cores (${os.cpus()[0]?.model ?? 'unknown'}), Node ${process.versions.node}, medians of ${ROUNDS} runs`;
	const text = fs.readFileSync(file, 'utf8');
	fs.writeFileSync(
		file,
		text.replace(
			/(<!-- begin: table -->)[\s\S]*(<!-- end: table -->)/,
			(_, begin, end) => `${begin}\n\n${machine}\n\n${table}\n\n${end}`,
		),
	);
}
