import { expect, test } from 'vitest';
import { globFault } from '../../src/core/glob.ts';

test.each([
	['200 characters', 'a'.repeat(200)],
	['four groups', '{a,b}{a,b}{a,b}{a,b}'],
	['three open wildcards', '**/**/**/a'],
	['two open wildcards and a second one in a name', '**/**/*a*'],
	['a leading ./', './incidents/**'],
	['names with dots', '.config/..a/b.'],
])('accepts %s', (_, glob) => {
	expect(globFault(glob)).toBeUndefined();
});

test.each([
	['an empty glob', './', 'is an empty glob'],
	['201 characters', 'a'.repeat(201), 'has 201 characters'],
	['five groups', '{a,b}{a,b}{a,b}{a,b}{a,b}', 'has too many groups'],
	['four open wildcards', '**/**/**/**', 'could take too long to match'],
	['three open wildcards and a second one in a name', '**/**/**/*a*', 'could take too long to match'],
	['a parent folder', 'a/../b', 'leads out of the folder of the log'],
	['a path from the root', '/a', 'is an absolute path'],
	['a path on a drive', 'c:/a', 'is an absolute path'],
	['a folder', 'a/', 'matches no file'],
	['a segment without a name', 'a//b', 'matches no file'],
	['the segment .', 'a/./b', 'matches no file'],
])('rejects %s', (_, glob, found) => {
	expect(globFault(glob)?.found).toBe(found);
});
