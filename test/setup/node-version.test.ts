import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { engines } from '../../package.json';
import { unsupportedNode } from '../../scripts/node-version.cjs';
import { bin, folderWith, projectRoot, runProgram } from '../support/process.ts';

describe('a Node version below the minimum', () => {
	test.each([
		['12.22.12', false],
		['18.20.8', false],
		['20.11.1', false],
		['20.12.0', true],
		['v22.0.0', true],
		['100.0.0', true],
	])('%s', (version, supported) => {
		const expected = supported ? undefined : `Unsupported Node version ${version}. Expected 20.12 or later.`;
		expect(unsupportedNode(version, '>=20.12')).toBe(expected);
	});

	const scripts = ['start', 'test', 'build', 'generate', 'validators', 'format', 'bench'];

	test.each([bin, ...scripts.map(name => path.join(projectRoot, 'scripts', `${name}.mjs`))])(
		'%s ends with one line and exit code 2',
		file => {
			using folder = folderWith({
				'old.cjs': "Object.defineProperty(process.versions, 'node', { value: '18.20.8' });\n",
			});
			const old = path.join(folder.path, 'old.cjs');
			const { code, out, err } = runProgram(process.execPath, ['--require', old, file, '--help'], projectRoot);
			const minimum = engines.node.replace('>=', '');
			expect({ code, out, err }).toEqual({
				code: 2,
				out: '',
				err: `Unsupported Node version 18.20.8. Expected ${minimum} or later.\n`,
			});
		},
	);

	test('each script of package.json that is Node is among them', () => {
		const manifest: { scripts: Record<string, string> } = JSON.parse(
			fs.readFileSync(path.join(projectRoot, 'package.json'), 'utf8'),
		);
		const started = Object.values(manifest.scripts).flatMap(command =>
			[...command.matchAll(/node scripts\/(\w+)\.mjs/g)].map(([, name]) => name),
		);
		expect(scripts).toEqual(expect.arrayContaining([...new Set(started)]));
	});
});
