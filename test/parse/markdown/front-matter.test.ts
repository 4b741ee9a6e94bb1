import { describe, expect, test } from 'vitest';
import { findFrontMatter } from '../../../src/parse/markdown/front-matter.ts';

describe('front matter', () => {
	const cases: readonly [text: string, yaml: string, body: string, closed: boolean][] = [
		['---\na: b\n---\n# Title\n', 'a: b\n', '# Title\n', true],
		['---\r\na: b\r\n---\r\nbody', 'a: b\r\n', 'body', true],
		['\uFEFF---\na: b\n---\nbody', 'a: b\n', 'body', true],
		['--- \na: b\n...\nbody', 'a: b\n', 'body', true],
		['---\n---\nbody', '', 'body', true],
		['---\na: b\n---', 'a: b\n', '', true],
		['---\na: |\n  --- x\n  ---\n---\nbody\n\n---\n', 'a: |\n  --- x\n  ---\n', 'body\n\n---\n', true],
		['---\na: b\n\nbody', 'a: b\n', '\nbody', false],
		['---\na: b', 'a: b', '', false],
	];
	test.each(cases)('is found in %j', (text, yaml, body, closed) => {
		const front = findFrontMatter(text);
		expect(text.slice(front?.range.start, front?.range.end)).toBe(yaml);
		expect(text.slice(front?.bodyStart)).toBe(body);
		expect(front?.isClosed).toBe(closed);
		expect(text.slice(front?.opening.start, front?.opening.end)).toBe('---');
	});

	test.each([
		'',
		'# Title\n\n---\na: b\n---\n',
		'\n---\na: b\n---\n',
		' ---\na: b\n---\n',
		'----\n',
		'---\n\nAfter a rule.\n',
	])('is not found in %j', text => expect(findFrontMatter(text)).toBeUndefined());
});
