import { describe, expect, test } from 'vitest';
import { parse, textAt } from '../help-source.ts';

describe('the date of a bulletin', () => {
	test.each([
		[
			'front matter before file name',
			'2024-08-31.md',
			'---\ndate: 2024-09-07\n---\n# 2024-09-14',
			'2024-09-07',
			'front-matter',
		],
		['file name before heading', '2024-08-31.md', '# 2024-09-14', '2024-08-31', 'file-name'],
		['file name with further words', '2024-08-31-infra-log.md', '', '2024-08-31', 'file-name'],
		['heading', 'week.md', '# 2024-08-31', '2024-08-31', 'heading'],
		['heading in words', 'week.md', '# Infra Log: August 31, 2024', '2024-08-31', 'heading'],
		['heading with the day first', 'week.md', '## Week ending 31 August 2024', '2024-08-31', 'heading'],
		['front matter with an invalid date', '2024-08-31.md', '---\ndate: soon\n---', '2024-08-31', 'file-name'],
		['a file name with an impossible date', '2024-02-30.md', '# 2024-03-02', '2024-03-02', 'heading'],
		['a heading without a year', 'week.md', '# August 31', undefined, undefined],
		['only the first heading', 'week.md', '# News\n\n## 2024-08-31', undefined, undefined],
		['nothing', 'week.md', '', undefined, undefined],
	])('%s', (_, name, text, date, from) => {
		const { bulletin } = parse('bulletin', name, text);
		expect(bulletin?.date?.value.toString()).toBe(date);
		expect(bulletin?.dateFrom).toBe(from);
	});

	test('has the range in which it is written', () => {
		const document = parse('bulletin', 'week.md', '# Infra Log: August 31, 2024 (draft)');
		expect(textAt(document, document.bulletin?.date?.range)).toBe('August 31, 2024');
	});
});

test.each([
	['---\ntitle: One\n---\n# Two', 'One'],
	['## Zero\n\n# **Two**', 'Two'],
	['Two', undefined],
])('the title of %j', (text, title) => {
	expect(parse('bulletin', '2024-08-31.md', text).bulletin?.title?.value).toBe(title);
});

describe('directives', () => {
	test.each([
		['<!-- incidents -->\n\n<!-- picture -->', true, true],
		['One\n<!--incidents-->\ntwo', true, false],
		['\r\n  <!-- picture -->  \r\n', false, true],
		['One <!-- incidents --> two', false, false],
		['<!-- picture --> two', false, false],
		['<!-- incident -->\n\n<!-- pictures -->', false, false],
		['```\n<!-- incidents -->\n```', false, false],
		['`\n<!-- incidents -->\n`', true, false],
	])('%j', (text, incidents, picture) => {
		const document = parse('bulletin', '2024-08-31.md', text);
		const written = [document.bulletin?.incidentsDirective, document.bulletin?.pictureDirective].map(
			range => range && textAt(document, range).replace(/[^a-z]/g, ''),
		);
		expect(written).toEqual([incidents ? 'incidents' : undefined, picture ? 'picture' : undefined]);
	});
});

const PAGE = `# 2024-08-31

## Incidents

* **August 26: One** (05:30): See [[2024-08-15-x]].
* [[2024-08-27-two]]
* [[ 2024-08-28-three | Three ]]
* Nothing to see on [[2024-08-29-four]]
* August 29: five went down

## Engineering

- August 30: rolled out a kernel
- **August 30: Six** (10:00): Gone.

1. Seven
`;

describe('the entries of a page', () => {
	const document = parse('bulletin', '2024-08-31.md', PAGE);
	const { bulletin, incidents } = document;

	test('are texts or links, in page order', () => {
		const entries = bulletin?.entries.map(entry =>
			entry.form === 'link'
				? `[[${textAt(document, entry.id.range)}]]`
				: `${entry.date} ${entry.incident.title?.value}`,
		);
		expect(entries).toEqual([
			'2024-08-26 One',
			'[[2024-08-27-two]]',
			'[[2024-08-28-three]]',
			'2024-08-29 five went down',
			'2024-08-30 Six',
		]);
		expect(incidents.map(({ id }) => id)).toEqual(['2024-08-26-one', '2024-08-29-five-went-down', '2024-08-30-six']);
	});

	test('are in lists', () => {
		expect(bulletin?.entryLists.map(range => textAt(document, range).slice(0, 15))).toEqual([
			'* **August 26: ',
			'- August 30: ro',
		]);
	});

	test('are the owners of the references in them', () => {
		expect(document.references.map(({ form, range, owner }) => [form, textAt(document, range), owner])).toEqual([
			['wiki-link', '2024-08-15-x', '2024-08-26-one'],
			['wiki-link', '2024-08-27-two', undefined],
			['wiki-link', '2024-08-28-three', undefined],
			['wiki-link', '2024-08-29-four', undefined],
		]);
	});
});

test('a sentence with a date is not an entry outside of a section about incidents', () => {
	const text = '# News\n\n* August 30: rolled out a kernel\n* **August 30: Outage** of it all\n';
	expect(parse('bulletin', '2024-08-31.md', text).incidents.map(({ id }) => id)).toEqual(['2024-08-30-outage']);
});

test('last week ends a week before the date of the bulletin', () => {
	const { references } = parse('bulletin', '2024-08-29.md', 'See last week’s bulletin.');
	expect(references.map(({ target }) => target)).toEqual([{ by: 'week', endsOn: '2024-08-22' }]);
});

describe('mentions in an entry', () => {
	const text =
		'# 2024-08-31\n\nSee last week’s bulletin, and yesterday’s outage.\n\n' +
		'* **August 27: One** (05:30): Like yesterday’s outage and last week’s bulletin.\n';
	const document = parse('bulletin', '2024-08-31.md', text);
	test('are relative to the date of the entry, and weeks to the date of the page', () => {
		expect(document.references.map(({ target, owner }) => [target, owner])).toEqual([
			[{ by: 'week', endsOn: '2024-08-24' }, undefined],
			[{ by: 'date', date: '2024-08-30', kind: 'incident', isRelative: true }, undefined],
			[{ by: 'date', date: '2024-08-26', kind: 'incident', isRelative: true }, '2024-08-27-one'],
			[{ by: 'week', endsOn: '2024-08-24' }, '2024-08-27-one'],
		]);
	});
});
