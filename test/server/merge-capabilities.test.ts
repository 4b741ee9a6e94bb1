import { describe, expect, test } from 'vitest';
import type { ServerCapabilities } from 'vscode-languageserver';
import { features } from '../../src/features/index.ts';
import { mergeCapabilities } from '../../src/server/merge-capabilities.ts';

const merge = (...capabilities: readonly ServerCapabilities[]) =>
	mergeCapabilities(capabilities.map((each, index) => ({ name: `feature-${index + 1}`, capabilities: each })));

describe('capabilities of several features', () => {
	test('are merged deeply', () => {
		const merged = merge(
			{ hoverProvider: true, workspace: { fileOperations: { didCreate: { filters: [] } } } },
			{ workspace: { workspaceFolders: { supported: true } } },
			{ workspace: { fileOperations: { didDelete: { filters: [] } } } },
		);
		expect(merged).toEqual({
			hoverProvider: true,
			workspace: {
				fileOperations: { didCreate: { filters: [] }, didDelete: { filters: [] } },
				workspaceFolders: { supported: true },
			},
		});
	});

	test('are merged if they declare the same value', () => {
		const rename = { renameProvider: { prepareProvider: true } };
		expect(merge(rename, rename)).toEqual(rename);
	});

	test('have the union of lists', () => {
		const merged = merge(
			{ codeActionProvider: { codeActionKinds: ['quickfix', 'source.fixAll'] } },
			{ codeActionProvider: { codeActionKinds: ['refactor', 'quickfix'] } },
		);
		expect(merged).toEqual({ codeActionProvider: { codeActionKinds: ['quickfix', 'source.fixAll', 'refactor'] } });
	});

	test('do not change the declared capabilities', () => {
		const first: ServerCapabilities = { workspace: { workspaceFolders: { supported: true } } };
		merge(first, { workspace: { workspaceFolders: { changeNotifications: true } } });
		expect(first).toEqual({ workspace: { workspaceFolders: { supported: true } } });
	});

	test.each<[caption: string, first: ServerCapabilities, second: ServerCapabilities, message: string]>([
		[
			'different scalars',
			{ diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: true } },
			{ diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: false } },
			'Conflicting capability `diagnosticProvider.workspaceDiagnostics`: `true` of `feature-2` and `false` of `feature-3`. Expected equal values.',
		],
		[
			'a scalar and options',
			{ renameProvider: true },
			{ renameProvider: { prepareProvider: true } },
			'Conflicting capability `renameProvider`: `true` of `feature-2` and `{"prepareProvider":true}` of `feature-3`. Expected equal values.',
		],
	])('throw an error that names both features for %s', (_caption, first, second, message) => {
		expect(() => merge({ hoverProvider: true }, first, second)).toThrow(message);
	});

	test('of the language server have no conflict', () => {
		const merged = mergeCapabilities(features.map(({ method, capabilities }) => ({ name: method, capabilities })));
		const declared = features.flatMap(({ capabilities }) => Object.keys(capabilities));
		expect(Object.keys(merged)).toEqual([...new Set(declared)]);
		expect(declared).not.toHaveLength(0);
	});
});
