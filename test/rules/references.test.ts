import { describe, expect, test } from 'vitest';
import { openText, told } from './report-text.ts';

/** A record of an incident. `rest` is further YAML. */
function record(id: string, start: string, rest = ''): string {
	return `//- /incidents/${id}.yaml\ntitle: ${id}\nimpact: minor\nstarted_at: ${start}\n${rest}`;
}

const refers = (relation: string, ...ids: string[]) =>
	`references:\n${ids.map(id => `  - { id: ${id}, relation: ${relation} }\n`).join('')}`;

const FIRST = '2024-08-26T05:30:00Z';
const SECOND = '2024-08-27T05:30:00Z';
const THIRD = '2024-08-28T05:30:00Z';
const circle = (path: string, id: string) =>
	`/incidents/${path}.yaml reference/cycle «${id}» \`${id}\` leads back to this incident; expected relations that lead one way`;

describe('a circle is told once, and in the incident that began last', () => {
	test.each<[string, string, readonly string[]]>([
		[
			'two causes of each other: no word of which began later',
			record('a', SECOND, refers('caused-by', 'b')) + record('b', FIRST, refers('caused-by', 'a')),
			[circle('a', 'b')],
		],
		[
			'several relations',
			record('a', FIRST, refers('follow-up-to', 'c')) +
				record('b', SECOND, refers('recurrence-of', 'a')) +
				record('c', THIRD, refers('caused-by', 'b')),
			[circle('c', 'b')],
		],
		[
			'at one time, by the file',
			record('a', FIRST, refers('caused-by', 'b')) + record('b', FIRST, refers('caused-by', 'a')),
			[circle('b', 'a')],
		],
		[
			'a way that forks',
			record('a', FIRST, refers('caused-by', 'x', 'b')) +
				record('b', SECOND, refers('caused-by', 'x', 'a')) +
				record('x', '2024-08-25T05:30:00Z'),
			[circle('b', 'a')],
		],
		[
			'two circles through one incident',
			record('a', FIRST, refers('caused-by', 'c')) +
				record('b', SECOND, refers('caused-by', 'c')) +
				record('c', THIRD, refers('caused-by', 'a', 'b')),
			[circle('c', 'a'), circle('c', 'b')],
		],
		[
			'a relation that leads into a circle is no part of it',
			record('a', FIRST, refers('caused-by', 'b')) +
				record('b', SECOND, refers('caused-by', 'a')) +
				record('c', THIRD, refers('caused-by', 'b')),
			[circle('b', 'a')],
		],
		[
			'related to each other',
			record('a', FIRST, refers('related', 'b')) + record('b', SECOND, refers('related', 'a')),
			[],
		],
		[
			'a wrong relation that is in no circle',
			record('a', FIRST, refers('caused-by', 'b')) + record('b', SECOND),
			[
				'/incidents/a.yaml reference/not-earlier «b» `b` began later than this incident; expected the cause to have begun earlier',
			],
		],
		[
			'itself',
			record('a', FIRST, refers('caused-by', 'a')),
			['/incidents/a.yaml reference/self «a» `a` is this incident itself; expected another one'],
		],
	])('%s', (_, text, expected) => {
		expect(told(text, 'reference/')).toEqual(expected);
	});

	test('in entries of bulletins, too', () => {
		const entry = (day: number, id: string, other: string) =>
			`* **August ${day}: Mail was late** (05:30 UTC): A relay was slow.\n  <!-- incident: { id: ${id}, references: [{ id: ${other}, relation: caused-by }] } -->\n`;
		expect(told(`//- /bulletins/2024-08-31.md\n${entry(26, 'a', 'b')}${entry(27, 'b', 'a')}`, 'reference/')).toEqual([
			'/bulletins/2024-08-31.md reference/cycle «a» `a` leads back to this incident; expected relations that lead one way',
		]);
	});

	test('a chain that is longer than any is not followed to its end', () => {
		const day = (index: number) => new Date(Date.UTC(2024, 0, 1 + index)).toISOString();
		const chain = Array.from({ length: 100 }, (_, index) =>
			record(`n${index}`, day(index), index === 0 ? '' : refers('follow-up-to', `n${index - 1}`)),
		);
		expect(told(chain.join(''), 'reference/')).toEqual([]);
	});
});

describe('what is told twice', () => {
	const other = (path: string, found: string, id: string, facts: string, way = 'no duplicate') =>
		`${path} reference/contradiction «${found}» \`${id}\` has another ${facts}; expected the same facts, or ${way}`;

	test.each<[string, string, readonly string[]]>([
		[
			'in the duplicate, where that began later',
			record('a', FIRST) + record('b', SECOND, refers('duplicate-of', 'a')),
			[other('/incidents/b.yaml', 'a', 'a', 'start')],
		],
		[
			'in the other one, where that began later',
			record('a', SECOND) + record('b', FIRST, refers('duplicate-of', 'a')),
			[other('/incidents/a.yaml', 'a', 'b', 'start')],
		],
		['a day is compared as a day', record('a', '2024-08-26') + record('b', FIRST, refers('duplicate-of', 'a')), []],
		[
			'what one of them does not tell is no other',
			record('a', FIRST, 'resolved_at: 2024-08-26T07:30:00Z\n') + record('b', FIRST, refers('duplicate-of', 'a')),
			[],
		],
	])('%s', (_, text, expected) => {
		expect(told(text, 'reference/contradiction')).toEqual(expected);
	});

	test('two pages with other headlines and impacts', () => {
		const page = (date: string, headline: string, impact: string) =>
			`//- /bulletins/${date}.md\n* **August 26: ${headline}** (05:30 UTC): Late.\n  <!-- incident: { id: x, impact: ${impact} } -->\n`;
		const pages = page('2024-08-30', 'Mail was late', 'minor') + page('2024-09-01', 'Mail was lost', 'major');
		expect(told(pages, 'reference/contradiction')).toEqual([
			other('/bulletins/2024-09-01.md', 'x', 'x', 'title and impact', 'another id'),
		]);
	});
});

describe('itself', () => {
	test.each<[string, string, number]>([
		['by a link in its summary', record('a', FIRST, 'summary: As in [[a]].\n'), 1],
		['by a mention of its day', record('a', FIRST, 'summary: The August 26 incident was long.\n'), 0],
		['by the path of its file', record('a', FIRST, 'references: [{ id: ./a.yaml, relation: related }]\n'), 1],
		[
			"an entry that links to its incident's record",
			`${record('a', FIRST)}//- /bulletins/2024-08-31.md\n* **August 26: a** (05:30 UTC): See [[a]].\n  <!-- incident: { id: a } -->\n`,
			0,
		],
		[
			'an incident that shares the id of its postmortem',
			`${record('a', FIRST)}//- /postmortems/a.md\n---\nincident: a\n---\n\n# a\n\nSee [[a]].\n`,
			0,
		],
		['a postmortem', '//- /postmortems/a.md\n---\nreferences: [a]\n---\n\n# a\n', 1],
	])('%s', (_, text, count) => {
		expect(told(text, 'reference/self')).toHaveLength(count);
	});
});

describe('a link is offered where it breaks nothing', () => {
	const base = record('2024-08-15-mail', '2024-08-15T05:30:00Z');
	test.each<[string, string, string | undefined]>([
		['in a sentence', 'summary: As in 2024-08-15-mail.\n', 'summary: As in [[2024-08-15-mail]].\n'],
		['at the head of a text', 'summary: 2024-08-15-mail again.\n', undefined],
		['at the head of a quoted text', 'summary: "2024-08-15-mail again."\n', 'summary: "[[2024-08-15-mail]] again."\n'],
		['at the head of a block', 'summary: |\n  2024-08-15-mail again.\n', 'summary: |\n  [[2024-08-15-mail]] again.\n'],
		['within braces', `updates: [{ at: ${SECOND}, body: As in 2024-08-15-mail. }]\n`, undefined],
	])('%s', (_, summary, mended) => {
		const before = record('2024-08-27-mail', SECOND, summary);
		const file = openText(base + before)
			.mended('reference/unlinked')
			.files.get('/incidents/2024-08-27-mail.yaml');
		expect(told(base + before, 'reference/unlinked')).toHaveLength(1);
		expect(file).toBe(before.slice(before.indexOf('\n') + 1).replace(summary, mended ?? summary));
	});
});

describe('vague', () => {
	test.each<[string, readonly string[]]>([
		['See the previous postmortem for more.', ['previous postmortem']],
		['It was caused by the last outage, again.', ['last outage']],
		['Much like our earlier\nincident.', ['earlier\nincident']],
		['See the last outage of the registry.', []],
		['See the previous postmortem ([[2024-08-15-mail]]).', []],
		["See last week's bulletin.", []],
		['The previous incident taught us a lot.', []],
		['See the `last incident`.', []],
	])('%s', (sentence, expected) => {
		const found = told(`//- /postmortems/a.md\n# a\n\n${sentence}\n`, 'reference/vague');
		expect(found.map(line => /«([^»]*)»/.exec(line)?.[1])).toEqual(expected);
	});
});
