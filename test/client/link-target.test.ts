import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linkTarget } from '../../src/client/preview/link-target.ts';
import { resolveDestination } from '../../src/core/uri/link-target.ts';
import { relativeUri } from '../../src/core/uri/relative-uri.ts';
import { childUri, resolveWithin } from '../../src/core/uri/uri.ts';

const LOG = 'file:///home/me/log';
const BASE = `${LOG}/bulletins/2024-08-31.md`;
const within = (href: string, folders: readonly string[] = [LOG]) => linkTarget(href, BASE, folders)?.uri;

describe('a link within the log', () => {
	test.each([
		['2024-08-24.md', 'bulletins/2024-08-24.md'],
		['./2024-08-24.md#entry-a', 'bulletins/2024-08-24.md'],
		['../incidents/a.yaml', 'incidents/a.yaml'],
		['../incidents/a%20b.yaml?x', 'incidents/a%20b.yaml'],
		['%2e%2e/incidents/a.yaml', 'incidents/a.yaml'],
		['..%2fincidents%2Fa.yaml', 'incidents/a.yaml'],
		['..\\incidents\\a.yaml', 'incidents/a.yaml'],
		['..%5Cincidents%5ca.yaml', 'incidents/a.yaml'],
		['/home/me/log/incidents/a.yaml', 'incidents/a.yaml'],
		['../../log/incidents/a.yaml', 'incidents/a.yaml'],
		['../incidents/100%25.yaml', 'incidents/100%25.yaml'],
		['../incidents/100%.yaml', 'incidents/100%25.yaml'],
		['../incidents/a%252Fb.yaml', 'incidents/a%252Fb.yaml'],
		['a..b/..c.md', 'bulletins/a..b/..c.md'],
	])('%s leads to it', (href, path) => {
		expect(within(href)).toBe(`${LOG}/${path}`);
	});
});

describe('a link that leaves the log', () => {
	test.each([
		'../../secret.md',
		'%2e%2e/%2e%2e/secret.md',
		'%2E%2E%2F%2E%2E%2Fsecret.md',
		'..%2f..%2fsecret.md',
		'.%2e/.%2E/secret.md',
		'..\\..\\secret.md',
		'..%5c..%5Csecret.md',
		'%2e%2e\\%2e%2e\\secret.md',
		'%252e%252e/%252e%252e/secret.md',
		'..%252f..%252fsecret.md',
		'%25252e%25252e%25252fsecret.md',
		'%2525252525252e%2525252525252e/x',
		'/etc/passwd',
		'%2fetc%2fpasswd',
		'\\etc\\passwd',
		'//evil.example/log/a.md',
		'/%2fevil.example/a.md',
		'\\\\evil.example\\share\\a.md',
		'/\\evil.example/a.md',
		'../../log-evil/a.md',
		'../../logs/a.md',
		'../../LOG/a.md',
		'a.md%00.yaml',
		'a\0.md',
		'a%0a.md',
		'file:///etc/passwd',
		'FILE:///home/me/log/a.md',
		'file:a.md',
		'vscode:extension/evil',
		'vscode-insiders://evil',
		'command:workbench.action.terminal.new',
		'javascript:alert(1)',
		'data:text/html,x',
		'C:\\Windows\\win.ini',
		'c:/Windows/win.ini',
		'',
		'#entry-a',
		'?x',
	])('%j leads nowhere', href => {
		expect(linkTarget(href, BASE, [LOG])).toBeUndefined();
	});

	test('leads to another folder of the workspace, but not out of it', () => {
		const folders = [LOG, 'file:///home/me/runbooks/'];
		expect(within('../../runbooks/a.md', folders)).toBe('file:///home/me/runbooks/a.md');
		expect(within('../../runbooks/%2e%2e/a.md', folders)).toBeUndefined();
	});

	test('on another file system does not leave it', () => {
		const base = 'vscode-vfs://github/me/log/bulletins/a.md';
		const folders = ['vscode-vfs://github/me/log'];
		expect(linkTarget('%2e%2e/b.md', base, folders)?.uri).toBe('vscode-vfs://github/me/log/b.md');
		expect(linkTarget('%2e%2e/%2e%2e/b.md', base, folders)).toBeUndefined();
		expect(linkTarget('../b.md', 'untitled:Untitled-1', folders)).toBeUndefined();
	});

	test('on Windows does not become external by its drive letter', () => {
		const base = 'file:///c%3A/log/bulletins/a.md';
		const folders = ['file:///c%3A/log'];
		expect(linkTarget('..\\incidents\\a.yaml', base, folders)?.uri).toBe('file:///c%3A/log/incidents/a.yaml');
		expect(linkTarget('/C:/log/a.md', base, folders)?.uri).toBe('file:///c%3A/log/a.md');
		expect(linkTarget('/d:/log/a.md', base, folders)).toBeUndefined();
		expect(linkTarget('..\\..\\Windows\\win.ini', base, folders)).toBeUndefined();
	});
});

test('web addresses are external with any path', () => {
	expect(linkTarget('https://example.com/../a', BASE, [LOG])).toEqual({
		type: 'external',
		uri: 'https://example.com/../a',
	});
	expect(linkTarget('MAILTO:a@example.com', BASE, [])?.type).toBe('external');
});

test('no link reaches a file outside the folder', () => {
	const step = fc.constantFrom(
		'..',
		'.',
		'%2e',
		'%2E%2e',
		'%252e',
		'/',
		'%2f',
		'\\',
		'%5c',
		'%255c',
		'a',
		'log',
		'//',
		':',
		'%',
	);
	const destination = fc.array(step, { maxLength: 12 }).map(steps => steps.join(''));
	fc.assert(
		fc.property(destination, written => {
			const uri = resolveWithin([LOG], BASE, written);
			if (uri !== undefined) {
				expect(new URL(uri).pathname).toMatch(/^\/home\/me\/log(?:\/|$)/);
				expect(decodeURIComponent(uri)).not.toMatch(/(?:^|[\\/])\.\.(?:[\\/]|$)/);
			}
			expect(uri === undefined || uri.startsWith(LOG)).toBe(true);
		}),
		{ numRuns: 5000 },
	);
});

test('reaches a document of the log by the link that its page writes', () => {
	for (const name of ['a.md', 'a b.md', 'ä#?.md', '100%.md', 'a:b.md', '..a.md']) {
		const uri = childUri(`${LOG}/incidents`, name);
		expect(resolveDestination(BASE, relativeUri(BASE, uri))).toBe(uri);
	}
});
