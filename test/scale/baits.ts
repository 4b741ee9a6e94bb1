import type { DocumentKind } from '../../src/core/document-kind.ts';

/** A text on which a careless reader takes more than linear time. */
export interface Bait {
	readonly name: string;
	/** From the root of the log. The extension determines the format. */
	readonly path: string;
	readonly kind: DocumentKind;
	/** A text of about `size` UTF-16 units. */
	readonly text: (size: number) => string;
}

type Part = string | ((index: number) => string);

function fill(part: Part, size: number): string {
	if (typeof part === 'string') {
		return part.repeat(Math.ceil(size / part.length));
	}
	const parts: string[] = [];
	for (let length = 0, index = 0; length < size; index++) {
		const next = part(index);
		parts.push(next);
		length += next.length;
	}
	return parts.join('');
}

/** Returns `head`, then `part` repeated up to the size, then `tail`. */
function bait(path: string, kind: DocumentKind, name: string, part: Part, head = '', tail = ''): Bait {
	return { name: `${path.split('/')[0]}: ${name}`, path, kind, text: size => head + fill(part, size) + tail };
}

const RECORD = 'title: Search answered slowly\nimpact: minor\nstarted_at: 2024-08-26T05:30:00-04:00\n';
const UPDATES = `${RECORD}updates:\n`;
const yaml = (name: string, part: Part, head = RECORD, tail = '\n') =>
	bait('incidents/2024-08-26-search.yaml', 'incident', name, part, head, tail);
const record = (name: string, part: Part, head = '', tail = '\n') =>
	bait('incidents/2024-08-26-search.md', 'incident', `Markdown, ${name}`, part, `---\n${RECORD}---\n\n${head}`, tail);
const POSTMORTEM = '---\nincident: 2024-08-26-search\nstatus: published\n---\n\n';
const postmortem = (name: string, part: Part, head = '', tail = '\n') =>
	bait('postmortems/2024-08-26-search.md', 'postmortem', name, part, POSTMORTEM + head, tail);
const BULLETIN = '# 2024-08-31\n\n## Trailing 2 Weeks Incidents\n\n';
const bulletin = (name: string, part: Part, head = '', tail = '\n') =>
	bait('bulletins/2024-08-31.md', 'bulletin', name, part, BULLETIN + head, tail);
const configuration = (name: string, part: Part, head = '', tail = '\n') =>
	bait('incident-log.yaml', 'configuration', name, part, head, tail);
const CSTATE = '---\ntitle: A\ndate: 2024-08-26 05:30:00\nresolved: true\nseverity: down\naffected: [a]\n---\n\n';
const cstate = (name: string, part: Part, head = CSTATE, tail = '\n') =>
	bait('content/issues/2024-08-26-search.md', 'incident', `cState, ${name}`, part, head, tail);
const STATUSFY = '---\ntitle: A\ndate: 2024-08-26T05:30:00Z\naffectedsystems: [a]\n---\n\n';
const statusfy = (name: string, part: Part, head = STATUSFY, tail = '\n') =>
	bait('content/search.md', 'incident', `Statusfy, ${name}`, part, head, tail);
const headed = (name: string, part: Part, head = '', tail = '\n') =>
	bait('incidents/headed.md', 'incident', `Markdown head, ${name}`, part, head, tail);

const two = (n: number) => String(n % 60).padStart(2, '0');
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const ENTRY = '* August 26: Search was slow (05:30 EDT): ';

/** Shapes of prose in any kind of page. */
const PROSE: readonly (readonly [string, Part, string?, string?])[] = [
	['opening brackets', '['],
	['closing brackets', ']'],
	['pairs of brackets', '[]'],
	['brackets and parentheses', '[a]('],
	['links without an end', '[a](b '],
	['opening parentheses', '('],
	['pairs of parentheses', '()'],
	['quoted destinations', '[a](b "c'],
	['angle destinations', '[a](<b'],
	['escaped brackets', '\\[['],
	['wiki links', '[[2024-08-15-store]] '],
	['wiki links without an end', '[[2024-08-15-store '],
	['opening wiki links', '[['],
	['backticks', '`'],
	['runs of backticks', index => `${'`'.repeat((index % 300) + 1)}a`],
	['code spans', '`a` '],
	['reference links', '[a][b] ', '[a]: b.md\n\n'],
	['brackets on a page with definitions', '[a', '[a]: b.md\n\n', ']'],
	['links in brackets', '[a](b.md) ', '['.repeat(500)],
	['opened images', '![a](b '],
	['blocks of HTML with opened comments', '<div><!--\n\n'],
	['asterisks', '*'],
	['opening emphasis', '**a '],
	['emphasis within emphasis', '*a **b '],
	['underscores', '_a_'],
	['opening comments', '<!--'],
	['opening comments on lines', '<!-- a\n\n'],
	['comments', '<!-- a --> '],
	['angle brackets', '<'],
	['tags without an end', '<a b="'],
	['tags with attributes', 'a=b ', '<a '],
	['ambiguous attributes', '=  : : ', '<A\t: ', '\'>">'],
	['processing instructions', '<?a '],
	['declarations', '<!A '],
	['CDATA', '<![CDATA['],
	['autolinks', '<http://a '],
	['addresses', 'https://example.org/a '],
	['an address', 'a', 'https://example.org/'],
	['spaces', ' ', 'a', 'b'],
	['tabs', '\t', 'a', 'b'],
	['non-breaking spaces', '\u00a0', 'a', 'b'],
	['empty lines', '\n', 'a', 'b'],
	['CR LF', '\r\n', 'a', 'b'],
	['carriage returns', '\r', 'a', 'b'],
	['lines with spaces', '  \n', 'a', 'b'],
	['digits', '1'],
	['digits with blanks', '1 '],
	['dates', '2024-08-26 '],
	['runs of digits and hyphens', '2024-08-26-'],
	['times of day', '05:30 '],
	['times with zones', '05:30 EDT, '],
	['instants', '2024-08-26T05:30:00Z '],
	['days of months', 'August 26 '],
	['ordinals', 'the 26th of August '],
	['months', 'August '],
	['weekdays', 'Monday, '],
	['dated weekdays', 'Monday, August 26, '],
	['zone names', 'America/New_York '],
	['zone abbreviations', 'EST '],
	['offsets', 'UTC+02:00 '],
	['durations', '90 minutes '],
	['units', 'minutes '],
	['amounts and conjunctions', '1 hour and '],
	['fractions', '½ '],
	['cues of durations', 'it lasted about '],
	['cues of impact', 'no customer '],
	['percentages', '5% down '],
	['ids', 'INC-2024-'],
	['slugs', 'a-'],
	['references in words', 'see the previous incident '],
	['vague references', 'see last week '],
	['earlier incidents', 'the August 15 incident '],
	['opened quotes', '"'],
	['nested quotes', '> '],
	['quote marks', '>'],
	['a word', 'a'],
	['capitals', 'A'],
	['words', 'lorem '],
	['sentences', 'It broke. '],
	['full stops', '.'],
	['colons', ':'],
	['colons with blanks', ': '],
	['hyphens', '-'],
	['dashes', '–'],
	['commas', ', '],
	['slashes', '/'],
	['backslashes', '\\'],
	['ampersands', '&'],
	['entities', '&amp;'],
	['at signs', '@a '],
	['exclamation marks', '!['],
	['hash signs', '#'],
	['equals signs', '='],
	['tildes', '~'],
	['braces', '{'],
	['shortcodes', '{{< '],
	['pipes', '|'],
	['surrogates', '\ud800'],
	['emoji', '😀'],
	['combining marks', '\u0301', 'a'],
	['one-letter lines', 'a\n'],
	['paragraphs', 'a\n\n'],
	['indented lines', '    a\n'],
	['headings', '## August 26\n\n'],
	['headings without text', '#\n'],
	['underlined headings', 'a\n=\n'],
	['list items', '* a\n'],
	['loose list items', '* a\n\n'],
	['numbered items', index => `${index + 1}. a\n`],
	['dashes of items', '- ', '', 'a'],
	['items of items', index => `${'  '.repeat(index % 60)}- a\n`],
	['tables', '| a | b |\n', '| a | b |\n|---|---|\n'],
	['table cells', '| a ', '', '|\n|---|\n'],
	['columns', '|-', '| a |\n'],
	['empty cells', '||\n', '| a | b |\n|---|---|\n'],
	['definitions', index => `[a${index}]: b\n`],
	['one definition', '[a]: b\n\n'],
	['definitions in use', index => `[a${index % 500}] `, '[a1]: b\n\n'],
	['fences', '```\n'],
	['fences of many lengths', index => `${'`'.repeat(3 + (index % 100))}\na\n`],
	['thematic breaks', '---\n'],
	['task items', '- [ ] a\n'],
	['suppressions', '<!-- incident-log-disable time/order -->\n\n'],
	['suppressions of the next line', '<!-- incident-log-disable-next-line time/order, time/zone -->\n'],
	['misspelt suppressions', '<!-- incident-log-disabel x -->\n\n'],
	['placeholders', '<!-- picture --> [insert name] '],
	['incident comments', '<!-- incident: {impact: minor} -->\n\n'],
];

/** Each shape is tested in one of the three kinds of page, which share their readers of prose. */
const PAGES: readonly ((name: string, part: Part, head?: string, tail?: string) => Bait)[] = [
	record,
	(name, part, head = '', tail = '\n') => postmortem(`timeline, ${name}`, part, `## Timeline\n\n* 05:30 ${head}`, tail),
	(name, part, head = '', tail = '\n') => bulletin(`entry, ${name}`, part, ENTRY + head, tail),
];

export const baits: readonly Bait[] = [
	...PROSE.flatMap(([name, part, head, tail], index) => PAGES[index % PAGES.length]?.(name, part, head, tail) ?? []),
	bulletin('blanks after a day', ' ', '* August 26', 'x\n'),
	bulletin('tabs after a day', '\t', '* August 26', 'x\n'),
	bulletin('blanks before a colon', ' ', '* **August 26**', ':\n'),
	bulletin('blanks after a colon', ' ', '* August 26:', 'x'),
	bulletin('blanks before a range', ' ', '* August 26', '- 27: a\n'),
	bulletin('asterisks after a day', '*', '* August 26', '\n'),
	bulletin('blanks in parentheses', ' ', '* August 26: A (05:30', 'EDT): B\n'),
	bulletin(
		'entries',
		index => `* August ${20 + (index % 9)}: Search ${index} was slow (05:30 EDT): For 20 minutes.\n\n`,
	),
	bulletin('entries of one day', '* August 26: Search was slow (05:30 EDT): For 20 minutes.\n\n'),
	bulletin('short entries', '* August 26: A\n'),
	bulletin('entries of no time', index => `* August 26: A ${index} (9:30 EST)\n`),
	bulletin('empty entries', '* August 26:\n'),
	bulletin('entries with wiki links', index => `* [[2024-08-2${index % 10}-search]]\n`),
	bulletin('entries of weekdays', index => `* ${DAYS[index % 7]}, August 26: A (05:30 EDT): B\n`),
	bulletin('dated headings', index => `### August ${20 + (index % 9)}: A ${index}\n\nB.\n\n`),
	bulletin('dates of another year', '2023 ', '* August 26, '),
	postmortem('entries of a timeline', index => `- 05:${two(index)} Event ${index}\n`, '## Timeline\n\n'),
	postmortem(
		'a table of times',
		index => `| 05:${two(index)} | Event ${index} |\n`,
		'## Timeline\n\n| Time (EDT) | Event |\n|---|---|\n',
	),
	postmortem(
		'a table with dates',
		index => `| 2024-08-26 05:${two(index)} EDT | Event |\n`,
		'## Timeline\n\n| Time | Event |\n|---|---|\n',
	),
	postmortem('bare lines of a timeline', index => `05:${two(index)} a\n`, '## Timeline\n\n'),
	postmortem('sections of a timeline', '## Timeline\n\n- 05:30 a\n\n'),
	postmortem('blanks before a zone', ' ', '## Timeline (all times', 'UTC)\n\n- 05:30 a\n'),
	postmortem(
		'action items',
		index => `- [ ] Do ${index} @ann (due 2024-09-0${(index % 9) + 1})\n`,
		'## Action items\n\n',
	),
	postmortem(
		'a table of action items',
		index => `| Do ${index} | Ann | 2024-09-01 |\n`,
		'## Action items\n\n| Action | Owner | Due |\n|---|---|---|\n',
	),
	postmortem('empty sections', index => `## Section ${index}\n\n`),
	postmortem('sections of one name', '## Summary\n\nTODO\n\n'),
	postmortem('bold labels', '**Date:** a\n'),
	bait(
		'postmortems/2024-08-26-a.yaml',
		'postmortem',
		'YAML action items',
		'  - { text: a, owner: b }\n',
		'incident: a\naction_items:\n',
	),
	yaml('unknown fields', index => `f${index}: a\n`),
	yaml('misspelt fields', index => `resolved_at${index}: a\n`),
	yaml('unknown fields in items', index => `  - { at: 2024-08-26T05:30:00Z, bodi${index}: a }\n`, UPDATES),
	yaml('fields of an item', index => `    f${index}: a\n`, `${UPDATES}  - at: a\n`),
	yaml('one field again and again', 'title: a\n'),
	yaml(
		'updates',
		index => `  - { at: 2024-08-26T05:30:${two(index)}-04:00, status: investigating, body: a }\n`,
		UPDATES,
	),
	yaml('updates as blocks', '  - at: 2024-08-26T05:30:00-04:00\n    body: a\n', UPDATES),
	yaml('empty updates', '  -\n', UPDATES),
	yaml('a timeline', index => `  - { at: 2024-08-26T05:30:${two(index)}-04:00, text: a }\n`, `${RECORD}timeline:\n`),
	yaml('a timeline without offsets', '  - { at: 2024-08-26T05:30, text: a }\n', `${RECORD}timeline:\n`),
	yaml('references', index => `  - { id: 2024-08-15-a${index}, relation: related }\n`, `${RECORD}references:\n`),
	yaml('references to one', '  - 2024-08-15-store\n', `${RECORD}references:\n`),
	yaml('components', index => `  - c${index}\n`, `${RECORD}components:\n`),
	yaml('components in flow', index => `c${index}, `, `${RECORD}components: [`, ']\n'),
	yaml('a component again and again', 'a, ', `${RECORD}components: [`, ']\n'),
	yaml('wrong types', index => `  - [${index}]\n`, `${RECORD}components:\n`),
	yaml('a flow sequence', '1, ', `${RECORD}x-a: [`, ']\n'),
	yaml('a flow sequence without an end', '1, ', `${RECORD}x-a: [`),
	yaml('flow mappings', index => `a${index}: 1, `, `${RECORD}x-a: {`, '}\n'),
	yaml('flow mappings in one', '{a: b}, ', `${RECORD}x-a: [`, ']\n'),
	yaml('opening brackets', '[', `${RECORD}x-a: `),
	yaml('opening brackets, each on a line', 'x: [\n'),
	yaml('opening braces, each on a line', 'x: {\n'),
	yaml('pairs of brackets', '[],', `${RECORD}x-a: [`),
	yaml('open quotes, each on a line', 'x: "a\n'),
	yaml('an open quote', 'a\n', `${RECORD}x-a: "`),
	yaml('quotes', '"'),
	yaml('single quotes', "'", `${RECORD}x-a: `),
	yaml('escapes', '\\n', `${RECORD}x-a: "`, '"\n'),
	yaml('text after quotes', 'x: "a" b\n'),
	yaml('colons in values', 'x: a: b\n'),
	yaml('colons', ': '),
	yaml('dashes', '- '),
	yaml('question marks', '? '),
	yaml('words without colons', 'a\n'),
	yaml('words without colons, apart', 'a\n\n'),
	yaml('tabs in indentations', 'x:\n\ta: b\n'),
	yaml('tabs', '\t'),
	yaml('spaces', ' ', `${RECORD}x-a:`, 'b\n'),
	yaml('spaces before a comment', ' ', `${RECORD}x-a: "a" b`, '#\n'),
	yaml('empty lines', '\n', `${RECORD}x-a:`, 'b\n'),
	yaml('CR LF', '\r\n', `${RECORD}x-a:`, 'b\n'),
	yaml('carriage returns', '\r', `${RECORD}x-a:`, 'b\n'),
	yaml('comments', '# a\n'),
	yaml('a comment', '#', `${RECORD}`),
	yaml('comments after values', index => `x-${index}: a # b\n`),
	yaml('suppressions', '# incident-log-disable-next-line time/order\n'),
	yaml('suppressions of many codes', 'time/order, ', '# incident-log-disable-next-line '),
	yaml('suppressions after values', index => `f${index}: a # incident-log-disable-line schema/unknown-field\n`),
	yaml('disabled and enabled', '# incident-log-disable time/order\n# incident-log-enable\n'),
	yaml('anchors', index => `x-${index}: &a${index} b\n`),
	yaml('one anchor', index => `x-${index}: &a b\n`),
	yaml('aliases', index => `x-${index}: *a\n`, `${RECORD}x-a: &a b\n`),
	yaml('aliases in flow', '*a, ', `${RECORD}x-a: &a b\nx-b: [`, ']\n'),
	yaml('merge keys', '<<: *a\n', `${RECORD}x-a: &a {b: c}\n`),
	yaml('tags', index => `x-${index}: !a b\n`),
	yaml('documents', '---\na: b\n'),
	yaml('ends of documents', '...\n'),
	yaml('directives', '%A\n'),
	yaml('merge conflicts', '<<<<<<< a\n=======\n>>>>>>> b\n'),
	yaml('deep indentation', index => `${' '.repeat(index)}a:\n`),
	yaml('keys further in', 'a: b\n  c: d\n'),
	yaml('a word', 'a', `${RECORD}x-a: `),
	yaml('a key', 'a', RECORD, ': b\n'),
	yaml('a title', 'a', 'impact: minor\ntitle: ', '\n'),
	yaml('a number', '1', `${RECORD}x-a: `),
	yaml('a time', '1', 'title: a\nstarted_at: ', '\n'),
	yaml('a time of blanks', ' ', 'title: a\nstarted_at: "2024-08-26', '05:30"\n'),
	yaml('a time of zones', '[a]', 'title: a\nstarted_at: "2024-08-26T05:30', '"\n'),
	yaml('a block', 'a\n', `${RECORD}summary: |\n  `),
	yaml('an indented block', '  a\n', `${RECORD}summary: |\n`),
	yaml('a folded block', '  a\n\n', `${RECORD}summary: >\n`),
	yaml('a folded value', '  a\n', `${RECORD}summary:\n`),
	yaml('yes and no', index => `x-${index}: yes\n`),
	yaml('floats in bases', index => `x-${index}: 1:30\n`),
	yaml('a byte-order mark on each line', '\ufeffa: b\n'),
	yaml('NEL and LS', '\u2028\u0085', `${RECORD}x-a: `),
	configuration('unknown rules', index => `  time/ordr${index}: off\n`, 'rules:\n'),
	configuration('rules without a group', index => `  r${index}: off\n`, 'rules:\n'),
	configuration('one rule', '  time/order: off\n', 'rules:\n'),
	configuration('levels of rules', index => `  a/b${index}: [warnin, {}]\n`, 'rules:\n'),
	configuration('impact levels', index => `    - l${index}\n`, 'impact:\n  levels:\n'),
	configuration('one impact level', '    - minor\n', 'impact:\n  levels:\n'),
	configuration('impact levels in flow', index => `l${index}, `, 'impact: { levels: [', '] }\n'),
	configuration(
		'aliases of levels',
		index => `    a${index}: moderate\n`,
		'impact:\n  levels: [none, minor]\n  aliases:\n',
	),
	configuration(
		'levels and aliases',
		index => `    a${index}: b${index}\n`,
		`impact:\n  levels: [${Array.from({ length: 2000 }, (_, i) => `l${i}`).join(', ')}]\n  aliases:\n`,
	),
	configuration('components', index => `  - c${index}\n`, 'components:\n'),
	configuration('components with titles', index => `  - c${index}: { title: a }\n`, 'components:\n'),
	configuration('components as a mapping', index => `  c${index}: a\n`, 'components:\n'),
	configuration('globs', index => `    - "**/a${index}/*.md"\n`, 'files:\n  incidents:\n'),
	configuration('unknown fields', index => `f${index}: a\n`),
	configuration('own fields', index => `    f${index}: { type: string }\n`, 'fields:\n  incident:\n'),
	configuration('own values', index => `v${index}, `, 'fields:\n  incident:\n    f: { enum: [', '] }\n'),
	configuration('wrong keywords', index => `    f${index}: { pattern: a }\n`, 'fields:\n  incident:\n'),
	configuration('placeholders of ids', '{a}', 'id: "', '"\n'),
	configuration('braces of ids', '{', 'id: "', '"\n'),
	cstate('shortcodes', '*Resolved* - a {{< track "2024-08-26 07:10:00" >}}\n\n'),
	cstate('opening shortcodes', '{{< track '),
	cstate('shortcodes without an end', '{{< track "'),
	cstate('unknown fields', index => `f${index}: a\n`, CSTATE.replace('---\n\n', ''), '---\n'),
	cstate(
		'affected parts',
		index => `a${index}, `,
		'---\ntitle: A\ndate: 2024-08-26\nresolved: true\nseverity: down\naffected: [',
		']\n---\n',
	),
	statusfy('containers', '::: update Resolved | 2024-08-26T07:10:00Z\na\n:::\n\n'),
	statusfy('opening containers', '::: update '),
	statusfy('colons', ':::\n'),
	headed('a dated heading', 'a', '# 2024-08-26 '),
	headed('blanks of a heading', ' ', '# 2024-08-26', 'x\n'),
	headed('keys and values', 'Title: a\n'),
	headed('blanks of a value', ' \t', 'Title: a\nDate:', 'x\n'),
	headed('labels', '**Date:** 2024-08-26\n', '# A\n\n'),
	headed('blanks of a label', '\t', '# A\n\n- **Date', 'x\n'),
	headed('label rows', '| Date | 2024-08-26 |\n', '# A\n\n| a | b |\n|---|---|\n'),
	headed('lists of labels', index => `- F${index}: a\n`, '# A\n\n'),
	headed('unclosed front matter', 'a: b\n', '---\n'),
	headed('unclosed front matter of blanks', ' ', '---\n'),
	headed('unclosed front matter of empty lines', ' \n', '---\na: b\n'),
	headed('dashes of front matter', '--- a\n', '---\n'),
];
