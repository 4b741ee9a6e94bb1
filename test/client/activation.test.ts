import fs from 'node:fs';
import { createRequire, isBuiltin } from 'node:module';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../support/process.ts';

const require = createRequire(import.meta.url);
const dist = (name: string) => path.join(projectRoot, 'dist', name);
const event = () => ({ dispose: () => undefined });

/** The part of `vscode` that is used before a log is found, for a workspace with one folder and these files in it. */
function fakeVscode(files: readonly string[]): Readonly<Record<string, unknown>> {
	const uri = (name: string) => ({ path: `/srv/${name}`, scheme: 'file', toString: () => `file:///srv/${name}` });
	const folder = { uri: uri(''), name: 'work', index: 0 };
	return {
		Disposable: Object.assign(class {}, { from: event }),
		RelativePattern: class {},
		// Only the folders up to the root are requested.
		Uri: { joinPath: () => ({ path: '/' }) },
		commands: { registerCommand: event },
		lm: { registerTool: event },
		window: { registerWebviewPanelSerializer: event },
		workspace: {
			workspaceFolders: [folder],
			textDocuments: [],
			getWorkspaceFolder: () => folder,
			findFiles: async () => files.map(uri),
			fs: { stat: () => Promise.reject(new Error('not found')) },
			createFileSystemWatcher: () => ({ onDidCreate: event, dispose: () => undefined }),
			onDidOpenTextDocument: event,
			onDidSaveTextDocument: event,
			onDidChangeWorkspaceFolders: event,
		},
	};
}

/**
 * Loads a bundle as VS Code does and activates it. Resolves, once the workspace was searched, with what it required and
 * with the names that it took from `vscode`.
 */
async function activate(bundle: string, files: readonly string[]) {
	const names = new Set<string>();
	const vscode = new Proxy(fakeVscode(files), {
		get(target, name) {
			names.add(String(name));
			return Reflect.get(target, name);
		},
	});
	const required = new Set<string>();
	const exported: { activate?: (context: object) => { readonly running: boolean } } = {};
	const module = { exports: exported };
	const load = new Function('module', 'exports', 'require', fs.readFileSync(dist(bundle), 'utf8'));
	load(module, exported, (name: string) => {
		required.add(name);
		if (name === './client.cjs') {
			return { startNodeSession: () => new Promise(() => undefined) };
		}
		return isBuiltin(name) ? require(name) : vscode;
	});
	const api = module.exports.activate?.({ subscriptions: [], extensionUri: {} });
	await new Promise(resolve => setTimeout(resolve, 100));
	return { running: api?.running, required: [...required], names: [...names] };
}

const NO_LOG = ['notes.md'];
const LOG = ['incident-log.yaml'];
/** A class that the client library extends as soon as it runs. */
const EXTENDED_BY_LIBRARY = 'CompletionItem';

describe('the desktop extension', () => {
	test('loads no other file without a log', async () => {
		const { running, required } = await activate('extension.cjs', NO_LOG);
		expect(running).toBe(false);
		expect(required).toEqual(['vscode']);
	});

	test('loads the client library with a log', async () => {
		const { running, required } = await activate('extension.cjs', LOG);
		expect(running).toBe(true);
		expect(required).toContain('./client.cjs');
	});

	test('is small in comparison with the client library', () => {
		const size = (name: string) => fs.statSync(dist(name)).size;
		expect(size('extension.cjs')).toBeLessThan(size('client.cjs') / 5);
	});

	test('has both of its files in the package', () => {
		const packed = fs.readFileSync(path.join(projectRoot, '.vscodeignore'), 'utf8').split('\n');
		expect(packed).toEqual(expect.arrayContaining(['!dist/extension.cjs', '!dist/client.cjs']));
	});
});

describe('the web extension', () => {
	test('does not run the client library without a log', async () => {
		const { running, names } = await activate('extension.web.js', NO_LOG);
		expect(running).toBe(false);
		expect(names).toContain('workspace');
		expect(fs.readFileSync(dist('extension.web.js'), 'utf8').includes(`.${EXTENDED_BY_LIBRARY}{`)).toBe(true);
		expect(names).not.toContain(EXTENDED_BY_LIBRARY);
	});
});
