import { describe, expect, test } from 'vitest';
import type { BulletinPage, PageBlock } from '../../src/bulletin/model.ts';
import { bulletinPage, weekPage } from '../../src/bulletin/page.ts';
import { renderArticle } from '../../src/bulletin/render-page.ts';
import { resolveUri } from '../../src/core/uri/relative-uri.ts';
import type { Log } from '../../src/log/log.ts';
import { logOf, pageOf, pageOfWeek, uriOf } from './week.ts';

const FILES = `//- /incident-log.yaml
title: Infra Log
time_zone: America/New_York
components:
  - machines: Machines API
//- /incidents/2024-08-15-state-database.yaml
title: State database slow
impact: minor
started_at: 2024-08-15T09:00:00-04:00
resolved_at: 2024-08-15T11:00:00-04:00
//- /incidents/2024-08-20-certificates.yaml
title: Certificates not renewed
status: identified
impact: major
started_at: 2024-08-20T09:00:00-04:00
//- /incidents/2024-08-26-leases.yaml
title: Leases refused
status: resolved
impact: minor
started_at: 2024-08-26T09:30:00Z
resolved_at: 2024-08-26T13:05:00Z
components: [machines, other]
summary: |
  Requests for a lease on one host were refused with
  a \`500\`, as in the August 15 issue.

  Later on, [[2024-08-27-jobs-late]] made it worse.
//- /incidents/2024-08-28-upgrade.md
---
title: Store upgrade
kind: maintenance
started_at: 2024-08-28T01:00:00-04:00
resolved_at: 2024-08-28T01:05:00-04:00
---

# Store upgrade

The store was upgraded.
//- /postmortems/2024-08-26-leases.md
---
incident: 2024-08-26-leases
status: draft
---

# No leases on one host

## Summary

See [the record](../incidents/2024-08-26-leases.yaml), [the other](../incidents/2024-08-20-certificates.yaml),
[nothing](../incidents/nothing.yaml) and [a picture](../picture.svg).
//- /bulletins/2024-08-24.md
# 2024-08-24

<!-- incidents -->
//- /bulletins/2024-08-31.md
# 2024-08-31

Hello.

## Trailing 2 Weeks Incidents

(See last week's bulletin for the top row.)

- [[2024-08-26-leases]]
* **August 27: Jobs \`late\`** (10:30 EST): It came of the June 3 outage. Jobs were late for approximately an hour.
  Minimal customer impact. <!-- incident: {id: 2024-08-27-jobs-late} -->

  A second paragraph.
* Not an incident at all.
- [[nothing-of-this-name]]

<!-- incidents -->

## This Week

See [[2024-08-26-leases]], [[2024-08-26-leases|the leases]] and [[2024-08-20-certificates]].
`;
const log = logOf(FILES);
const bulletin = pageOf(log, '/bulletins/2024-08-31.md');

const entriesOf = (page: BulletinPage) => page.blocks.flatMap(block => (block.type === 'entry' ? [block] : []));
const markdownOf = (page: BulletinPage) =>
	page.blocks.flatMap(block => (block.type === 'markdown' ? [block.html] : [])).join('\n');
const shape = ({ blocks }: BulletinPage) =>
	blocks.map((block: PageBlock) => (block.type === 'entry' ? block.box.id : block.type));

/** Without attributes that say where something came from. */
const plain = (markup: string) => markup.replace(/ data-(?:uri|offset)="[^"]*"/g, '').trim();

/** Each source position on a page, with the text at this position. */
function sourcesOf(page: BulletinPage, of: Log): { readonly tag: string; readonly text: string }[] {
	return [...renderArticle(page).matchAll(/<(\w+)[^>]* data-uri="([^"]*)" data-offset="(\d+)"/g)].map(match => {
		const [, tag = '', uri = '', offset = ''] = match;
		const document = of.document(resolveUri(page.base, uri));
		expect(document, uri).toBeDefined();
		return { tag, text: document?.text.slice(Number(offset), Number(offset) + 12) ?? '' };
	});
}

describe('the page of a bulletin', () => {
	test('has the log and the week as heading', () => {
		expect(bulletin.heading).toMatchObject({ over: 'Infra Log', text: '25–31 August 2024', under: undefined });
		expect(bulletin).toMatchObject({ title: 'Infra Log: 25–31 August 2024', from: '2024-08-25', to: '2024-08-31' });
	});

	test('keeps the order of its text', () => {
		expect(shape(bulletin)).toEqual([
			'markdown', // Hello, and the heading
			'picture',
			'markdown', // still open from before
			'markdown', // the parenthesis
			'2024-08-26-leases',
			'2024-08-27-jobs-late',
			'markdown', // what is not an incident
			'markdown', // nothing of this name
			'2024-08-28-upgrade',
			'markdown', // This Week
		]);
		expect(markdownOf(bulletin)).toContain('Not an incident at all.');
		expect(markdownOf(bulletin)).toContain('Incident <code>nothing-of-this-name</code> not found in this log.');
		expect(markdownOf(bulletin)).not.toContain('2024-08-31</h1>');
	});

	test('renders its own entries with their text', () => {
		const entry = entriesOf(bulletin)[1];
		expect(plain(entry?.html ?? '')).toBe(
			`<p><strong class="il-lead">August 27: <bdi>Jobs <code>late</code></bdi> (10:30 EDT):</strong> It came of <span class="il-reference il-unresolved" title="Not found in this log">the June 3 outage</span>. Jobs were late for approximately an hour.\nMinimal customer impact. </p>\n<p>A second paragraph.</p>`,
		);
		expect(entry?.box).toMatchObject({ durationText: 'about 1 h', ending: 'inferred', isImpactInferred: true });
	});

	test('renders entries of records with the text and references of the record', () => {
		const entry = entriesOf(bulletin)[0];
		expect(plain(entry?.html ?? '')).toBe(
			`<p><strong class="il-lead">August 26: <bdi>Leases refused</bdi> (05:30 EDT):</strong> Requests for a lease on one host were refused with\na <code>500</code>, as in <span class="il-reference il-elsewhere" title="State database slow">the August 15 issue</span>.</p>\n<p>Later on, <a class="il-reference il-on-page" href="#entry-2024-08-27-jobs-late" title="Jobs late">Jobs late</a> made it worse.</p>`,
		);
		expect(entry).toMatchObject({
			facts: { components: ['Machines API', 'other'] },
			uri: uriOf('/bulletins/2024-08-31.md'),
		});
		expect(entry?.box).toMatchObject({ durationText: '3 h 35 min', startText: '26 August, 05:30 EDT', rank: 1 });
	});

	test('omits a heading that repeats the title', () => {
		const entry = entriesOf(bulletin)[2];
		expect(plain(entry?.html ?? '')).toBe(
			'<p><strong class="il-lead">August 28: <bdi>Store upgrade</bdi> (01:00 EDT):</strong> The store was upgraded.</p>',
		);
	});

	test('links to incidents on the page, and marks other references', () => {
		const week = markdownOf(bulletin);
		expect(plain(week)).toContain(
			'See <a class="il-reference il-on-page" href="#entry-2024-08-26-leases" title="Leases refused">Leases refused</a>, <a class="il-reference il-on-page" href="#entry-2024-08-26-leases" title="Leases refused">the leases</a> and <span class="il-reference il-elsewhere" title="Certificates not renewed">Certificates not renewed</span>.',
		);
		expect(week).toContain('data-uri="../incidents/2024-08-20-certificates.yaml"');
		expect(plain(week)).toContain('<span class="il-reference il-elsewhere" title="Bulletin 2024-08-24">last week');
	});

	test('has the source position of every part', () => {
		const places = sourcesOf(bulletin, log);
		const texts = (tag: string) => places.filter(place => place.tag === tag).map(({ text }) => text.split('\n')[0]);
		expect(texts('section')).toEqual(['- [[2024-08-', '* **August 2', '<!-- inciden']);
		expect(texts('h2')).toEqual(['## Trailing ', '## This Week']);
		expect(texts('li')).toEqual(['* Not an inc']);
		expect(texts('p').slice(0, 2)).toEqual(['Hello.', '(See last we']);
		expect(texts('figure')).toHaveLength(1);
	});

	test('lists the documents of its checklist', () => {
		expect(bulletin.sources.map(uri => uri.slice(uriOf('').length))).toEqual([
			'/bulletins/2024-08-31.md',
			'/incidents/2024-08-26-leases.yaml',
			'/incidents/2024-08-28-upgrade.md',
			'/incidents/2024-08-20-certificates.yaml',
		]);
	});

	test('shows the summary of the definition without documents', () => {
		const document = log.document(uriOf('/bulletins/2024-08-31.md'));
		const page = document && bulletinPage({ log: log.view, document });
		expect(page && entriesOf(page)[0]?.html).toContain('were refused with');
	});
});

describe('its picture', () => {
	const [last, own] = bulletin.picture?.rows ?? [];

	test('has last week above this week', () => {
		expect(last).toMatchObject({
			label: '18–24 August',
			name: 'Last week',
		});
		expect(last?.days.map(({ weekday, date }) => `${weekday} ${date}`)).toEqual([
			'Sun 18',
			'Mon 19',
			'Tue 20',
			'Wed 21',
			'Thu 22',
			'Fri 23',
			'Sat 24',
		]);
		expect(last?.boxes.map(({ id }) => id)).toEqual(['2024-08-20-certificates']);
		expect(own?.midnights).toHaveLength(8);
	});

	test('shows an incident that continues in both rows', () => {
		expect(own?.boxes.map(({ id }) => id)).toEqual([
			'2024-08-20-certificates',
			'2024-08-26-leases',
			'2024-08-27-jobs-late',
			'2024-08-28-upgrade',
		]);
	});

	test('links to the entries on the page', () => {
		expect(last?.boxes[0]?.href).toBeUndefined();
		expect(own?.boxes.slice(1).map(({ href }) => href)).toEqual([
			'#entry-2024-08-26-leases',
			'#entry-2024-08-27-jobs-late',
			'#entry-2024-08-28-upgrade',
		]);
	});

	test('has the position in the page as source, otherwise that in the record', () => {
		expect(own?.boxes[2]).toMatchObject({ uri: uriOf('/bulletins/2024-08-31.md') });
		expect(own?.boxes[1]).toMatchObject({ uri: uriOf('/incidents/2024-08-26-leases.yaml') });
	});

	test.each([
		[
			'at its directive',
			'# 2024-08-31\n\nA\n\n<!-- picture -->\n\nB\n\n- [[2024-08-26-leases]]',
			['markdown', 'picture', 'markdown', 'markdown', '2024-08-26-leases'],
		],
		[
			'below its usual heading',
			'# 2024-08-31\n\nA\n\n## Trailing two weeks\n\nB',
			['markdown', 'picture', 'markdown', 'markdown'],
		],
		[
			'before the first entry',
			'# 2024-08-31\n\nA\n\n- [[2024-08-26-leases]]\n\nB',
			['markdown', 'picture', 'markdown', '2024-08-26-leases', 'markdown'],
		],
		['at the head', '# 2024-08-31\n\nA', ['picture', 'markdown', 'markdown']],
	])('is %s', (_, text, expected) => {
		const other = logOf(FILES);
		other.set(uriOf('/bulletins/2024-08-31.md'), text, 'bulletin');
		expect(shape(pageOf(other, '/bulletins/2024-08-31.md'))).toEqual(expected);
	});
});

describe('other pages', () => {
	test('of an incident: its week, the incident first and highlighted', () => {
		const page = pageOf(log, '/incidents/2024-08-28-upgrade.md');
		expect(shape(page)).toEqual(['picture', '2024-08-28-upgrade', '2024-08-26-leases', '2024-08-27-jobs-late']);
		expect(entriesOf(page).map(({ box }) => box.isCurrent)).toEqual([true, false, false]);
		expect(page.picture?.rows[1].boxes.find(({ isCurrent }) => isCurrent)?.id).toBe('2024-08-28-upgrade');
	});

	test('shows only the summary of an incident without a start', () => {
		const other = logOf('//- /incidents/a.yaml\ntitle: Lost in time\nimpact: none\nsummary: Something was.\n');
		const page = pageOf(other, '/incidents/a.yaml');
		expect(shape(page)).toEqual(['markdown', 'markdown']);
		expect(page.picture).toBeUndefined();
		expect(renderArticle(page)).toContain('Something was.');
	});

	test('of a postmortem: the week of its incident, and its text with links into the page', () => {
		const page = pageOf(log, '/postmortems/2024-08-26-leases.md');
		expect(page.heading).toMatchObject({
			over: 'Postmortem, draft',
			text: 'No leases on one host',
			under: '25–31 August 2024',
		});
		expect(shape(page)).toEqual(['picture', '2024-08-26-leases', 'markdown']);
		expect(plain(markdownOf(page))).toContain(
			'See <a class="il-reference il-on-page" href="#entry-2024-08-26-leases" title="Leases refused">the record</a>, <span class="il-reference il-elsewhere" title="Certificates not renewed">the other</span>,\n<span class="il-reference il-unresolved" title="Not found in this log">nothing</span> and <a href="../picture.svg" rel="noopener noreferrer">a picture</a>.',
		);
	});

	test('of a postmortem without an incident: its text', () => {
		const other = logOf('//- /postmortems/a.md\n# Something\n\nWas.\n');
		const page = pageOf(other, '/postmortems/a.md');
		expect(page.picture).toBeUndefined();
		expect(renderArticle(page)).toContain('Was.');
	});

	test('of a postmortem that is the only description of an incident: its week and its text', () => {
		const other = logOf(`//- /postmortems/queue.md
# Queue stopped

**Start:** 2024-08-26 05:30 UTC
**Severity:** SEV-2

## Summary

It stopped, as in [[disk]].
//- /postmortems/disk.md
# Disk full

**Start:** 2024-08-27 05:30 UTC
**Duration:** 3 hours

## Summary

It was full.
`);
		const page = pageOf(other, '/postmortems/queue.md');
		expect(shape(page)).toEqual(['picture', 'markdown']);
		expect(page.picture?.rows[1].boxes).toMatchObject([
			{ id: 'queue', ending: 'unknown', impact: 'major', isCurrent: true },
			{ id: 'disk', ending: 'inferred', durationText: '3 h', isCurrent: false },
		]);
		const week = pageOfWeek(other, '2024-08-31');
		expect(shape(week)).toEqual(['picture', 'queue', 'disk']);
		expect(renderArticle(week)).toContain('href="#entry-disk"');
		expect(renderArticle(week)).toContain('It was full.');
	});

	test('of a bulletin without a date: its text', () => {
		const other = logOf('//- /bulletins/a.md\n# Some week\n\nWas.\n');
		const page = pageOf(other, '/bulletins/a.md');
		expect(page).toMatchObject({ picture: undefined, from: '', heading: { text: 'Some week' } });
		expect(renderArticle(page)).toContain('Was.');
	});

	test('of a week without a bulletin: its records', () => {
		const page = pageOfWeek(log, '2024-08-24');
		expect(page).toMatchObject({ from: '2024-08-18', to: '2024-08-24', heading: { text: '18–24 August 2024' } });
		expect(shape(page)).toEqual(['picture', '2024-08-20-certificates']);
		expect(weekPage({ log: log.view, endsOn: 'tomorrow', base: uriOf('/') })).toBeUndefined();
	});

	test('of a configuration: none', () => {
		const document = log.document(uriOf('/incident-log.yaml'));
		expect(document && bulletinPage({ log: log.view, document })).toBeUndefined();
	});
});

test('names the possible targets of an ambiguous mention', () => {
	const other = logOf(`//- /incidents/2024-08-15-a.yaml
title: First
started_at: 2024-08-15T09:00:00Z
//- /incidents/2024-08-15-b.yaml
title: Second
started_at: 2024-08-15T10:00:00Z
//- /bulletins/2024-08-31.md
# 2024-08-31

As in the August 15 issue.
`);
	expect(markdownOf(pageOf(other, '/bulletins/2024-08-31.md'))).toContain(
		'<span class="il-reference il-ambiguous" title="One of 2: “First”, “Second”"',
	);
});
