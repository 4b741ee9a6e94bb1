import { describe, expect, test } from 'vitest';
import { findingLines, openText } from './report-text.ts';

/** Returns the fixture of an incident record. `rest` is more YAML. */
function record(id: string, start: string, rest = ''): string {
	return `//- /incidents/${id}.yaml\ntitle: ${id}\nimpact: minor\nstarted_at: ${start}\n${rest}`;
}

const referencesTo = (relation: string, ...ids: string[]) =>
	`references:\n${ids.map(id => `  - { id: ${id}, relation: ${relation} }\n`).join('')}`;

const FIRST = '2024-08-26T05:30:00Z';
const SECOND = '2024-08-27T05:30:00Z';
const THIRD = '2024-08-28T05:30:00Z';
const cycle = (file: string, id: string) => `${file} reference/cycle «${id}» ${cycleMessage(id)}`;
const cycleMessage = (id: string) =>
	`Reference cycle through \`${id}\`: its relations lead back to this incident. Expected relations without a cycle.`;

describe('reference/cycle', () => {
	test.each<[string, string, readonly string[]]>([
		[
			'reports two incidents that cause each other, without reference/not-earlier',
			record('a', SECOND, referencesTo('caused-by', 'b')) + record('b', FIRST, referencesTo('caused-by', 'a')),
			[cycle('/incidents/a.yaml', 'b')],
		],
		[
			'reports a cycle of different relations in the incident that started last',
			record('a', FIRST, referencesTo('follow-up-to', 'c')) +
				record('b', SECOND, referencesTo('recurrence-of', 'a')) +
				record('c', THIRD, referencesTo('caused-by', 'b')),
			[cycle('/incidents/c.yaml', 'b')],
		],
		[
			'reports incidents with the same start in the last file',
			record('a', FIRST, referencesTo('caused-by', 'b')) + record('b', FIRST, referencesTo('caused-by', 'a')),
			[cycle('/incidents/b.yaml', 'a')],
		],
		[
			'reports only the branch that is part of the cycle',
			record('a', FIRST, referencesTo('caused-by', 'x', 'b')) +
				record('b', SECOND, referencesTo('caused-by', 'x', 'a')) +
				record('x', '2024-08-25T05:30:00Z'),
			[cycle('/incidents/b.yaml', 'a')],
		],
		[
			'reports two cycles through one incident',
			record('a', FIRST, referencesTo('caused-by', 'c')) +
				record('b', SECOND, referencesTo('caused-by', 'c')) +
				record('c', THIRD, referencesTo('caused-by', 'a', 'b')),
			[cycle('/incidents/c.yaml', 'a'), cycle('/incidents/c.yaml', 'b')],
		],
		[
			'ignores a relation that leads into a cycle and is not part of it',
			record('a', FIRST, referencesTo('caused-by', 'b')) +
				record('b', SECOND, referencesTo('caused-by', 'a')) +
				record('c', THIRD, referencesTo('caused-by', 'b')),
			[cycle('/incidents/b.yaml', 'a')],
		],
		[
			'ignores two incidents that are related to each other',
			record('a', FIRST, referencesTo('related', 'b')) + record('b', SECOND, referencesTo('related', 'a')),
			[],
		],
		[
			'leaves a cause that started later, without a cycle, to reference/not-earlier',
			record('a', FIRST, referencesTo('caused-by', 'b')) + record('b', SECOND),
			[
				'/incidents/a.yaml reference/not-earlier «b» Reference to later incident `b` with relation `caused-by`. Expected an incident that started before this one.',
			],
		],
		[
			'leaves an incident that causes itself to reference/self',
			record('a', FIRST, referencesTo('caused-by', 'a')),
			[
				'/incidents/a.yaml reference/self «a» Self-reference `a`: this incident refers to itself. Expected a reference to another record.',
			],
		],
	])('%s', (_, text, expected) => {
		expect(findingLines(text, 'reference/')).toEqual(expected);
	});

	test('reports a cycle of bulletin entries', () => {
		const entry = (day: number, id: string, other: string) =>
			`* **August ${day}: Mail was late** (05:30 UTC): A relay was slow.\n  <!-- incident: { id: ${id}, references: [{ id: ${other}, relation: caused-by }] } -->\n`;
		expect(
			findingLines(`//- /bulletins/2024-08-31.md\n${entry(26, 'a', 'b')}${entry(27, 'b', 'a')}`, 'reference/'),
		).toEqual([cycle('/bulletins/2024-08-31.md', 'a')]);
	});

	test('accepts a chain that is longer than the limit of the search', () => {
		const day = (index: number) => new Date(Date.UTC(2024, 0, 1 + index)).toISOString();
		const chain = Array.from({ length: 100 }, (_, index) =>
			record(`n${index}`, day(index), index === 0 ? '' : referencesTo('follow-up-to', `n${index - 1}`)),
		);
		expect(findingLines(chain.join(''), 'reference/')).toEqual([]);
	});
});

describe('reference/contradiction', () => {
	const differentStart = (path: string, found: string, id: string) =>
		`${path} reference/contradiction «${found}» Contradictory duplicate \`${id}\`: start differs. Expected the same values or no relation \`duplicate-of\`.`;

	test.each<[string, string, readonly string[]]>([
		[
			'reports the duplicate if it started later',
			record('a', FIRST) + record('b', SECOND, referencesTo('duplicate-of', 'a')),
			[differentStart('/incidents/b.yaml', 'a', 'a')],
		],
		[
			'reports the original if it started later',
			record('a', SECOND) + record('b', FIRST, referencesTo('duplicate-of', 'a')),
			[differentStart('/incidents/a.yaml', 'a', 'b')],
		],
		[
			'accepts a date and a time on this date',
			record('a', '2024-08-26') + record('b', FIRST, referencesTo('duplicate-of', 'a')),
			[],
		],
		[
			'ignores a value that only one of the two records states',
			record('a', FIRST, 'resolved_at: 2024-08-26T07:30:00Z\n') + record('b', FIRST, referencesTo('duplicate-of', 'a')),
			[],
		],
	])('%s', (_, text, expected) => {
		expect(findingLines(text, 'reference/contradiction')).toEqual(expected);
	});

	test('reports entries with different headlines and impacts in two bulletins', () => {
		const page = (date: string, headline: string, impact: string) =>
			`//- /bulletins/${date}.md\n* **August 26: ${headline}** (05:30 UTC): Late.\n  <!-- incident: { id: x, impact: ${impact} } -->\n`;
		const pages = page('2024-08-30', 'Mail was late', 'minor') + page('2024-09-01', 'Mail was lost', 'major');
		expect(findingLines(pages, 'reference/contradiction')).toEqual([
			'/bulletins/2024-09-01.md reference/contradiction «x» Contradictory entry of incident `x`: title and impact differ from the first entry. Expected the same values or another id.',
		]);
	});
});

describe('reference/self', () => {
	test.each<[string, string, number]>([
		['reports a link in the summary', record('a', FIRST, 'summary: As in [[a]].\n'), 1],
		['ignores a mention of the own day', record('a', FIRST, 'summary: The August 26 incident was long.\n'), 0],
		['reports the path of the own file', record('a', FIRST, 'references: [{ id: ./a.yaml, relation: related }]\n'), 1],
		[
			'ignores a bulletin entry with a link to the record of its incident',
			`${record('a', FIRST)}//- /bulletins/2024-08-31.md\n* **August 26: a** (05:30 UTC): See [[a]].\n  <!-- incident: { id: a } -->\n`,
			0,
		],
		[
			'ignores a postmortem with a link to the incident of the same id',
			`${record('a', FIRST)}//- /postmortems/a.md\n---\nincident: a\n---\n\n# a\n\nSee [[a]].\n`,
			0,
		],
		['reports a postmortem with its own id in a field', '//- /postmortems/a.md\n---\nreferences: [a]\n---\n\n# a\n', 1],
	])('%s', (_, text, count) => {
		expect(findingLines(text, 'reference/self')).toHaveLength(count);
	});
});

describe('fixes of reference/unlinked', () => {
	const base = record('2024-08-15-mail', '2024-08-15T05:30:00Z');
	test.each<[string, string, string | undefined]>([
		['links an id in a plain scalar', 'summary: As in 2024-08-15-mail.\n', 'summary: As in [[2024-08-15-mail]].\n'],
		['offers no link at the start of a plain scalar', 'summary: 2024-08-15-mail again.\n', undefined],
		[
			'links an id at the start of a quoted scalar',
			'summary: "2024-08-15-mail again."\n',
			'summary: "[[2024-08-15-mail]] again."\n',
		],
		[
			'links an id at the start of a block scalar',
			'summary: |\n  2024-08-15-mail again.\n',
			'summary: |\n  [[2024-08-15-mail]] again.\n',
		],
		['offers no link in a flow mapping', `updates: [{ at: ${SECOND}, body: As in 2024-08-15-mail. }]\n`, undefined],
	])('%s', (_, summary, fixed) => {
		const before = record('2024-08-27-mail', SECOND, summary);
		const file = openText(base + before)
			.fixed('reference/unlinked')
			.files.get('/incidents/2024-08-27-mail.yaml');
		expect(findingLines(base + before, 'reference/unlinked')).toHaveLength(1);
		expect(file).toBe(before.slice(before.indexOf('\n') + 1).replace(summary, fixed ?? summary));
	});
});

describe('fixes of reference/unlinked in Markdown', () => {
	const base = record('2024-08-15-mail', '2024-08-15T05:30:00Z');
	test.each([
		[
			'escape the bar in a table cell',
			'| Before |\n|---|\n| the August 15 issue |\n',
			'| Before |\n|---|\n| [[2024-08-15-mail\\|the August 15 issue]] |\n',
		],
		[
			'join the lines of a quote',
			'> As in the August 15\n> issue.\n',
			'> As in [[2024-08-15-mail|the August 15 issue]].\n',
		],
	])('%s', (_, body, fixed) => {
		const head = `---\ntitle: B\nimpact: minor\nstarted_at: ${SECOND}\n---\n\n`;
		const log = openText(`${base}//- /incidents/b.md\n${head}${body}`);
		expect(log.fixed('reference/unlinked').files.get('/incidents/b.md')).toBe(head + fixed);
	});
});

describe('reference/vague', () => {
	test.each([
		'the **previous** incident',
		'the previous `--force` incident',
		'the previous ``a ` b`` incident',
		'the previous <b>incident</b>',
		'the previous [incident](https://example.com)',
		'the previous\n> incident',
		'the previous https://example.com/x incident',
		'the previous {{ tag }} incident',
	])('finds a phrase with markup between its words: %j', phrase => {
		const found = findingLines(`//- /postmortems/a.md\n# a\n\n> See ${phrase}.\n`, 'reference/vague');
		expect(found).toHaveLength(1);
	});

	test.each<[string, readonly string[]]>([
		['See the previous postmortem for more.', ['previous postmortem']],
		['It was caused by the last outage, again.', ['last outage']],
		['Much like our earlier\nincident.', ['earlier\nincident']],
		['See the last outage of the registry.', []],
		['See the previous postmortem ([[2024-08-15-mail]]).', []],
		["See last week's bulletin.", []],
		['The previous incident taught us a lot.', []],
		['See the `last incident`.', []],
	])('finds the vague phrases of %j', (sentence, expected) => {
		const found = findingLines(`//- /postmortems/a.md\n# a\n\n${sentence}\n`, 'reference/vague');
		expect(found.map(line => /«([^»]*)»/.exec(line)?.[1])).toEqual(expected);
	});
});
