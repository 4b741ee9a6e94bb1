// Bundles the shipped code into dist/. `--watch` rebuilds on change, and does not minify. `--command-line` builds only what the
// npm package contains, for `npm pack`, which pre-commit runs at each installation.
import './check-node.cjs';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build, context } from 'esbuild';
import { thirdPartyNotices } from './notices.mjs';
import { isMain, root } from './support.mjs';
import { validatorsPlugin, writeValidators } from './validators.mjs';

/** @type {import('esbuild').BuildOptions} */
const shared = {
	absWorkingDir: root,
	metafile: true,
	bundle: true,
	logLevel: 'warning',
	legalComments: 'none',
	loader: { '.css': 'text', '.ttf': 'binary', '.wasm': 'binary' },
	sourcemap: 'linked',
	plugins: [validatorsPlugin],
};

/** Modules that a `import()` loads from a bundle of their own, by the end of their path, with that bundle. */
const LAZY_BUNDLES = new Map([
	['/cli/run.ts', './cli-run.cjs'],
	['/server/node.ts', './server.cjs'],
	['/cli/mcp-server.ts', './mcp.cjs'],
	['/cli/page-markdown.ts', './markdown.cjs'],
	['/cli/png.ts', './png.cjs'],
	['/client/node-session.ts', './client.cjs'],
]);

const lazyBundlesPlugin = {
	name: 'lazy-bundles',
	setup(builder) {
		builder.onResolve({ filter: /\.ts$/ }, ({ kind, path: specifier, resolveDir }) => {
			const file = kind === 'dynamic-import' ? path.join(resolveDir, specifier).replaceAll('\\', '/') : '';
			const [, bundle] = [...LAZY_BUNDLES].find(([end]) => file.endsWith(end)) ?? [];
			return bundle === undefined ? undefined : { path: bundle, external: true };
		});
	},
};

const onNode = {
	...shared,
	platform: 'node',
	target: 'node20',
	format: 'cjs',
	mainFields: ['module', 'main'],
	// Becomes `require`: the loader of ECMAScript modules takes longer to start, and has no module `vscode`.
	supported: { 'dynamic-import': false },
	plugins: [validatorsPlugin, lazyBundlesPlugin],
};
const inBrowser = { ...shared, platform: 'browser', target: 'es2022' };

const require = createRequire(import.meta.url);
const { requireNode, unsupportedNode } = require('./node-version.cjs');
const { engines } = require('../package.json');

/** Precedes the code of the command line: prints one line and exits with code 2 on an unsupported Node version. */
const checkNode = `(() => {\n${unsupportedNode}\n${requireNode}\nrequireNode(${JSON.stringify(engines.node)});\n})();`;

/** One bundle per runtime environment. `.cjs`, since the package has the type `module`. */
const bundles = [
	{
		...onNode,
		entryPoints: ['src/cli/entry.ts'],
		outfile: 'dist/cli.cjs',
		// Syntax that an old Node can parse, so that it reaches the check of its version.
		target: 'node14.18',
		banner: { js: `#!/usr/bin/env node\n${checkNode}` },
	},
	// Apart from `cli.cjs`, so that Node can store its compiled code.
	{ ...onNode, entryPoints: ['src/cli/run.ts'], outfile: 'dist/cli-run.cjs' },
	{ ...onNode, entryPoints: ['src/server/node.ts'], outfile: 'dist/server.cjs' },
	{ ...onNode, entryPoints: ['src/cli/mcp-server.ts'], outfile: 'dist/mcp.cjs' },
	{ ...onNode, entryPoints: ['src/cli/page-markdown.ts'], outfile: 'dist/markdown.cjs' },
	{ ...onNode, entryPoints: ['src/cli/png.ts'], outfile: 'dist/png.cjs' },
	// VS Code loads `extension.cjs` with the first Markdown or YAML file; `extension.cjs` loads `client.cjs` if a log exists.
	{
		...onNode,
		entryPoints: ['src/client/node.ts'],
		outfile: 'dist/extension.cjs',
		external: ['vscode'],
	},
	{ ...onNode, entryPoints: ['src/client/node-session.ts'], outfile: 'dist/client.cjs', external: ['vscode'] },
	// `.js`, since VS Code's web extension host appends it to any other extension.
	{
		...inBrowser,
		entryPoints: ['src/client/browser.ts'],
		outfile: 'dist/extension.web.js',
		format: 'cjs',
		external: ['vscode'],
	},
	{ ...inBrowser, entryPoints: ['src/server/browser.ts'], outfile: 'dist/server.web.js', format: 'iife' },
	{ ...inBrowser, entryPoints: ['src/webview/main.ts'], outfile: 'dist/webview.js', format: 'iife' },
];

const COMMAND_LINE = [
	'dist/cli.cjs',
	'dist/cli-run.cjs',
	'dist/server.cjs',
	'dist/mcp.cjs',
	'dist/markdown.cjs',
	'dist/png.cjs',
];

/** Builds all bundles. Resolves with their paths. */
export async function buildAll() {
	return buildBundles(bundles);
}

async function buildBundles(chosen) {
	const validators = await writeValidators();
	const built = await Promise.all(chosen.map(bundle => build({ ...bundle, minify: true })));
	const metafiles = [validators, ...built.map(({ metafile }) => metafile)];
	fs.writeFileSync(path.join(root, 'dist/THIRD-PARTY-NOTICES.txt'), thirdPartyNotices(root, metafiles));
	// Types only, so that the source is a declaration file as it stands.
	fs.copyFileSync(path.join(root, 'src/cli/formats/check-report.ts'), path.join(root, 'dist/check-report.d.ts'));
	makeExecutable();
	return chosen.map(({ outfile }) => outfile);
}

const makeExecutable = () => fs.chmodSync(path.join(root, 'dist/cli.cjs'), 0o755);

async function main(watch, onlyCommandLine) {
	if (onlyCommandLine) {
		await buildBundles(bundles.filter(({ outfile }) => COMMAND_LINE.includes(outfile)));
		return;
	}
	fs.rmSync(path.join(root, 'dist'), { recursive: true, force: true });
	if (watch) {
		await writeValidators();
		for (const bundle of bundles) {
			await (await context({ ...bundle, plugins: [...bundle.plugins, reportPlugin] })).watch();
		}
		return;
	}
	for (const outfile of await buildAll()) {
		console.log(`  ${outfile}  ${Math.round(fs.statSync(path.join(root, outfile)).size / 1024)} KiB`);
	}
}

let building = 0;

/** Prints a line when a build begins and when all bundles are up to date, for the problem matcher of VS Code. */
const reportPlugin = {
	name: 'report',
	setup(builder) {
		builder.onStart(() => {
			if (building === 0) {
				console.log('build started');
			}
			building += 1;
		});
		builder.onEnd(() => {
			building -= 1;
			if (building === 0) {
				makeExecutable();
				console.log('build finished');
			}
		});
	},
};

if (isMain(import.meta)) {
	await main(process.argv.includes('--watch'), process.argv.includes('--command-line'));
}
