import { describe, expect, test } from 'vitest';
import { PublicationMap } from '../../src/bulletin/publication.ts';
import { renderArticle } from '../../src/bulletin/render-page.ts';
import { logOf, publishedPageOf, uriOf } from './week.ts';

const LOG = `//- /incident-log.yaml
time_zone: America/New_York
impact: { levels: [none, minor, major] }
//- /incidents/2024-08-26-leases.yaml
title: Leases could not be acquired
impact: major
started_at: 2024-08-26T05:30:00-04:00
detected_at: 2024-08-26T05:41:00-04:00
mitigated_at: 2024-08-26T08:40:00-04:00
resolved_at: 2024-08-26T09:05:00-04:00
summary: Writes were slow, as in [[2024-08-15-slow]].
timeline:
  - { at: 2024-08-26T05:20:00-04:00, text: A build begins }
  - { at: 2024-08-26T06:20:00-04:00, text: "Retries, as on [[2024-08-15-slow]]" }
  - { at: half past seven, text: The build has ended }
updates:
  - { at: 2024-08-26T05:50:00-04:00, body: We investigate. }
action_items:
  - { title: Measure writes, owner: storage, due: 2024-09-15, status: done }
  - { title: Compact the database, due: next month }
references:
  - { id: 2024-08-15-slow, relation: recurrence-of }
//- /incidents/2024-08-15-slow.md
---
title: Writes slow on one host
impact: minor
started_at: 2024-08-15
---

Nobody noticed.

## Timeline

- 05:30 Writes take a second
//- /postmortems/2024-08-26-leases.md
---
incident: 2024-08-26-leases
authors: [a.rivera, k.osei]
action_items:
  - { title: Rehearse, owner: storage }
---

# Leases and their database

## Action items

Two, of which one is done.
//- /bulletins/2024-08-31.md
* **August 26: Leases could not be acquired** (05:30 EDT): Slow writes.
`;

const log = logOf(LOG, '2024-09-20T00:00:00Z');
const publication = new PublicationMap([
	[uriOf('/incidents/2024-08-26-leases.yaml'), 'incidents/2024-08-26-leases.html'],
	[uriOf('/incidents/2024-08-15-slow.md'), 'incidents/2024-08-15-slow.html'],
	[uriOf('/postmortems/2024-08-26-leases.md'), 'postmortems/2024-08-26-leases.html'],
]);

const articleOf = (path: string) => renderArticle(publishedPageOf(log, path, { publication }));

/** The texts of the cells of the table below a heading, row by row. */
function tableBelow(article: string, heading: string): readonly string[] {
	const [table = ''] = article.slice(article.indexOf(`<h2>${heading}</h2>`)).split('</table>');
	return table
		.split('</tr>')
		.slice(1, -1)
		.map(row => [...row.matchAll(/<td>(.*?)<\/td>/gs)].map(([, cell = '']) => textOf(cell)).join(' | '));
}

function textOf(markup: string): string {
	return markup.replace(/<[^>]*>/g, '').trim();
}

describe('the page of an incident', () => {
	const article = articleOf('/incidents/2024-08-26-leases.yaml');

	test('has its title, its start and its facts', () => {
		expect(article).toContain('<h1>Leases could not be acquired</h1>');
		expect(article).toContain('<p class="il-under">26 August 2024, 05:30 EDT</p>');
		const facts = [...article.matchAll(/<dt>(.*?)<\/dt><dd>(.*?)<\/dd>/gs)].map(
			([, name, value = '']) => `${name}: ${textOf(value)}`,
		);
		expect(facts).toEqual([
			'Impact: major',
			'Duration: 3 h 35 min',
			'Recurrence of: Writes slow on one host',
			'Analysis: Postmortem',
		]);
	});

	test('has one timeline of its moments and events, in local time, in UTC and since the start', () => {
		expect(tableBelow(article, 'Timeline')).toEqual([
			'05:20 | 09:20 | −10 min | A build begins',
			'05:30 | 09:30 | 0 min | Started',
			'05:41 | 09:41 | +11 min | Detected',
			'06:20 | 10:20 | +50 min | Retries, as on Writes slow on one host',
			'half past seven |  |  | The build has ended',
			'08:40 | 12:40 | +3 h 10 min | Mitigated',
			'09:05 | 13:05 | +3 h 35 min | Resolved',
		]);
	});

	test('has its updates and its action items', () => {
		expect(tableBelow(article, 'Updates')).toEqual(['05:50 | 09:50 | +20 min | We investigate.']);
		expect(tableBelow(article, 'Action items')).toEqual([
			'Measure writes | storage | 15 September 2024 | done',
			'Compact the database |  | next month | open',
		]);
	});

	test('draws its box, its moments and its events to the scale of time', () => {
		expect(article.match(/class="il-svg il-(?:wide|medium|narrow)"/g)).toHaveLength(3);
		for (const label of ['Started 05:30', 'Detected 05:41', 'Mitigated 08:40', 'Resolved 09:05']) {
			expect(article).toContain(`>${label}</text>`);
		}
	});

	test('links to pages that are published, and names the others', () => {
		expect(article).toContain('href="2024-08-15-slow.html"');
		expect(article).toContain('href="../postmortems/2024-08-26-leases.html"');
		const [, referrers = ''] = article.split('<h2>Referred to by</h2>');
		expect(textOf(referrers).split('\n')).toEqual(['Postmortem Leases and their database, 26 August 2024']);
	});

	test('has later incidents that refer to it', () => {
		const [, referrers = ''] = articleOf('/incidents/2024-08-15-slow.md').split('<h2>Referred to by</h2>');
		expect(textOf(referrers)).toBe('Leases could not be acquired, 26 August 2024');
	});

	test('keeps the text of the author, and does not repeat a timeline that is in it', () => {
		const slow = articleOf('/incidents/2024-08-15-slow.md');
		expect(slow).toContain('Nobody noticed.');
		expect(slow.match(/Writes take a second/g)).toHaveLength(1);
		expect(tableBelow(slow, 'Times')).toEqual(['15 August 2024 |  | Started']);
	});
});

describe('the page of a postmortem', () => {
	const article = articleOf('/postmortems/2024-08-26-leases.md');

	test('has its incident, its authors and its text', () => {
		expect(article).toContain('<h1>Leases and their database</h1>');
		expect(article).toContain('href="../incidents/2024-08-26-leases.html"');
		expect(textOf(article)).toContain('Authorsa.rivera, k.osei');
		expect(article).toContain('Two, of which one is done.');
	});

	test('has the action items of its fields beside those of its text', () => {
		expect(tableBelow(article, 'Tracked action items')).toEqual(['Rehearse | storage |  | open']);
	});
});
