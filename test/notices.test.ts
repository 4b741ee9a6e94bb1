import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Metafile } from 'esbuild';
import { expect, test } from 'vitest';
import { folderWith, projectRoot } from './support/process.ts';

const NOTICES = 'dist/THIRD-PARTY-NOTICES.txt';
const read = (name: string) => fs.readFileSync(path.join(projectRoot, name), 'utf8');

const PACKAGE_FOLDER = /^(?:.*\/)?node_modules\/(?:@[^/\n]+\/)?[^/\n]+(?=\/)/;

/** Returns the folders of the packages in a bundle, from the files in its source map. */
function packagesIn(bundle: string): string[] {
	const { sources }: { sources: string[] } = JSON.parse(read(`${bundle}.map`));
	return sources.flatMap(source => {
		// A package that webpack has bundled names itself in the paths of its own source map.
		const file = path.posix.join('dist', source.replace(/^.*webpack:\/+([^/]+)\/.*/, '../node_modules/$1/'));
		return PACKAGE_FOLDER.exec(file)?.[0] ?? [];
	});
}

/** Packages whose files are in a bundle as bytes, which a source map does not name. */
const EMBEDDED = ['node_modules/dejavu-fonts-ttf'];

/** Returns the folders of the packages in the validators, from esbuild's comment before the code of each file. */
function packagesOfValidators(): string[] {
	const comments = read('src/generated/validators.js').matchAll(/^\s*\/\/ (.*node_modules\/.+)$/gm);
	return [...comments].flatMap(([, file = '']) => PACKAGE_FOLDER.exec(file)?.[0] ?? []);
}

test('lists each bundled package with its version and licence', () => {
	const bundles = fs.readdirSync(path.join(projectRoot, 'dist')).filter(name => /\.c?js$/.test(name));
	const folders = [...bundles.flatMap(name => packagesIn(`dist/${name}`)), ...packagesOfValidators(), ...EMBEDDED];
	const packages = folders.map(folder => {
		const { name, version, license } = JSON.parse(read(`${folder}/package.json`));
		return `${name} ${version} (${license})`;
	});
	expect(packages).toContainEqual(expect.stringMatching(/^ajv /));
	expect(packages).toContainEqual(expect.stringMatching(/^yaml /));
	const named = [...read(NOTICES).matchAll(/^-{80}\n(.+)$/gm)].map(([, name]) => name);
	expect(named).toEqual([...new Set(packages)].toSorted());
});

/** Returns the notices for a program that imports a package with these files. */
async function noticesFor(files: Readonly<Record<string, string>>): Promise<string> {
	using project = folderWith({ 'main.js': "import '@scope/a';\n", ...files });
	const { metafile } = await build({
		absWorkingDir: project.path,
		entryPoints: ['main.js'],
		bundle: true,
		write: false,
		metafile: true,
	});
	const script = pathToFileURL(path.join(projectRoot, 'scripts', 'notices.mjs')).href;
	const { thirdPartyNotices }: { thirdPartyNotices(root: string, metafiles: readonly Metafile[]): string } =
		await import(/* @vite-ignore */ script);
	return thirdPartyNotices(project.path, [metafile]);
}

const PACKAGE = {
	'node_modules/@scope/a/package.json': '{ "name": "@scope/a", "version": "1.2.3", "license": "MIT", "main": "a.js" }',
	'node_modules/@scope/a/a.js': 'console.log(1);\n',
};

test('fails the build for a bundled package without a licence text', async () => {
	await expect(noticesFor(PACKAGE)).rejects.toThrow('No licence text in node_modules/@scope/a');
});

test('contains the licence text of bundled packages, and no other packages', async () => {
	const unused = { 'node_modules/b/package.json': '{ "name": "b", "version": "1.0.0" }' };
	const notices = await noticesFor({
		...PACKAGE,
		...unused,
		'node_modules/@scope/a/LICENCE.md': 'Do as you like.\r\n',
	});
	expect(notices).toContain('\n@scope/a 1.2.3 (MIT)\n\nDo as you like.\n');
	expect(notices).not.toContain('b 1.0.0');
});

test('the npm package and the extension contain the notices', () => {
	const { status, stdout } = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
		cwd: projectRoot,
		encoding: 'utf8',
		shell: process.platform === 'win32',
	});
	expect(status).toBe(0);
	const [packed]: { files: { path: string }[] }[] = JSON.parse(stdout);
	expect(packed?.files.map(({ path }) => path)).toEqual(
		expect.arrayContaining([
			'LICENSE',
			NOTICES,
			'dist/cli.cjs',
			'dist/cli-run.cjs',
			'dist/server.cjs',
			'dist/check-report.d.ts',
			'schemas/incident.schema.json',
		]),
	);
	expect(read('dist/check-report.d.ts')).not.toMatch(/^import|\bfunction\b|\bconst\b/m);
	expect(read('.vscodeignore').split('\n')).toContain(`!${NOTICES}`);
});
