import { expect, test } from 'vitest';
import { type LeafPart, type PagePart, partText } from '../../src/bulletin/page-part.ts';
import { newPart, partChanges } from '../../src/bulletin/part-changes.ts';

const leaf = (key: string, text = key, shift = 0): LeafPart => ({
	key,
	html: `<p data-uri="a.md" data-offset="10">${text}</p>`,
	source: 'a.md',
	shift,
});
const list = (key: string, children: readonly PagePart[], name = ''): PagePart => ({
	key,
	open: `<ul class="${name}">`,
	close: '</ul>',
	children,
});

test('an unchanged page is one run', () => {
	const page = () => [leaf('a'), list('b', [leaf('c'), leaf('d')]), leaf('e')];
	expect(partChanges(page(), page())).toEqual([{ from: 0, count: 3 }]);
	expect(partChanges([], [])).toEqual([]);
	expect(partChanges([list('a', [])], [list('a', [])])).toEqual([{ from: 0, count: 1 }]);
});

test('a changed part replaces the earlier one with its key', () => {
	const before = [leaf('a'), leaf('b'), leaf('c')];
	expect(partChanges(before, [leaf('a'), leaf('b', 'new', 2), leaf('c')])).toEqual([
		{ from: 0, count: 1 },
		{ html: '<p data-uri="a.md" data-offset="12">new</p>', replaces: 1 },
		{ from: 2, count: 1 },
	]);
});

test('parts that only moved in their document are a run with a shift', () => {
	const before = [leaf('a'), leaf('b'), leaf('c', 'c', 1)];
	expect(partChanges(before, [leaf('a'), leaf('b', 'b', 4), leaf('c', 'c', 5)])).toEqual([
		{ from: 0, count: 1 },
		{ from: 1, count: 2, shift: 4 },
	]);
});

test('a change in an element is sent with its index, a changed start tag with the tag', () => {
	const before = [leaf('a'), list('b', [leaf('c'), leaf('d')])];
	expect(partChanges(before, [leaf('a'), list('b', [leaf('d')], 'wide')])).toEqual([
		{ from: 0, count: 1 },
		{ from: 1, tag: '<ul class="wide">', changes: [{ from: 1, count: 1 }] },
	]);
});

test('new and moved parts are in their new order', () => {
	expect(partChanges([leaf('a'), leaf('b')], [leaf('b'), leaf('c'), leaf('a')])).toEqual([
		{ from: 1, count: 1 },
		newPart(leaf('c')),
		{ from: 0, count: 1 },
	]);
});

test('a part with a repeated key is new', () => {
	expect(partChanges([leaf('a')], [leaf('a'), leaf('a')])).toEqual([{ from: 0, count: 1 }, newPart(leaf('a'))]);
});

test('only offsets of the own document are shifted', () => {
	const html =
		'<a data-uri="a.md" data-offset="5"></a><a data-uri="b/a.md" data-offset="5">data-uri=&quot;a.md&quot;</a>';
	expect(partText({ key: '', html, source: 'a.md', shift: 3 })).toBe(html.replace('"5"', '"8"'));
});
