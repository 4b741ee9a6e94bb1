import { describe, expect, test } from 'vitest';
import { movedMarkdown, movedPath } from '../../src/authoring/moved-links.ts';
import { parse } from '../parse/help-source.ts';

const FROM = 'file:///log/bulletins/2024-08-31.md';
const TO = 'file:///log/incidents/2024/disk.yaml';

describe('a path of a moved text', () => {
	test.each([
		['../incidents/2024/mail.yaml', 'mail.yaml'],
		['../postmortems/disk.md#causes', '../../postmortems/disk.md#causes'],
		['2024-08-24.md?plain', '../../bulletins/2024-08-24.md?plain'],
		['#notes', '../../bulletins/2024-08-31.md#notes'],
	])('%s becomes %s', (path, moved) => {
		expect(movedPath(path, FROM, TO)).toBe(moved);
	});

	test.each(['https://status.example/a', 'mailto:kim@example.org', '/absolute.md', '?query', ''])(
		'%j is kept',
		path => {
			expect(movedPath(path, FROM, TO)).toBe(path);
		},
	);

	test('is kept in a document of the same folder', () => {
		expect(movedPath('a.md', FROM, 'file:///log/bulletins/b.md')).toBe('a.md');
	});
});

describe('a moved text', () => {
	const page = parse(
		'bulletin',
		'2024-08-31.md',
		'# Week\n\n[vendor]: https://vendor.example "Their \\"status\\" page"\n[Other page]: ./other.md\n',
	);
	const move = (markdown: string) => movedMarkdown(markdown, page, TO);

	test('has rewritten links, and unchanged code', () => {
		expect(move('See [a](a.md) and `[b](b.md)`.')).toMatch(/^See \[a\]\(.*\/a\.md\) and `\[b\]\(b\.md\)`\.$/);
	});

	test('has the used link definitions of its page', () => {
		expect(move('See [Vendor] and [it][other  page].').split('\n\n')[1]?.split('\n')).toEqual([
			'[Vendor]: <https://vendor.example> "Their \\"status\\" page"',
			expect.stringMatching(/^\[other page\]: <.*other\.md>$/),
		]);
	});

	test('keeps its own link definitions', () => {
		const text = 'See [vendor].\n\n[vendor]: https://own.example';
		expect(move(text)).toBe(text);
	});
});
