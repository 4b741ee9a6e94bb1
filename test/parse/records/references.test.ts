import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { DEFAULT_CONFIGURATION } from '../../../src/core/configuration.ts';
import type { Reference } from '../../../src/core/reference.ts';
import { readInline } from '../../../src/parse/markdown/inline.ts';
import { readMarkdown } from '../../../src/parse/markdown/read-markdown.ts';
import { mayRefer, type ProseContext, readReferencesInProse } from '../../../src/parse/records/references.ts';

const CONTEXT: ProseContext = { date: Temporal.PlainDate.from('2024-08-28'), owner: 'me' };

function read(text: string, context = CONTEXT): Reference[] {
	const source = {
		uri: 'file:///log/incidents/2024/x.md',
		text,
		kind: 'incident',
		configuration: DEFAULT_CONFIGURATION,
	} as const;
	const references = readReferencesInProse(source, readMarkdown(text, 0), context);
	expect(references.length === 0 || mayRefer(text)).toBe(true);
	return references;
}

/** Each reference as "form: text -> target". */
function describeReferences(text: string): string[] {
	return read(text).map(({ form, range, target }) => {
		const property = { id: 'id', uri: 'uri', date: 'date', week: 'endsOn' }[target.by];
		return `${form}: ${text.slice(range.start, range.end)} -> ${new Map(Object.entries(target)).get(property)}`;
	});
}

describe('wiki links', () => {
	test.each([
		['[[2024-08-15-x]]', 'wiki-link: 2024-08-15-x -> 2024-08-15-x'],
		['See [[ a b | the words ]].', 'wiki-link: a b -> a b'],
		['[[x#timeline]]', 'wiki-link: x -> x'],
		['[[../2023/x.md#timeline|x]]', 'wiki-link: ../2023/x.md -> ../2023/x.md'],
		['| a |\n|-|\n| [[x\\|the x]] [[y#z\\|the y]] |', 'wiki-link: x -> x', 'wiki-link: y -> y'],
		['[[x]][[y]]', 'wiki-link: x -> x', 'wiki-link: y -> y'],
		['**[[x]]**', 'wiki-link: x -> x'],
		['[[2024-08-15-x|the August 15 issue]]', 'wiki-link: 2024-08-15-x -> 2024-08-15-x'],
		['# On [[x]]\n\n| [[y]] |\n|-|\n| [[z]] |', 'wiki-link: x -> x', 'wiki-link: y -> y', 'wiki-link: z -> z'],
	])('%s', (text, ...expected) => {
		expect(describeReferences(text)).toEqual(expected);
	});

	test.each([
		'`[[x]]`',
		'```\n[[x]]\n```',
		'<!-- [[x]] -->',
		'\\[[x]]',
		'[[]]',
		'[[ ]]',
		'[[x',
		'[[x]',
		'[[x\ny]]',
		'[[x[y]]]',
		'[[1]](https://example.org/a)',
		'[[1](https://example.org/a)]',
		'[[x]][1]',
		'[[_TOC_]]',
		'[[toc]]',
		'[[https://example.org|site]]',
		'<code>[[x]]</code>',
		'{{< ref "[[x]]" >}}',
	])('none in %j', text => {
		expect(describeReferences(text)).toEqual([]);
	});

	test('have an extent with the brackets', () => {
		const text = 'See [[ x | y ]].';
		expect(read(text).map(({ fullRange }) => text.slice(fullRange.start, fullRange.end))).toEqual(['[[ x | y ]]']);
	});
});

describe('links', () => {
	test.each([
		['[a](b.md)', 'link: b.md -> file:///log/incidents/2024/b.md'],
		['[a](../2023/b.yaml#x "Title")', 'link: ../2023/b.yaml -> file:///log/incidents/2023/b.yaml'],
		['[a](./b%20c.yml)', 'link: ./b%20c.yml -> file:///log/incidents/2024/b%20c.yml'],
		['[a](<b c.md>)', 'link: b c.md -> file:///log/incidents/2024/b%20c.md'],
		['[a][b]\n\n[b]: c.md "d"', 'link: c.md -> file:///log/incidents/2024/c.md'],
		['[b]: <c d.md>\nmore', 'link: c d.md -> file:///log/incidents/2024/c%20d.md'],
		['[the August 15 issue](b.md)', 'link: b.md -> file:///log/incidents/2024/b.md'],
		['[a](b%zz.md)', 'link: b%zz.md -> file:///log/incidents/2024/b%25zz.md'],
		['[a](/incidents/b%20c.md#x)', 'link: /incidents/b%20c.md -> /incidents/b c.md'],
		['[[1]](b.md)', 'link: b.md -> file:///log/incidents/2024/b.md'],
	])('%s', (text, ...expected) => {
		expect(describeReferences(text)).toEqual(expected);
	});

	test.each([
		'[a](https://example.com/b.md)',
		'[a](mailto:b.md)',
		'[a](//example.com/b.md)',
		'[a](@site/b.md)',
		'[a]($BASE/b.md)',
		'[a]({{site.url}}/b.md)',
		'[a](b.md:12)',
		'[a](#b)',
		'[a](b.png)',
		'![a](b.md)',
		'[a] (b.md)',
		'`[a](b.md)`',
	])('none in %s', text => {
		expect(describeReferences(text)).toEqual([]);
	});

	test('to other pages can have a mention as text', () => {
		expect(describeReferences('[the August 15 issue](https://example.com/)')).toEqual([
			'mention: August 15 issue -> 2024-08-15',
		]);
	});
});

describe('bare ids', () => {
	test.each([
		['As in 2024-08-15-state-database.', 'bare-id: 2024-08-15-state-database -> 2024-08-15-state-database'],
		['(INC-1234, OPS-12)', 'bare-id: INC-1234 -> INC-1234', 'bare-id: OPS-12 -> OPS-12'],
		['INC-2024-0012', 'bare-id: INC-2024-0012 -> INC-2024-0012'],
		['**2024-08-15-x**', 'bare-id: 2024-08-15-x -> 2024-08-15-x'],
	])('%s', (text, ...expected) => {
		expect(describeReferences(text)).toEqual(expected);
	});

	test.each([
		'2024-08-15',
		'https://example.com/2024-08-15-x',
		'docs/2024-08-15-x',
		'#INC-1234',
		'`INC-1234`',
		'INC-',
		'inc-1234',
		'A-1',
		'x2024-08-15-y',
		'[INC-1](x.md)'.replace('INC-1', 'INC'),
	])('none in %s', text => {
		expect(read(text).filter(({ form }) => form === 'bare-id')).toEqual([]);
	});
});

describe('mentions', () => {
	test.each([
		[
			'The August 15 issue and last week’s bulletin',
			'mention: August 15 issue -> 2024-08-15',
			'mention: last week’s bulletin -> 2024-08-24',
		],
		['The **August 15**\n> issue', ...[]],
		['> The **August 15**\n> `x` issue', 'mention: August 15**\n> `x` issue -> 2024-08-15'],
		['The August 24 bulletin', 'mention: August 24 bulletin -> 2024-08-24'],
		['# August 15\n\nissue', ...[]],
		['- the August 15\n- issue', ...[]],
	])('%j', (text, ...expected) => {
		expect(describeReferences(text)).toEqual(expected);
	});

	test('have a date and a kind as target', () => {
		expect(read('The August 15 postmortem').map(({ target }) => target)).toEqual([
			{ by: 'date', date: '2024-08-15', kind: 'postmortem' },
		]);
	});

	test('without a year are ignored if the date of the text is unknown', () => {
		const references = read('The August 15 issue, the 2024-07-12 issue, last week’s bulletin', {
			date: undefined,
			owner: undefined,
		});
		expect(references.map(({ target }) => target)).toEqual([{ by: 'date', date: '2024-07-12', kind: 'incident' }]);
	});

	test('of last week use the last weekday of the configuration', () => {
		const text = 'last week’s bulletin';
		const configuration = { ...DEFAULT_CONFIGURATION, weekEndsOn: 'wednesday' } as const;
		const source = { uri: 'file:///x.yaml', text, kind: 'incident', configuration } as const;
		const references = readReferencesInProse(source, readInline(text, { start: 0, end: text.length }), CONTEXT);
		expect(references.map(({ target }) => target)).toEqual([{ by: 'week', endsOn: '2024-08-21' }]);
	});
});

test('references are in page order and have the owner of the prose', () => {
	const references = read('INC-12 and [[x]] and [a](b.md) and the August 15 issue and [[y]]');
	expect(references.map(({ form, owner }) => [form, owner])).toEqual([
		['bare-id', 'me'],
		['wiki-link', 'me'],
		['link', 'me'],
		['mention', 'me'],
		['wiki-link', 'me'],
	]);
});
