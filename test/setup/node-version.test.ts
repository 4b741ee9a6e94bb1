import path from 'node:path';
import { describe, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
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

	const started = Object.values(manifest.scripts).flatMap(command =>
		[...command.matchAll(/node (scripts\/\w+\.mjs)/g)].map(([, file = '']) => path.join(projectRoot, file)),
	);

	test.each([bin, ...new Set(started)])('%s ends with one line and exit code 2', file => {
		using folder = folderWith({
			'old.cjs': "Object.defineProperty(process.versions, 'node', { value: '18.20.8' });\n",
		});
		const old = path.join(folder.path, 'old.cjs');
		const { code, out, err } = runProgram(process.execPath, ['--require', old, file, '--help'], projectRoot);
		const minimum = manifest.engines.node.replace('>=', '');
		expect({ code, out, err }).toEqual({
			code: 2,
			out: '',
			err: `Unsupported Node version 18.20.8. Expected ${minimum} or later.\n`,
		});
	});
});
