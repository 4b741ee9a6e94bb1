// Bundles everything that ships into dist/. `--watch` rebuilds on change, `--minify` is for packaging.
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
	keepNames: true,
	logLevel: 'warning',
	legalComments: 'none',
	loader: { '.css': 'text' },
	plugins: [validatorsPlugin],
};
const onNode = { ...shared, platform: 'node', target: 'node20', format: 'cjs', mainFields: ['module', 'main'] };
const inBrowser = { ...shared, platform: 'browser', target: 'es2022' };

const require = createRequire(import.meta.url);
const { requireNode, unsupportedNode } = require('./node-version.cjs');
const { engines } = require('../package.json');

/** First in the command line's file: one line and exit code 2 on a Node version that it cannot run on. */
const checkNode = `(() => {\n${unsupportedNode}\n${requireNode}\nrequireNode(${JSON.stringify(engines.node)});\n})();`;

/** Leaves `import('…/node-session.ts')` to the run time, which finds it in a bundle of its own. */
const sessionApart = {
	name: 'session-apart',
	setup(builder) {
		builder.onResolve({ filter: /\/node-session\.ts$/ }, ({ kind }) =>
			kind === 'dynamic-import' ? { path: './client.cjs', external: true } : undefined,
		);
	},
};

/** One bundle for each place where the code runs. `.cjs` because the package itself is of type `module`. */
const bundles = [
	{
		...onNode,
		entryPoints: ['src/cli/entry.ts'],
		outfile: 'dist/cli.cjs',
		// Syntax that an old Node can read as well, or it would not get as far as the check of its version.
		target: 'node14.18',
		banner: { js: `#!/usr/bin/env node\n${checkNode}` },
	},
	{ ...onNode, entryPoints: ['src/server/node.ts'], outfile: 'dist/server.cjs' },
	// VS Code loads the first of these with any Markdown or YAML file, and the first the second where there is a log.
	{
		...onNode,
		entryPoints: ['src/client/node.ts'],
		outfile: 'dist/extension.cjs',
		external: ['vscode'],
		plugins: [sessionApart],
		// `require`, as only that finds the module `vscode` from the other bundle.
		supported: { 'dynamic-import': false },
	},
	{ ...onNode, entryPoints: ['src/client/node-session.ts'], outfile: 'dist/client.cjs', external: ['vscode'] },
	// VS Code's web extension host appends `.js` to whatever does not end in it.
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

/** Options on top of those of each bundle: for people who read the code, or for packaging. */
const readable = { sourcemap: 'linked' };
const minified = { minify: true };

/** Builds all that ships. Resolves with the paths of the bundles. */
export async function buildAll(options = readable) {
	const validators = await writeValidators();
	const built = await Promise.all(bundles.map(bundle => build({ ...bundle, ...options })));
	const metafiles = [validators, ...built.map(({ metafile }) => metafile)];
	fs.writeFileSync(path.join(root, 'dist/THIRD-PARTY-NOTICES.txt'), thirdPartyNotices(root, metafiles));
	makeExecutable();
	return bundles.map(({ outfile }) => outfile);
}

const makeExecutable = () => fs.chmodSync(path.join(root, 'dist/cli.cjs'), 0o755);

async function main(watch, minify) {
	fs.rmSync(path.join(root, 'dist'), { recursive: true, force: true });
	if (watch) {
		await writeValidators();
		for (const bundle of bundles) {
			await (await context({ ...bundle, ...readable, plugins: [...bundle.plugins, reportPlugin] })).watch();
		}
		return;
	}
	for (const outfile of await buildAll(minify ? minified : readable)) {
		console.log(`  ${outfile}  ${Math.round(fs.statSync(path.join(root, outfile)).size / 1024)} KiB`);
	}
}

let building = 0;

/** Prints a line when a build begins and one when all bundles are up to date: the problem matcher of VS Code reads them. */
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
	await main(process.argv.includes('--watch'), process.argv.includes('--minify'));
}
