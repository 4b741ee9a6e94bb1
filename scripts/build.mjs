// Bundles everything that ships into dist/. `--watch` rebuilds on change, `--minify` is for packaging.
import fs from 'node:fs';
import path from 'node:path';
import { build, context } from 'esbuild';
import { generateValidators } from './generate.mjs';
import { thirdPartyNotices } from './notices.mjs';

const root = path.dirname(import.meta.dirname);
const watch = process.argv.includes('--watch');
const minify = process.argv.includes('--minify');

/** @type {import('esbuild').BuildOptions} */
const shared = {
	absWorkingDir: root,
	metafile: true,
	bundle: true,
	minify,
	keepNames: true,
	sourcemap: minify ? false : 'linked',
	logLevel: 'warning',
	legalComments: 'none',
	loader: { '.css': 'text' },
};
const onNode = { ...shared, platform: 'node', target: 'node20', format: 'cjs', mainFields: ['module', 'main'] };
const inBrowser = { ...shared, platform: 'browser', target: 'es2022' };

/** One bundle for each place where code of ours runs. `.cjs` because the package itself is of type `module`. */
const bundles = [
	{ ...onNode, entryPoints: ['src/cli/entry.ts'], outfile: 'dist/cli.cjs', banner: { js: '#!/usr/bin/env node' } },
	{ ...onNode, entryPoints: ['src/server/node.ts'], outfile: 'dist/server.cjs' },
	{ ...onNode, entryPoints: ['src/client/node.ts'], outfile: 'dist/extension.cjs', external: ['vscode'] },
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

fs.rmSync(path.join(root, 'dist'), { recursive: true, force: true });
const validators = await generateValidators();
if (watch) {
	for (const options of bundles) {
		await (await context(options)).watch();
	}
	console.log('watching');
} else {
	const built = await Promise.all(bundles.map(build));
	const metafiles = [validators, ...built.map(({ metafile }) => metafile)];
	fs.writeFileSync(path.join(root, 'dist/THIRD-PARTY-NOTICES.txt'), thirdPartyNotices(root, metafiles));
	fs.chmodSync(path.join(root, 'dist/cli.cjs'), 0o755);
	for (const { outfile } of bundles) {
		console.log(`  ${outfile}  ${Math.round(fs.statSync(path.join(root, outfile)).size / 1024)} KiB`);
	}
}
