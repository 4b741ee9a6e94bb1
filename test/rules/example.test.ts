import { expect, test } from 'vitest';
import { readExample } from '../../src/rules/example.ts';
import { dedent } from '../../src/rules/support/dedent.ts';

test('reads files, marks and the clock of an example', () => {
	const text = '//- /a.yaml\nx: «1»\n//- /b/c.md\n«»no «mark «in» a» mark\n';
	expect(readExample({ caption: '', text, now: '2024-08-26T05:30:00Z' })).toEqual({
		now: Date.UTC(2024, 7, 26, 5, 30),
		files: [
			{ path: '/a.yaml', text: 'x: 1\n', marks: [{ start: 3, end: 4 }] },
			{
				path: '/b/c.md',
				text: 'no mark in a mark\n',
				marks: [
					{ start: 0, end: 0 },
					{ start: 3, end: 12 },
					{ start: 8, end: 10 },
				],
			},
		],
	});
});

test('reads a text without a header as one record', () => {
	expect(readExample({ caption: '', text: 'x: 1\n' }).files.map(({ path }) => path)).toEqual([
		'/incidents/example.yaml',
	]);
});

test('dedent removes the indentation of the source', () => {
	expect(dedent`
		title: x
		updates:
		  - y

			tab
	`).toBe('title: x\nupdates:\n  - y\n\n\ttab\n');
});
