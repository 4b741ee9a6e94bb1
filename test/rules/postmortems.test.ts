import { describe, expect, test } from 'vitest';
import { findingLines, openText } from './report-text.ts';

const page = (body: string, front = '') =>
	`//- /postmortems/2024-08-26-mail.md\n${front === '' ? '' : `---\n${front}\n---\n\n`}${body}`;

/** Formats the findings of a rule as "«text» message". */
const messages = (text: string, code: string) => findingLines(text, code).map(line => line.replace(/^\S+ \S+ /, ''));
const reportedTexts = (text: string, code: string) => messages(text, code).map(line => /^«([^»]*)»/.exec(line)?.[1]);
const levels = (text: string, code: string) =>
	openText(text)
		.findings()
		.flatMap(finding => (finding.code === code ? finding.level : []));

describe('missing and empty sections', () => {
	const missing = (body: string, front?: string) =>
		messages(page(body, front), 'postmortem/section-missing').map(line =>
			line.replace(/^.*Missing sections? |\. Expected.*$/g, ''),
		);
	const rest = '## Impact\n\n## Timeline\n\n## Root cause\n\n## Resolution\n\n## Action items\n';

	test.each<[string, string, string | undefined, readonly string[]]>([
		['accepts all sections', `# Mail\n\n## Summary\n\n${rest}`, undefined, []],
		['accepts numbered headings', `# Mail\n\n## 1. Summary:\n\n${rest}`, undefined, []],
		['accepts bold words', `# Mail\n\n- **Summary:** short\n\n${rest}`, undefined, []],
		['accepts bold words in a numbered list', `# Mail\n\n1. **Summary:** short\n\n${rest}`, undefined, []],
		['ignores bold words in code', `# Mail\n\n\`\`\`\n**Summary:** short\n\`\`\`\n\n${rest}`, undefined, ['`Summary`']],
		['accepts fields in the front matter', `# Mail\n\n${rest}`, 'summary: Mail was late.', []],
		['reports a heading that only begins with the name', `# Mail\n\n## Summarily\n\n${rest}`, undefined, ['`Summary`']],
		['ignores headings in code', `# Mail\n\n\`\`\`\n## Summary\n\`\`\`\n\n${rest}`, undefined, ['`Summary`']],
		[
			'reports all sections of an empty file',
			'',
			undefined,
			['`Summary`, `Impact`, `Timeline`, `Root cause`, `Resolution` and `Action items`'],
		],
	])('%s', (_, body, front, expected) => {
		expect(missing(body, front)).toEqual(expected);
	});

	test('lowers the level to hint in a draft', () => {
		const body = '# Mail\n\n## Impact\n\n## Timeline\n\nTBD\n';
		const codes = ['postmortem/section-missing', 'postmortem/section-empty', 'postmortem/placeholder'];
		expect(codes.flatMap(code => levels(page(body, 'status: draft'), code))).toEqual(['hint', 'hint', 'hint']);
		expect(codes.flatMap(code => levels(page(body), code))).toEqual(['info', 'warning', 'warning']);
	});

	test('adds missing headings in the configured order', () => {
		const fixed = (body: string) =>
			openText(page(body)).fixed('postmortem/section-missing').files.get('/postmortems/2024-08-26-mail.md');
		expect(fixed('# Mail\n\n### Impact\n\nx\n\n### Resolution\n\nx')).toBe(
			'# Mail\n\n### Summary\n\n### Impact\n\nx\n\n### Timeline\n\n### Root cause\n\n### Resolution\n\nx\n\n### Action items\n',
		);
		expect(fixed('')).toBe(
			'## Summary\n\n## Impact\n\n## Timeline\n\n## Root cause\n\n## Resolution\n\n## Action items\n',
		);
	});

	test.each<[string, string, readonly string[]]>([
		['a page with only a heading is not reported', '# Mail\n', []],
		['a picture is content', '# Mail\n\n## Impact\n\n![graph](a.png)\n', []],
		['code is content', '# Mail\n\n## Impact\n\n```\n500\n```\n', []],
		[
			'a thematic break and an empty item are not content',
			'# Mail\n\n## Impact\n\n-\n\n---\n\n## Timeline\n\nx\n',
			['Impact'],
		],
		['a comment is not content', '# Mail\n\n## Impact\n\n<!-- who?\n\n## really -->\n', ['Impact']],
		['an image after a comment is content', '# Mail\n\n## Impact\n\n<!-- who? --> ![graph](a.png)\n', []],
		['an unclosed comment is not content', '# Mail\n\n## Impact\n\n<!-- who?\n', ['Impact']],
		['a section after a timeline is reported', '# Mail\n\n## Timeline\n\n### 05:30\n\n## Impact\n', ['Impact']],
	])('empty sections: %s', (_, body, expected) => {
		expect(reportedTexts(page(body), 'postmortem/section-empty')).toEqual(expected);
	});
});

describe('placeholders', () => {
	test.each<[string, string, readonly string[]]>([
		['at the start of an item', '- TODO write this\n', ['TODO']],
		['in brackets', 'The cause [TODO] is known.\n', ['TODO']],
		['in a table cell', '| when | what |\n|---|---|\n| TBD | Alert |\n', ['TBD']],
		['a time placeholder', '- HH:MM Alert\n', ['HH:MM']],
		['mentioned in a sentence', 'We left a TODO in the code and read the TBD-list.\n', ['TBD']],
		['not in lower case', 'todo: nothing. tbd.\n', []],
		['not a link', '[your dashboard](https://example.com) and [insert-mode][i]\n\n[i]: https://example.com\n', []],
		['an instruction in angle brackets, not an HTML tag', 'Press <kbd>Enter</kbd> or <your name>.\n', ['<your name>']],
		['not an instruction in code', '```\nuser add <your name>\n```\n\n    kill <your pid>\n', []],
		['not an instruction in a code span over two lines', 'Run `user add\n<your name>` first.\n', []],
		['an instruction in an indented paragraph of an item', '- One\n\n    Ask <your name> first.\n', ['<your name>']],
		['an instruction after a fence in a quote', '> ```\n> a\n> ```\n\nAsk <your name>.\n', ['<your name>']],
		['not a heading', '## TODO\n\n- [ ] Alert (owner: x)\n', []],
		['not the owner of an action item', '## Action items\n\n| what | owner |\n|---|---|\n| Alert | TBD |\n', []],
		['an action item', '## Action items\n\n- [ ] TBD\n', ['TBD']],
		['not in code', '`TBD` and\n\n    TODO: x\n', []],
		['not in a comment', '<!-- TODO: x -->\n', []],
	])('%s', (_, body, expected) => {
		expect(reportedTexts(page(`# Mail\n\n${body}`), 'postmortem/placeholder')).toEqual(expected);
	});
});

describe('action items', () => {
	const items = (...lines: readonly string[]) => page(`# Mail\n\n## Action items\n\n${lines.join('\n')}\n`);
	const owners = (...lines: readonly string[]) => reportedTexts(items(...lines), 'postmortem/action-item-owner');

	test.each<[string, readonly string[], readonly (string | undefined)[]]>([
		['a name at the start', ['- [ ] Ana: bound the queue', '- [ ] Alert @b'], []],
		['a name at the end', ['- [ ] Bound the queue (Ana and Ben)', '- [ ] Alert @b'], []],
		[
			'a text in parentheses without a name',
			['- [ ] bound the queue (see below)', '- [ ] Alert @b'],
			['bound the queue (see below)'],
		],
		['a ticket or an issue number', ['- [ ] bound the queue OPS-12', '- [ ] drain it #12', '- [ ] Alert @b'], []],
		[
			'an empty table cell, or one with a placeholder',
			['| what | owner |', '|---|---|', '| Alert | b |', '| Drain | - |', '| Bound | |'],
			['-', 'Bound'],
		],
		[
			'a completed item in a table',
			['| what | owner | status |', '|---|---|---|', '| Alert | b | |', '| Drain | | Done |'],
			[],
		],
	])('owner: %s', (_, lines, expected) => {
		expect(owners(...lines)).toEqual(expected);
	});

	test('lowers the level to hint in a list without owners', () => {
		expect(levels(items('- Alert', '- Bound the queue'), 'postmortem/action-item-owner')).toEqual(['hint', 'hint']);
		expect(levels(items('- Alert @b', '- Bound the queue'), 'postmortem/action-item-owner')).toEqual(['warning']);
	});

	test('expects a due date in a list only if another item has one', () => {
		expect(reportedTexts(items('- Alert', '- Bound it'), 'postmortem/action-item-due')).toEqual([]);
		expect(reportedTexts(items('- Alert by 2030-01-01', '- Bound it'), 'postmortem/action-item-due')).toEqual([
			'Bound it',
		]);
	});

	test('does not report an invalid due date as missing', () => {
		const record = '//- /incidents/a.yaml\ntitle: a\nimpact: minor\nstarted_at: 2024-08-26T05:30:00Z\n';
		expect(findingLines(`${record}action_items: [{ title: x, owner: y, due: soon }]\n`, 'postmortem/')).toEqual([]);
		expect(findingLines(`${record}action_items: [{ title: x, owner: y, due: 5 }]\n`, 'postmortem/')).toEqual([]);
	});

	test('an item is overdue after its due date in the zone of the log', () => {
		const text = (zone: string) =>
			`//- /incident-log.yaml\ntime_zone: ${zone}\n${items('- [ ] Alert @b by 2024-08-31', '- [x] Drain @b by 2024-08-01')}`;
		const overdue = (zone: string) =>
			findingLines(text(zone), 'postmortem/action-item-overdue', '2024-09-01T02:00:00Z').length;
		expect([overdue('Europe/Berlin'), overdue('America/New_York')]).toEqual([1, 0]);
	});

	test('an item with a due time is overdue after it', () => {
		const record = `//- /incidents/a.yaml
title: a
impact: minor
started_at: 2024-08-26T05:30:00Z
action_items: [{ title: x, owner: y, due: 2024-08-31T10:00:00Z }]
`;
		const overdue = (now: string) => findingLines(record, 'postmortem/action-item-overdue', now).length;
		expect([overdue('2024-08-31T09:59:00Z'), overdue('2024-08-31T10:01:00Z')]).toEqual([0, 1]);
	});
});

describe('an overdue draft', () => {
	const draft = (front: string, rest = '') =>
		findingLines(
			`${page('# Mail\n', `status: draft\n${front}`)}${rest}`,
			'postmortem/draft-overdue',
			'2024-10-01T00:00:00Z',
		);

	test('is measured from the end of its last incident', () => {
		const record = (id: string, end: string) =>
			`//- /incidents/${id}.yaml\ntitle: a\nimpact: minor\nstarted_at: 2024-08-26T05:30:00Z\nresolved_at: ${end}\n`;
		const records = record('a', '2024-08-27T00:00:00Z') + record('b', '2024-09-02T00:00:00Z');
		expect(draft('incident: a', records)).toHaveLength(1);
		expect(draft('incidents: [a, b]', records)).toHaveLength(0);
	});

	test('is measured from its own date without an incident', () => {
		expect(draft('title: x')).toHaveLength(1);
		expect(draft('id: mail')).toHaveLength(1);
		expect(
			findingLines('//- /postmortems/mail.md\n---\nstatus: draft\n---\n\n# Mail\n', 'postmortem/draft-overdue'),
		).toEqual([]);
	});
});

test.each([
	['a NUL character', '# Mail\0\n', 'schema/syntax'],
	['conflict markers', '# Mail\n\n<<<<<<< HEAD\nA\n=======\nB\n>>>>>>> b\n', 'schema/syntax'],
])('sections are not missing in a page with %s', (_, text, code) => {
	const found = findingLines(`//- /postmortems/mail.md\n${text}`).map(line => line.split(' ')[1]);
	expect(found).toContain(code);
	expect(found).not.toContain('postmortem/section-missing');
});
