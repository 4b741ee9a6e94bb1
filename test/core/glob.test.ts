import { expect, test } from 'vitest';
import { globFault } from '../../src/core/glob.ts';

test.each([
	['200 characters', 'a'.repeat(200)],
	['four groups', '{a,b}{a,b}{a,b}{a,b}'],
	['three `**`', '**/**/**/a'],
	['two `**` and a second one in a name', '**/**/*a*'],
	['a leading ./', './incidents/**'],
	['names with dots', '.config/..a/b.'],
])('accepts %s', (_, glob) => {
	expect(globFault(glob)).toBeUndefined();
});

test.each([
	['an empty glob', './', 'it is empty'],
	['201 characters', 'a'.repeat(201), 'it has 201 characters'],
	['five groups', '{a,b}{a,b}{a,b}{a,b}{a,b}', 'it has too many groups'],
	['four `**`', '**/**/**/**', 'matching it could take too long'],
	['three `**` and a second one in a name', '**/**/**/*a*', 'matching it could take too long'],
	['a parent folder', 'a/../b', 'it leads out of the log root'],
	['a path from the root', '/a', 'it is absolute'],
	['a path on a drive', 'c:/a', 'it is absolute'],
	['a folder', 'a/', 'it matches no file'],
	['a segment without a name', 'a//b', 'it matches no file'],
	['the segment .', 'a/./b', 'it matches no file'],
])('rejects %s', (_, glob, detail) => {
	expect(globFault(glob)?.detail).toBe(detail);
});
