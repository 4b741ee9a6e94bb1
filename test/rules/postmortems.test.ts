import { describe, expect, test } from 'vitest';
import { findingLines, openText } from './report-text.ts';

const page = (body: string, front = '') =>
	`//- /postmortems/2024-08-26-mail.md\n${front === '' ? '' : `---\n${front}\n---\n\n`}${body}`;

/** What a rule says of a page, without path and code. */
const said = (text: string, code: string) => findingLines(text, code).map(line => line.replace(/^\S+ \S+ /, ''));
const found = (text: string, code: string) => said(text, code).map(line => /^«([^»]*)»/.exec(line)?.[1]);
const levels = (text: string, code: string) =>
	openText(text)
		.findings()
		.flatMap(finding => (finding.code === code ? finding.level : []));

describe('sections', () => {
	const missing = (body: string, front?: string) =>
		said(page(body, front), 'postmortem/section-missing').map(line =>
			line.replace(/^.*no sections? |; expected.*$/g, ''),
		);
	const rest = '## Impact\n\n## Timeline\n\n## Root cause\n\n## Resolution\n\n## Action items\n';

	test.each<[string, string, string | undefined, readonly string[]]>([
		['all of them', `# Mail\n\n## Summary\n\n${rest}`, undefined, []],
		['numbered', `# Mail\n\n## 1. Summary:\n\n${rest}`, undefined, []],
		['as bold words', `# Mail\n\n- **Summary:** short\n\n${rest}`, undefined, []],
		['as bold words in a numbered list', `# Mail\n\n1. **Summary:** short\n\n${rest}`, undefined, []],
		['as bold words in code', `# Mail\n\n\`\`\`\n**Summary:** short\n\`\`\`\n\n${rest}`, undefined, ['`Summary`']],
		['in the front matter', `# Mail\n\n${rest}`, 'summary: Mail was late.', []],
		['a word of another name', `# Mail\n\n## Summarily\n\n${rest}`, undefined, ['`Summary`']],
		['in code', `# Mail\n\n\`\`\`\n## Summary\n\`\`\`\n\n${rest}`, undefined, ['`Summary`']],
		[
			'an empty file',
			'',
			undefined,
			['`Summary`, `Impact`, `Timeline`, `Root cause`, `Resolution` and `Action items`'],
		],
	])('%s', (_, body, front, expected) => {
		expect(missing(body, front)).toEqual(expected);
	});

	test('a draft is told in a whisper', () => {
		const body = '# Mail\n\n## Impact\n\n## Timeline\n\nTBD\n';
		const codes = ['postmortem/section-missing', 'postmortem/section-empty', 'postmortem/placeholder'];
		expect(codes.flatMap(code => levels(page(body, 'status: draft'), code))).toEqual(['hint', 'hint', 'hint']);
		expect(codes.flatMap(code => levels(page(body), code))).toEqual(['info', 'warning', 'warning']);
	});

	test('headings are put where they belong', () => {
		const mended = (body: string) =>
			openText(page(body)).fixed('postmortem/section-missing').files.get('/postmortems/2024-08-26-mail.md');
		expect(mended('# Mail\n\n### Impact\n\nx\n\n### Resolution\n\nx')).toBe(
			'# Mail\n\n### Summary\n\n### Impact\n\nx\n\n### Timeline\n\n### Root cause\n\n### Resolution\n\nx\n\n### Action items\n',
		);
		expect(mended('')).toBe(
			'## Summary\n\n## Impact\n\n## Timeline\n\n## Root cause\n\n## Resolution\n\n## Action items\n',
		);
	});

	test.each<[string, string, readonly string[]]>([
		['a heading alone is no page', '# Mail\n', []],
		['a picture is something', '# Mail\n\n## Impact\n\n![graph](a.png)\n', []],
		['code is something', '# Mail\n\n## Impact\n\n```\n500\n```\n', []],
		['a rule and an empty item are nothing', '# Mail\n\n## Impact\n\n-\n\n---\n\n## Timeline\n\nx\n', ['Impact']],
		['a comment is nothing', '# Mail\n\n## Impact\n\n<!-- who?\n\n## really -->\n', ['Impact']],
		['an image after a comment is content', '# Mail\n\n## Impact\n\n<!-- who? --> ![graph](a.png)\n', []],
		['a comment that is not closed is nothing', '# Mail\n\n## Impact\n\n<!-- who?\n', ['Impact']],
		['behind a timeline', '# Mail\n\n## Timeline\n\n### 05:30\n\n## Impact\n', ['Impact']],
	])('empty: %s', (_, body, expected) => {
		expect(found(page(body), 'postmortem/section-empty')).toEqual(expected);
	});
});

describe('placeholders', () => {
	test.each<[string, string, readonly string[]]>([
		['at the head of an item', '- TODO write this\n', ['TODO']],
		['in brackets', 'The cause [TODO] is known.\n', ['TODO']],
		['in a cell', '| when | what |\n|---|---|\n| TBD | Alert |\n', ['TBD']],
		['a time of a template', '- HH:MM Alert\n', ['HH:MM']],
		['spoken of', 'We left a TODO in the code and read the TBD-list.\n', ['TBD']],
		['small letters', 'todo: nothing. tbd.\n', []],
		['a link', '[your dashboard](https://example.com) and [insert-mode][i]\n\n[i]: https://example.com\n', []],
		['a tag', 'Press <kbd>Enter</kbd> or <your name>.\n', ['<your name>']],
		['a tag in code', '```\nuser add <your name>\n```\n\n    kill <your pid>\n', []],
		['a tag in a code span over two lines', 'Run `user add\n<your name>` first.\n', []],
		['a tag in an indented paragraph of an item', '- One\n\n    Ask <your name> first.\n', ['<your name>']],
		['a tag after a fence in a quote', '> ```\n> a\n> ```\n\nAsk <your name>.\n', ['<your name>']],
		['a heading of things to do', '## TODO\n\n- [ ] Alert (owner: x)\n', []],
		['an owner that is not known yet', '## Action items\n\n| what | owner |\n|---|---|\n| Alert | TBD |\n', []],
		['an action item that is not known yet', '## Action items\n\n- [ ] TBD\n', ['TBD']],
		['code', '`TBD` and\n\n    TODO: x\n', []],
		['a comment', '<!-- TODO: x -->\n', []],
	])('%s', (_, body, expected) => {
		expect(found(page(`# Mail\n\n${body}`), 'postmortem/placeholder')).toEqual(expected);
	});
});

describe('action items', () => {
	const items = (...lines: readonly string[]) => page(`# Mail\n\n## Action items\n\n${lines.join('\n')}\n`);
	const owners = (...lines: readonly string[]) => found(items(...lines), 'postmortem/action-item-owner');

	test.each<[string, readonly string[], readonly (string | undefined)[]]>([
		['signed at its head', ['- [ ] Ana: bound the queue', '- [ ] Alert @b'], []],
		['signed at its end', ['- [ ] Bound the queue (Ana and Ben)', '- [ ] Alert @b'], []],
		[
			'in capitals is no signature',
			['- [ ] bound the queue (see below)', '- [ ] Alert @b'],
			['bound the queue (see below)'],
		],
		['a ticket', ['- [ ] bound the queue OPS-12', '- [ ] drain it #12', '- [ ] Alert @b'], []],
		[
			'a cell of a table',
			['| what | owner |', '|---|---|', '| Alert | b |', '| Drain | - |', '| Bound | |'],
			['-', 'Bound'],
		],
		['done in a table', ['| what | owner | status |', '|---|---|---|', '| Alert | b | |', '| Drain | | Done |'], []],
	])('owner: %s', (_, lines, expected) => {
		expect(owners(...lines)).toEqual(expected);
	});

	test('a list in which nobody owns anything is a matter of style', () => {
		expect(levels(items('- Alert', '- Bound the queue'), 'postmortem/action-item-owner')).toEqual(['hint', 'hint']);
		expect(levels(items('- Alert @b', '- Bound the queue'), 'postmortem/action-item-owner')).toEqual(['warning']);
	});

	test('a day in a list is expected where others have one', () => {
		expect(found(items('- Alert', '- Bound it'), 'postmortem/action-item-due')).toEqual([]);
		expect(found(items('- Alert by 2030-01-01', '- Bound it'), 'postmortem/action-item-due')).toEqual(['Bound it']);
	});

	test('a day that cannot be read is there', () => {
		const record = '//- /incidents/a.yaml\ntitle: a\nimpact: minor\nstarted_at: 2024-08-26T05:30:00Z\n';
		expect(findingLines(`${record}action_items: [{ title: x, owner: y, due: soon }]\n`, 'postmortem/')).toEqual([]);
		expect(findingLines(`${record}action_items: [{ title: x, owner: y, due: 5 }]\n`, 'postmortem/')).toEqual([]);
	});

	test('late is later than the day in the zone of the log', () => {
		const text = (zone: string) =>
			`//- /incident-log.yaml\ntime_zone: ${zone}\n${items('- [ ] Alert @b by 2024-08-31', '- [x] Drain @b by 2024-08-01')}`;
		const late = (zone: string) =>
			findingLines(text(zone), 'postmortem/action-item-overdue', '2024-09-01T02:00:00Z').length;
		expect([late('Europe/Berlin'), late('America/New_York')]).toEqual([1, 0]);
	});
});

describe('a draft', () => {
	const draft = (front: string, rest = '') =>
		findingLines(
			`${page('# Mail\n', `status: draft\n${front}`)}${rest}`,
			'postmortem/draft-overdue',
			'2024-10-01T00:00:00Z',
		);

	test('is overdue by the end of its last incident', () => {
		const record = (id: string, end: string) =>
			`//- /incidents/${id}.yaml\ntitle: a\nimpact: minor\nstarted_at: 2024-08-26T05:30:00Z\nresolved_at: ${end}\n`;
		const records = record('a', '2024-08-27T00:00:00Z') + record('b', '2024-09-02T00:00:00Z');
		expect(draft('incident: a', records)).toHaveLength(1);
		expect(draft('incidents: [a, b]', records)).toHaveLength(0);
	});

	test('is overdue by its own day without one', () => {
		expect(draft('title: x')).toHaveLength(1);
		expect(draft('id: mail')).toHaveLength(1);
		expect(
			findingLines('//- /postmortems/mail.md\n---\nstatus: draft\n---\n\n# Mail\n', 'postmortem/draft-overdue'),
		).toEqual([]);
	});
});
