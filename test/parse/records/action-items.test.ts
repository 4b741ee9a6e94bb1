import { describe, expect, test } from 'vitest';
import type { ActionItem } from '../../../src/core/incident.ts';
import { parse } from '../help-source.ts';

function readItems(body: string): readonly ActionItem[] {
	return parse('postmortem', '2026-01-20-mail.md', `# Mail was late\n\n${body}`).postmortem?.actionItems ?? [];
}

/** Owner, due date and status of each item. */
function parts(body: string): readonly (readonly (string | undefined)[])[] {
	return readItems(body).map(({ owner, due, dueText, status }) => [
		owner?.value,
		due?.reading.ok ? due.reading.date.toString() : dueText?.value,
		status?.value,
	]);
}

describe('reads an item of a list', () => {
	test.each<[string, readonly (string | undefined)[]]>([
		['[ ] Bound the queue — @kim — due 2026-02-27', ['kim', '2026-02-27', 'open']],
		['[ ] Bound the queue (kim, 2026-02-27)', ['kim', '2026-02-27', 'open']],
		['[ ] Bound the queue [kim] [2026-02-27]', ['kim', '2026-02-27', 'open']],
		['[ ] Bound the queue (due 27 February 2026, owner kim)', ['kim', '2026-02-27', 'open']],
		['[ ] Bound the queue. Owner: kim. Due: Feb 27, 2026', ['kim', '2026-02-27', 'open']],
		['[ ] Bound the queue. **Owner:** Kim Lund, **Due:** 27 February', ['Kim Lund', '2026-02-27', 'open']],
		['Bound the queue (@kim, by 2026-02-27) **TODO**', ['kim', '2026-02-27', 'open']],
		['TODO(kim): bound the queue, ETA 2026-02-27', ['kim', '2026-02-27', 'open']],
		['[ ] Bound the queue 📅 2026-02-27 @kim', ['kim', '2026-02-27', 'open']],
		['⬜ Bound the queue (owner: kim, due: Q1 2026)', ['kim', '2026-03-31', 'open']],
		['Bound the queue (owner: kim, due: next sprint)', ['kim', 'next sprint', undefined]],
		['[x] ~~Bound the queue~~', [undefined, undefined, 'done']],
		['~~Bound the queue~~', [undefined, undefined, 'done']],
		['[-] Bound the queue', [undefined, undefined, 'dropped']],
		['✅ Bound the queue', [undefined, undefined, 'done']],
		[':white_check_mark: Bound the queue', [undefined, undefined, 'done']],
		['**Done**: bound the queue', [undefined, undefined, 'done']],
		['Bound the queue. Shipped in #12', [undefined, undefined, 'done']],
		[
			'Bound the queue\n  - Owner: kim\n  - Due: 2026-02-27\n  - Status: in progress',
			['kim', '2026-02-27', 'in progress'],
		],
		['[ ] Warteschlange begrenzen (Verantwortlich: kim, Frist: 27.02.2026)', ['kim', '2026-02-27', 'open']],
		['Added the entry of the incident (2026-02-27)', [undefined, undefined, undefined]],
		['Open the port by hand', [undefined, undefined, undefined]],
		['Complete the move to the new host', [undefined, undefined, undefined]],
		['Write to kim@mail.example', [undefined, undefined, undefined]],
	])('%s', (text, expected) => {
		expect(parts(`## Action items\n\n- ${text}\n`)).toEqual([expected]);
	});

	test('reads numbered lists, and leaves nested items to their item', () => {
		expect(readItems('## Follow-ups\n\n1. [ ] Bound the queue\n   - with a test\n2. [x] Alert\n')).toHaveLength(2);
	});
});

test('reads tables with columns in any language, and without a known column of tasks', () => {
	expect(
		parts(
			'## Tiltak\n\n| # | Tiltak | Ansvarlig | Frist | Status |\n|-|-|-|-|-|\n| 1 | Alarm | kim | 2026-02-27 | Utført |\n',
		),
	).toEqual([['kim', '2026-02-27', 'Utført']]);
	expect(parts('## Action items\n\n| ID | Thing | Ticket |\n|-|-|-|\n| A-1 | Alarm | OPS-3 |\n| | | |\n')).toEqual([
		[undefined, undefined, undefined],
	]);
});

test('takes the state of items from the heading above them', () => {
	expect(
		parts('## Action items\n\n### Completed\n\n- Alarm\n\n### To do\n\n- Bound the queue\n- [x] Restart\n'),
	).toEqual([
		[undefined, undefined, 'done'],
		[undefined, undefined, 'open'],
		[undefined, undefined, 'done'],
	]);
	expect(parts('## Follow-up actions taken\n\n- Alarm\n')).toEqual([[undefined, undefined, 'done']]);
});

test('reads numbered headings as items, and numbered headings of lists as groups', () => {
	const items = readItems(
		'## Action items\n\n### 1) Better alerts `@kim`\n\nOn each host.\n\n### 2) TODO Bound the queue\n\nSoon.\n',
	);
	expect(items.map(({ title }) => title?.value)).toEqual(['1) Better alerts @kim', '2) TODO Bound the queue']);
	expect(readItems('## Action items\n\n### 1. Process improvements\n\n- Alarm\n- Test\n')).toHaveLength(2);
});

test('reads prose with an owner or a due date', () => {
	expect(parts('## Follow-up\n\nBound the queue. Owner: mesh. Due: 2026-02-27. Done.\n\nThe rest is fine.\n')).toEqual([
		['mesh', '2026-02-27', 'done'],
	]);
});

test('reads all sections of action items, and no list of another section', () => {
	expect(readItems('## Action items\n\n- Alarm\n\n## Lessons\n\n- [ ] Ask\n\n## Next steps\n\n- Test\n')).toHaveLength(
		2,
	);
});

test('expects a box, an owner, a due date or a state in a section that is only named like one', () => {
	expect(readItems('## Prevention\n\n- We test more\n- [ ] Alarm\n')).toHaveLength(1);
	expect(readItems('## Corrective actions with owners\n\n- Alarm\n')).toHaveLength(1);
	expect(readItems('## Questions for follow-up\n\n- Why?\n')).toHaveLength(0);
});

test('reads lists below a line that is used like a heading', () => {
	expect(readItems('Action items\n- Alarm\n\n- Test\n\n## Lessons\n\n- Ask\n')).toHaveLength(2);
	expect(readItems('## Notes\n\nOperational follow-ups:\n\n1. Alarm\n2. Test\n\nThanks.\n\n- Ask\n')).toHaveLength(2);
	expect(
		readItems('## Notes\n\nWe will discuss the next steps of the team in the following meeting:\n\n- Ask\n'),
	).toHaveLength(0);
});
