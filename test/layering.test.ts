import fs from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const src = path.join(import.meta.dirname, '..', 'src');

interface Folder {
	/** Folders that it may import from, besides itself. */
	readonly from: readonly string[];
	/** Files that may import Node built-ins. */
	readonly node?: RegExp;
}

const ENGINE = ['vocabulary', 'core', 'schema', 'parse', 'rules', 'log'];

/** The layers of `docs/architecture.md`. */
const FOLDERS: Readonly<Record<string, Folder>> = {
	generated: { from: [] },
	vocabulary: { from: [] },
	core: { from: ['vocabulary'] },
	schema: { from: ['vocabulary', 'core', 'generated'] },
	parse: { from: ['vocabulary', 'core', 'schema'] },
	rules: { from: ['vocabulary', 'core', 'schema', 'parse'] },
	log: { from: ['vocabulary', 'core', 'schema', 'parse', 'rules'] },
	authoring: { from: ENGINE },
	bulletin: { from: ENGINE },
	publish: { from: [...ENGINE, 'bulletin'] },
	node: { from: ['core', 'log'], node: /./ },
	features: { from: [...ENGINE, 'authoring', 'bulletin'] },
	assistant: { from: [...ENGINE, 'authoring', 'features'] },
	server: {
		from: [...ENGINE, 'authoring', 'bulletin', 'publish', 'node', 'features', 'assistant'],
		node: /^server\/node\.ts$/,
	},
	cli: { from: [...ENGINE, 'authoring', 'bulletin', 'publish', 'node', 'server', 'assistant'], node: /./ },
	client: { from: ['core', 'log', 'bulletin', 'server', 'webview'], node: /^client\/node-session\.ts$/ },
	webview: { from: ['core'] },
};

/** The folders of `parse/`, each with those that it may import from. Files directly in `parse/` join them all. */
const PARSE_FOLDERS: Readonly<Record<string, readonly string[]>> = {
	model: [],
	yaml: ['model'],
	markdown: ['model'],
	english: ['model', 'markdown'],
	heads: ['model', 'markdown'],
	values: ['model', 'english'],
	dialects: ['model', 'yaml', 'markdown', 'english', 'heads', 'values'],
	records: ['model', 'yaml', 'markdown', 'english', 'heads', 'values', 'dialects'],
};

/** Packages that only some folders may import. */
const PACKAGES: readonly (readonly [RegExp, readonly string[]])[] = [
	[/^vscode$/, ['client']],
	[/^vscode-languageclient/, ['client']],
	[/^vscode-languageserver(\/|$)/, ['server']],
	[/^vscode-languageserver-(protocol|types)/, ['features', 'server']],
	[/^vscode-jsonrpc/, ['server', 'client']],
	[/^commander$/, ['cli']],
	[/^markdown-it$/, ['parse', 'bulletin']],
	[/^yaml$/, ['parse', 'authoring']],
	[/^ajv/, ['schema']],
	[/^ignore$/, ['log']],
	[/^minisearch$/, ['log']],
	[/^@modelcontextprotocol\//, ['cli']],
	[/^feed$/, ['publish']],
	[/^(?:@resvg|dejavu-fonts-ttf|turndown|@joplin)(?:\/|$)/, ['cli']],
];

interface Import {
	readonly file: string;
	/** A package, or the path of a file from `src/`. */
	readonly target: string;
	readonly isRelative: boolean;
}

function sourceFiles(): string[] {
	return fs
		.readdirSync(src, { recursive: true, encoding: 'utf8' })
		.map(entry => entry.replaceAll(path.sep, '/'))
		.filter(file => file.endsWith('.ts') && !file.startsWith('generated/'));
}

/** Returns the source files in a folder and its subfolders, without packages and generated files. */
function sourcesIn(folder: string): string[] {
	return fs.readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
		const file = path.join(folder, entry.name);
		if (entry.isDirectory()) {
			return ['node_modules', 'generated', 'artifacts'].includes(entry.name) ? [] : sourcesIn(file);
		}
		return /\.(?:ts|mjs|cjs)$/.test(entry.name) ? [file] : [];
	});
}

function importsOf(file: string): Import[] {
	const { importedFiles } = ts.preProcessFile(fs.readFileSync(path.join(src, file), 'utf8'), true, true);
	return importedFiles.map(({ fileName }) => {
		const isRelative = fileName.startsWith('.');
		return { file, isRelative, target: isRelative ? path.posix.join(path.posix.dirname(file), fileName) : fileName };
	});
}

const EXPORT = /^export (?:async )?(?:const|function\*?|class|interface|type) (\w+)/gm;

/** The names that a file declares and exports. Names that it passes on from other files are left out. */
const exportedNames = (file: string) =>
	[...fs.readFileSync(path.join(src, file), 'utf8').matchAll(EXPORT)].map(([, name = '']) => name);

const topFolder = (file: string) => file.split('/')[0] ?? '';
const describeImport = ({ file, target }: Import) => `${file} imports ${target}`;

describe('layers', () => {
	const files = sourceFiles();
	const imports = files.flatMap(importsOf);
	const relative = imports.filter(({ isRelative }) => isRelative);
	const packages = imports.filter(({ isRelative }) => !isRelative);

	test('the table names every folder of src', () => {
		const folders = fs.readdirSync(src, { withFileTypes: true }).filter(entry => entry.isDirectory());
		expect(folders.map(({ name }) => name).filter(name => !Object.hasOwn(FOLDERS, name))).toEqual([]);
		expect(relative.length).toBeGreaterThan(500);
	});

	test('a folder imports only from the folders below it', () => {
		const wrong = relative.filter(({ file, target }) => {
			const [from, to] = [topFolder(file), topFolder(target)];
			return to !== from && to !== '..' && !FOLDERS[from]?.from.includes(to);
		});
		expect(wrong.map(describeImport)).toEqual([]);
	});

	test('a folder of parse/ imports only from the folders below it', () => {
		const folderOf = (file: string) => /^parse\/([^/]+)\//.exec(file)?.[1];
		const inParse = relative.filter(({ file, target }) => file.startsWith('parse/') && target.startsWith('parse/'));
		const wrong = inParse.filter(({ file, target }) => {
			const [from, to] = [folderOf(file), folderOf(target)];
			return from !== undefined && from !== to && (to === undefined || !PARSE_FOLDERS[from]?.includes(to));
		});
		expect(wrong.map(describeImport)).toEqual([]);
		expect(inParse.length).toBeGreaterThan(100);
	});

	test('a file of parse/ is in a folder, but for the entry point', () => {
		expect(files.filter(file => /^parse\/[^/]+$/.test(file))).toEqual(['parse/parse-document.ts']);
	});

	test('a rule group imports no support module of another group', () => {
		const wrong = relative.filter(({ file, target }) => {
			const owner = /^rules\/([^/]+)\/support\//.exec(target)?.[1];
			return owner !== undefined && file.startsWith('rules/') && !file.startsWith(`rules/${owner}/`);
		});
		expect(wrong.map(describeImport)).toEqual([]);
	});

	test('imports form no circle', () => {
		const targets = new Map(files.map(file => [file, [] as string[]]));
		for (const { file, target } of relative) {
			targets.get(file)?.push(target);
		}
		expect(circles(targets)).toEqual([]);
	});

	test('a name is exported by one file', () => {
		const owners = new Map<string, string[]>();
		for (const file of files) {
			for (const name of exportedNames(file)) {
				owners.set(name, [...(owners.get(name) ?? []), file]);
			}
		}
		expect(owners.size).toBeGreaterThan(500);
		// The entry points of the extension, whose name VS Code determines.
		owners.delete('activate');
		owners.delete('deactivate');
		expect([...owners].filter(([, exporting]) => exporting.length > 1)).toEqual([]);
	});

	test('only node/, cli/ and the entry points for Node import Node built-ins', () => {
		const wrong = packages.filter(({ file, target }) => {
			const isBuiltIn = target.startsWith('node:') || builtinModules.includes(target);
			return isBuiltIn && !FOLDERS[topFolder(file)]?.node?.test(file);
		});
		expect(wrong.map(describeImport)).toEqual([]);
	});

	test('packages are imported only by the folders that own them', () => {
		const wrong = packages.filter(({ file, target }) =>
			PACKAGES.some(([name, allowed]) => name.test(target) && !allowed.includes(topFolder(file))),
		);
		expect(wrong.map(describeImport)).toEqual([]);
	});

	test.each(['src', 'test'])('no file of %s is longer than 400 lines', folder => {
		const paths = sourcesIn(path.join(src, '..', folder));
		const lines = (file: string) => fs.readFileSync(file, 'utf8').trimEnd().split('\n').length;
		expect(paths.length).toBeGreaterThan(100);
		expect(paths.filter(file => lines(file) > 400)).toEqual([]);
	});
});

/** Returns each circle once, as the path from a file back to itself. */
function circles(targets: ReadonlyMap<string, readonly string[]>): string[] {
	const found: string[] = [];
	const done = new Set<string>();
	const visit = (file: string, trail: readonly string[]): void => {
		if (trail.includes(file)) {
			found.push([...trail.slice(trail.indexOf(file)), file].join(' → '));
			return;
		}
		if (done.has(file)) {
			return;
		}
		for (const target of targets.get(file) ?? []) {
			visit(target, [...trail, file]);
		}
		done.add(file);
	};
	for (const file of targets.keys()) {
		visit(file, []);
	}
	return found;
}
