import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Range } from '../../../src/core/range.ts';
import { noParts, scanInline } from '../../../src/parse/markdown/inline-scan.ts';
import { readMarkdown } from '../../../src/parse/markdown/read-markdown.ts';
import type { Block } from '../../../src/parse/model/block.ts';
import { type InlineConstructs, inlineTextsOf, readConstructs } from './commonmark.ts';

const RUNS = 20_000;

/** Delimiters and parts of constructs. */
const FRAGMENTS = [
	...['`', '``', '```', '[', ']', '(', ')', '\\', '\\\\', '<', '>', '!', '"', "'", ':', '=', '/', '-', '?', '&', '*'],
	...[' ', '  ', '\n', '\n\n', '> ', '* ', '# ', 'a', 'b', 'A', 'é', '1'],
	...['&amp;', '&#96;', '&lt;', '&#x5B;', '&quot;', '\\`', '\\[', '\\]', '\\(', '\\)', '\\<', '\\!', '\\"', '\\a'],
	...['](', '][', '[]', '![', '[[', ']]', '()', '(<', '>)', '<!', '<!-', '<!--', '-->', '<?', '?>', '<![CDATA[', ']]>'],
	...['<a', '</a', '<a b="', "b='c'", 'b=c', '/>', '<x:', '<ab:c d>', '<!A ', '[[a]]', '[[a|b]]'],
	...['\n\n[a]: b\n\n', '\n\n[b A]: <c d> "e"\n\n', '\n\n[\\]]: b\n\n'],
];

const fragment = fc.constantFrom(...FRAGMENTS);
const space = fc.constantFrom('', ' ', ' ', '  ', '\n', ' \n ');
const optional = (part: string) => fc.constantFrom('', part);
const concat = (...parts: readonly fc.Arbitrary<string>[]) => fc.tuple(...parts).map(strings => strings.join(''));
const enclosed = (content: fc.Arbitrary<string>, pairs: readonly (readonly [string, string])[]) =>
	fc.tuple(fc.constantFrom(...pairs), content).map(([[opening, closing], inner]) => opening + inner + closing);
const QUOTES = [
	['"', '"'],
	["'", "'"],
	['(', ')'],
] as const;

/** Nested constructs, and the parts of which they consist. */
const { part } = fc.letrec<{ inline: string; part: string }>(tie => {
	const inner = tie('inline');
	const name = fc.constantFrom('a', 'B1', 'c-d', '_e', ':f', '1', 'g.h', 'é');
	const value = fc.oneof(fc.constantFrom('b', 'b/c', '"'), enclosed(inner, QUOTES));
	const attribute = concat(space, name, fc.oneof(optional(''), concat(space, fc.constant('='), space, value)));
	const destination = fc.oneof(
		fc.constantFrom('', 'b', 'b(c)', 'b((c)', 'b\\)', 'b\\(', 'b&amp;', '"b"', '[b]'),
		enclosed(inner, [['<', '>']]),
	);
	const title = fc.oneof(optional(''), concat(space, enclosed(inner, QUOTES)));
	return {
		inline: fc.array(tie('part'), { maxLength: 3, size: 'max' }).map(parts => parts.join('')),
		part: fc.oneof(
			{ maxDepth: 3, depthSize: 'max' },
			{ weight: 6, arbitrary: fragment },
			{
				weight: 3,
				arbitrary: concat(
					optional('!'),
					enclosed(inner, [['[', ']']]),
					enclosed(concat(space, destination, title, space), [['(', ')']]),
				),
			},
			{
				weight: 3,
				arbitrary: concat(
					optional('!'),
					enclosed(fc.oneof(inner, fc.constantFrom('a', ' b\n A')), [['[', ']']]),
					fc.constantFrom('', '[]', '[ ]', '[a]', '[A]', '[b  a]', '[\\]]', '[c]', ' [a]', '[`a`]'),
				),
			},
			{
				weight: 2,
				arbitrary: concat(fc.constantFrom('`', '``'), inner, fc.constantFrom('`', '``')),
			},
			{
				weight: 2,
				arbitrary: concat(
					fc.constantFrom('<', '</'),
					name,
					fc.array(attribute, { maxLength: 2 }).map(attributes => attributes.join('')),
					space,
					fc.constantFrom('>', '>', '/>', ' '),
				),
			},
			{
				weight: 1,
				arbitrary: enclosed(inner, [
					['<!--', '-->'],
					['<!-', '->'],
					['<?', '?>'],
					['<!A', '>'],
					['<!', '>'],
					['<![CDATA[', ']]>'],
					['<ab:', '>'],
					['<a:', '>'],
					['<a@', '>'],
					['<a@b.', '>'],
					['[[', ']]'],
				]),
			},
			{ weight: 1, arbitrary: fc.constantFrom('<a@b.c>', '<ab+c:d>', '<!-->', '<!--->', '<a@b-.c>') },
		),
	};
});

/** Some strings are damaged: parts of them are replaced by fragments. */
const damage = fc.array(fc.tuple(fc.nat(60), fc.nat(3), fragment), { maxLength: 2 });
const definitions = fc.constantFrom('', '\n\n[a]: /b\n', '\n\n[a]: /b\n[b a]: <c d> "e"\n\n[\\]]: c\n');
const parts = fc.array(part, { minLength: 1, maxLength: 8, size: 'max' });
const text = fc.tuple(parts, damage, definitions).map(([written, replacements, end]) => {
	let damaged = written.join('');
	for (const [at, length, replacement] of replacements) {
		damaged = damaged.slice(0, at) + replacement + damaged.slice(at + length);
	}
	return damaged + end;
});

/** Maps constructs from the lines of a block, joined by `\n`, to the document. */
function inDocument(found: InlineConstructs, block: Block): InlineConstructs {
	const offsets: number[] = [];
	for (const { start, end } of block.text) {
		for (let offset = start; offset <= end; offset++) {
			offsets.push(offset);
		}
	}
	const toDocument = (offset: number): number => offsets[offset] ?? block.text.at(-1)?.end ?? 0;
	const range = ({ start, end }: Range): Range => ({ start: toDocument(start), end: toDocument(end) });
	return {
		code: found.code.map(range),
		html: found.html.map(range),
		autolinks: found.autolinks.map(range),
		images: found.images.map(range),
		wikiLinks: found.wikiLinks.map(range),
		links: found.links.map(({ text, destination, fullRange }) => ({
			text: range(text),
			destination: range(destination),
			fullRange: range(fullRange),
		})),
		referenceLinks: found.referenceLinks.map(({ text, label, fullRange }) => ({
			text: range(text),
			label: range(label),
			fullRange: range(fullRange),
		})),
	};
}

/** The characters of a block outside of code, HTML, autolinks and images. Of a link only its text. */
function proseOf(written: string, block: Block, found: InlineConstructs): string {
	const { code, html, autolinks, images, links, referenceLinks } = found;
	const hidden = [...code, ...html, ...autolinks, ...images];
	for (const { text, fullRange } of [...links, ...referenceLinks]) {
		hidden.push({ start: fullRange.start, end: text.start }, { start: text.end, end: fullRange.end });
	}
	const characters = block.text.flatMap(({ start, end }) => [...Array(end - start).keys()].map(index => start + index));
	const shown = characters.filter(at => !hidden.some(range => range.start <= at && at < range.end));
	return shown.map(at => written[at]).join('');
}

const linesOf = (written: string, block: Block) => block.text.map(({ start, end }) => written.slice(start, end));

/**
 * Each string is divided into blocks by the parser of the project. Their inline text is given to both inline parsers. A
 * wiki link is text for both, and the positions of wiki links are compared as well. Bare web addresses, the other
 * extension of the scanner, do not occur in the strings.
 */
test('finds code, links, autolinks and raw HTML where CommonMark does', () => {
	const counts = new Map<string, number>();
	const count = (name: string, by: number) => counts.set(name, (counts.get(name) ?? 0) + by);
	fc.assert(
		fc.property(text, written => {
			const page = readMarkdown(written, 0);
			const blocks = page.blocks.filter(({ type }) => type === 'paragraph' || type === 'heading');
			const texts = blocks.map(block => linesOf(written, block).join('\n'));
			for (const [index, block] of blocks.entries()) {
				const constructs = readConstructs(texts[index] ?? '', Object.keys(page.definitions));
				const found = inDocument(constructs, block);
				const parts = noParts();
				scanInline(written, block.text, page.definitions, parts);
				const { prose, comments: _, ...others } = parts;
				expect({ ...others, images: found.images }).toEqual(found);
				expect(prose.map(({ start, end }) => written.slice(start, end)).join('')).toBe(proseOf(written, block, found));
				for (const [name, list] of Object.entries(found)) {
					count(name, list.length);
				}
			}
			// The two parsers of blocks differ in rare definitions such as `[a]: b` before a line that begins with `()`.
			const expected = inlineTextsOf(written).map(each => each.replace(/ *\n */g, '\n'));
			count('equal blocks', expected.join('\n\n') === texts.join('\n\n') ? 1 : 0);
		}),
		{ numRuns: RUNS },
	);
	expect(counts.get('equal blocks')).toBeGreaterThan(RUNS * 0.98);
	// Guards against a vacuous pass: the strings must contain all constructs.
	expect([...counts].filter(([, total]) => total < RUNS / 10)).toEqual([]);
	expect(counts.size).toBe(8);
});
