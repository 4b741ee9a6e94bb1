import { expect, test } from 'vitest';
import {
	ancestorsOf,
	childUri,
	isWithin,
	nameOf,
	normalUri,
	parentUri,
	pathWithin,
} from '../../../src/core/uri/uri.ts';
import { referenceKey } from '../../../src/log/keys.ts';

test.each([
	['file:///log/incidents/lease.yaml', 'file:///log/incidents/lease.yaml'],
	['file:///log/', 'file:///log'],
	['file:///', 'file:///'],
	['file:///C:/log', 'file:///c%3A/log'],
	['file:///c%3A/log', 'file:///c%3A/log'],
	['file:///log/a b.md', 'file:///log/a%20b.md'],
	['file:///log/caf\u00e9.md', 'file:///log/caf%C3%A9.md'],
	['file:///log/lease.md#summary', 'file:///log/lease.md'],
	['file:///log/lease.md?raw', 'file:///log/lease.md'],
	['vscode-vfs://github/team/log/x.md', 'vscode-vfs://github/team/log/x.md'],
	['memfs:/log/x.md', 'memfs:/log/x.md'],
	['file:///log/100%.md', 'file:///log/100%25.md'],
])('%s is normalised to %s', (uri, normal) => {
	expect(normalUri(uri)).toBe(normal);
	expect(normalUri(normal)).toBe(normal);
});

test.each(['', ':', 'x', '%', 'file://[', '//x//', '\u0000', 'http://a b/c'])('normalising %j does not throw', uri => {
	expect(() => normalUri(uri)).not.toThrow();
});

test('encodes a file name in a URI and decodes it again', () => {
	for (const name of ['lease.yaml', 'a b.md', '100%.md', 'caf\u00e9.md', '#1.md', 'C++']) {
		const uri = childUri('file:///log', name);
		expect(normalUri(uri)).toBe(uri);
		expect(nameOf(uri)).toBe(name);
		expect(parentUri(uri)).toBe('file:///log');
	}
	expect(childUri('file:///', 'log')).toBe('file:///log');
});

test('the folders above a file do not include the root of the file system', () => {
	expect([...ancestorsOf('file:///a/b/c.md')]).toEqual(['file:///a/b', 'file:///a']);
	expect([...ancestorsOf('memfs:/a/b')]).toEqual(['memfs:/a']);
});

test('finds whether a URI is within a folder, and its path there', () => {
	expect(isWithin('file:///log', 'file:///log/x')).toBe(true);
	expect(isWithin('file:///log', 'file:///log')).toBe(true);
	expect(isWithin('file:///log', 'file:///logs/x')).toBe(false);
	expect(isWithin('file:///', 'file:///log')).toBe(true);
	expect(pathWithin('file:///log', 'file:///log/a%20b/c.md')).toEqual(['a b', 'c.md']);
	expect(pathWithin('file:///', 'file:///log')).toEqual(['log']);
	expect(pathWithin('file:///log', 'file:///other/c.md')).toBeUndefined();
});

test('links to one file have one key in each spelling', () => {
	const keys = ['file:///log/caf\u00e9.md', 'file:///log/caf%c3%a9.md#summary', 'file:///log/caf%C3%A9.md'].map(uri =>
		referenceKey({ by: 'uri', uri }),
	);
	expect(new Set(keys)).toEqual(new Set(['ref:uri:file:///log/caf%C3%A9.md']));
});
