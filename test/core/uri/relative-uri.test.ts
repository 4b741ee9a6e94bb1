import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { relativeUri, resolveUri } from '../../../src/core/uri/relative-uri.ts';

const BASE = 'file:///home/somebody/log/bulletins/2024-08-31.md';

describe('a relative URI', () => {
	test.each([
		['file:///home/somebody/log/bulletins/2024-08-31.md', '2024-08-31.md'],
		['file:///home/somebody/log/bulletins/2024-08-24.md', '2024-08-24.md'],
		['file:///home/somebody/log/incidents/2024/a.yaml', '../incidents/2024/a.yaml'],
		['file:///home/somebody/log/bulletins', '../bulletins'],
		['file:///home/somebody/log/bulletins/a:b.md', './a:b.md'],
		['vscode-vfs://github/a/b.md', 'vscode-vfs://github/a/b.md'],
		['untitled:Untitled-1', 'untitled:Untitled-1'],
	])('of %s is %s', (uri, relative) => {
		expect(relativeUri(BASE, uri)).toBe(relative);
		expect(resolveUri(BASE, relative)).toBe(uri);
	});

	test('does not exist for a document without a folder', () => {
		expect(relativeUri('untitled:Untitled-1', BASE)).toBe(BASE);
		expect(resolveUri('untitled:Untitled-1', 'a.md')).toBe('a.md');
	});

	test('resolves to the original URI', () => {
		const name = fc.stringMatching(/^[a-z0-9%:+-]{1,4}$/);
		const path = fc.array(name, { minLength: 1, maxLength: 5 }).map(names => `file:///${names.join('/')}`);
		fc.assert(
			fc.property(path, path, (base, uri) => {
				expect(resolveUri(base, relativeUri(base, uri))).toBe(uri);
			}),
		);
	});
});
