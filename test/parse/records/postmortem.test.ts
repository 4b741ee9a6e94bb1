import { describe, expect, test } from 'vitest';
import { parse, textAt } from '../help-source.ts';

const POSTMORTEM = `---
incidents: [2024-05-06-queue, 2024-05-07-queue]
status: draft
authors: [kim]
published_at: 2024-05-10
action_items:
  - { title: Watch the queue, owner: storage }
---

# Why jobs waited

## Timeline

All times in UTC.

- 2024-05-06 13:00: The disk fills
- 13:05: Alert fires

## Action items

- [ ] Buy disks (owner: @kim, due: 2024-06-01)
- [x] Inform customers @sam
- Write it down
`;

describe('a postmortem in Markdown', () => {
	const document = parse('postmortem', '2024-05-06-queue.md', POSTMORTEM);
	const { postmortem } = document;

	test('has its first heading as title and its file name as id', () => {
		expect(postmortem).toMatchObject({
			id: '2024-05-06-queue',
			hasWrittenId: false,
			title: { value: 'Why jobs waited' },
		});
		expect(textAt(document, postmortem?.idRange)).toBe('Why jobs waited');
		expect(document.incidents).toEqual([]);
	});

	test('refers to its incidents', () => {
		expect(postmortem?.incidents.map(({ value }) => value)).toEqual(['2024-05-06-queue', '2024-05-07-queue']);
		expect(document.references.filter(({ form }) => form === 'field')).toMatchObject([
			{ target: { by: 'id', id: '2024-05-06-queue', kind: 'incident' }, owner: undefined },
			{ target: { by: 'id', id: '2024-05-07-queue', kind: 'incident' }, owner: undefined },
		]);
	});

	test('has the timeline of its section', () => {
		const timeline = postmortem?.timeline.map(({ at, text }) => [at?.reading.ok && at.reading.canonical, text?.value]);
		expect(timeline).toEqual([
			['2024-05-06T13:00:00Z', 'The disk fills'],
			['2024-05-06T13:05:00Z', 'Alert fires'],
		]);
	});

	test('has action items of front matter and of a section', () => {
		const items = postmortem?.actionItems.map(({ title, owner, due, status }) => [
			title?.value,
			owner && [owner.value, textAt(document, owner.range)],
			due && [due.reading.text, textAt(document, due.range)],
			status?.value,
		]);
		expect(items).toEqual([
			['Watch the queue', ['storage', 'storage'], undefined, undefined],
			[expect.stringContaining('Buy disks'), ['kim', 'kim'], ['2024-06-01', '2024-06-01'], 'open'],
			[expect.stringContaining('Inform customers'), ['sam', 'sam'], undefined, 'done'],
			['Write it down', undefined, undefined, undefined],
		]);
	});
});

test('reads action items in a table by the names of its columns', () => {
	const table =
		'| Item | Owner | Due | Status |\n|---|---|---|---|\n| Buy disks | kim | 2024-06-01 | open |\n| Rest | | | |\n';
	const { postmortem } = parse('postmortem', 'x.md', `# T\n\n## Action Items\n\n${table}\n## Later\n\n- not this\n`);
	const items = postmortem?.actionItems.map(item => [
		item.title?.value,
		item.owner?.value,
		item.due?.reading.ok,
		item.status?.value,
	]);
	expect(items).toEqual([
		['Buy disks', 'kim', true, 'open'],
		['Rest', undefined, undefined, undefined],
	]);
});

test('reads a postmortem in YAML', () => {
	const text = 'id: q\ntitle: Why\nincident: 2024-05-06-queue\ntimeline:\n  - { at: 2024-05-06T09:00:00Z, text: a }\n';
	const { postmortem, references } = parse('postmortem', 'x.yaml', text);
	expect(postmortem).toMatchObject({
		id: 'q',
		hasWrittenId: true,
		title: { value: 'Why' },
		incidents: [{ value: '2024-05-06-queue' }],
	});
	expect(postmortem?.timeline).toHaveLength(1);
	expect(references).toHaveLength(1);
});

test('mentions without a year refer to days up to the publication', () => {
	const text = '---\npublished_at: 2024-05-10\n---\n# Why\n\nLike the June 1 incident and the May 2 outage.\n';
	const dates = parse('postmortem', 'x.md', text).references.map(({ target }) => target.by === 'date' && target.date);
	expect(dates).toEqual(['2023-06-01', '2024-05-02']);
});
