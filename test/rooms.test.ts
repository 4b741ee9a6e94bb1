import fs from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const src = path.join(import.meta.dirname, '..', 'src');

/** Each room with the rooms that it may import from besides itself. The table of docs/architecture.md. */
const rooms: Record<string, { from: string[]; packages?: RegExp; node?: boolean | RegExp }> = {
	generated: { from: [] },
	core: { from: [] },
	schema: { from: ['core', 'generated'] },
	parse: { from: ['core', 'schema'] },
	rules: { from: ['core', 'schema', 'parse'] },
	log: { from: ['core', 'schema', 'parse', 'rules'] },
	bulletin: { from: ['core', 'parse', 'rules', 'log'] },
	node: { from: ['core', 'log'], node: true },
	features: { from: ['core', 'schema', 'parse', 'rules', 'log', 'bulletin'] },
	server: { from: ['core', 'parse', 'rules', 'log', 'bulletin', 'node', 'features'], node: /^server\/node\.ts$/ },
	cli: { from: ['core', 'schema', 'parse', 'rules', 'log', 'bulletin', 'node', 'server'], node: true },
	client: { from: ['core', 'log', 'bulletin', 'server', 'webview'], node: /^client\/node-session\.ts$/ },
	webview: { from: [] },
};

/** Packages that only some rooms may know. */
const guarded: [RegExp, string[]][] = [
	[/^vscode$/, ['client']],
	[/^vscode-languageclient/, ['client']],
	[/^vscode-languageserver(\/|$)/, ['server']],
	[/^vscode-languageserver-(protocol|types)/, ['features', 'server']],
	[/^vscode-jsonrpc/, ['server', 'client']],
	[/^commander$/, ['cli']],
	[/^markdown-it$/, ['parse', 'bulletin']],
	[/^yaml$/, ['parse', 'cli']],
	[/^ajv/, ['schema']],
];

interface Import {
	readonly file: string;
	readonly room: string;
	readonly target: string;
	readonly typeOnly: boolean;
}

function imports(): Import[] {
	const found: Import[] = [];
	for (const entry of fs.readdirSync(src, { recursive: true, encoding: 'utf8' })) {
		const file = entry.replaceAll(path.sep, '/');
		if (!/\.tsx?$/.test(file) || file.startsWith('generated/')) {
			continue;
		}
		const text = fs.readFileSync(path.join(src, file), 'utf8');
		for (const match of text.matchAll(
			/^(?:import|export)\s+(type\s)?[^'";]*?from\s+'([^']+)'|\bimport\(\s*'([^']+)'\s*\)|^import\s+'([^']+)'/gm,
		)) {
			const target = match[2] ?? match[3] ?? match[4] ?? '';
			found.push({ file, room: file.split('/')[0] ?? '', target, typeOnly: match[1] !== undefined });
		}
	}
	return found;
}

/** Of a relative import the room it leads to; undefined for a package. */
function roomOf({ file, target }: Import): string | undefined {
	return target.startsWith('.') ? path.posix.join(path.posix.dirname(file), target).split('/')[0] : undefined;
}

describe('rooms', () => {
	const all = imports();

	test('every folder of src is a room of the table', () => {
		const folders = fs.readdirSync(src, { withFileTypes: true }).filter(e => e.isDirectory());
		expect(folders.map(e => e.name).filter(name => !Object.hasOwn(rooms, name))).toEqual([]);
		expect(all.length).toBeGreaterThan(50);
	});

	test('each imports only from those above it', () => {
		const wrong = all.filter(entry => {
			const to = roomOf(entry);
			const room = rooms[entry.room];
			return to !== undefined && to !== entry.room && to !== '..' && !room?.from.includes(to);
		});
		expect(wrong.map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
	});

	test('only server/node.ts, client/node-session.ts, node/ and cli/ know Node', () => {
		const wrong = all.filter(({ file, room, target }) => {
			const builtin = target.startsWith('node:') || builtinModules.includes(target);
			const allowed = rooms[room]?.node;
			return builtin && !(allowed instanceof RegExp ? allowed.test(file) : allowed);
		});
		expect(wrong.map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
	});

	test('packages stay in the rooms that they belong to', () => {
		const wrong = all.filter(({ room, target }) =>
			guarded.some(([name, allowed]) => name.test(target) && !allowed.includes(room)),
		);
		expect(wrong.map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
	});

	test('no file of the sources is longer than 400 lines', () => {
		const files = fs.readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(f => f.endsWith('.ts'));
		const lines = (f: string) => fs.readFileSync(path.join(src, f), 'utf8').split('\n').length;
		expect(files.filter(f => lines(f) > 400)).toEqual([]);
	});
});
