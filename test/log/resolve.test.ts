import { describe, expect, test } from 'vitest';
import { DEFAULT_CONFIGURATION } from '../../src/core/configuration.ts';
import type { ReferenceTarget } from '../../src/core/reference.ts';
import { FixtureLog, ROOT } from '../support/fixture-log.ts';

const LOG = `//- /incidents/lease.yaml
id: 2024-08-26-lease
title: Machine leases could not be acquired
impact: minor
started_at: 2024-08-26T05:30:00-04:00
//- /incidents/starved.yaml
id: starved
title: Background jobs starved
impact: minor
started_at: 2024-08-27T23:30:00-04:00
//- /incidents/twin-a.yaml
title: First of two
started_at: 2024-08-20T10:00:00Z
//- /incidents/twin-b.yaml
title: Second of two
started_at: 2024-08-20T12:00:00Z
//- /incidents/original.yaml
title: Reported by two people
started_at: 2024-08-21T12:00:00Z
//- /incidents/copy.yaml
title: Reported by the other one
started_at: 2024-08-21T12:00:00Z
references:
  - { id: original, relation: duplicate-of }
//- /incidents/shared.yaml
title: An incident with a postmortem of the same id
started_at: 2024-08-22T12:00:00Z
//- /postmortems/shared.md
# What went wrong on the day
//- /postmortems/lonely.md
---
id: 2024-08-23-lonely
incident: 2024-08-26-lease
---
# Without an incident of its day
//- /incidents/clash-a.yaml
id: clash
title: One record
started_at: 2024-07-01T12:00:00Z
//- /incidents/clash-b.yaml
id: clash
title: Another record
started_at: 2024-07-02T12:00:00Z
//- /bulletins/2024-08-31.md
# 2024-08-31

* **August 26: Machine leases could not be acquired** (05:30 EDT): The same day and headline as the record.
* **August 28: Written by hand alone** (10:30 EDT): No record.
* **August 27: Jobs late** (23:30 EDT): The comment contains the id. <!-- incident: { id: starved } -->
//- /bulletins/2024-09-07.md
# 2024-09-07

* **August 28: Written by hand alone** (10:30 EDT): Written a second time.
//- /bulletins/2024-08-23.md
# 2024-08-23
//- /incidents/undated-2024.yaml
title: Without a start
//- /incidents/2024-06-05-half-typed.yaml
title: With an invalid start
started_at: 2024-06-0
`;

const log = new FixtureLog(LOG, { configuration: { ...DEFAULT_CONFIGURATION, timeZone: 'America/New_York' } });

function resolved(target: ReferenceTarget): string[] {
	return resolvedIn(log, target);
}

function resolvedIn(log: FixtureLog, target: ReferenceTarget): string[] {
	return log.view.resolve({ target }).map(({ kind, source, uri }) => `${kind} ${source} ${uri.slice(ROOT.length + 1)}`);
}

const any = (id: string) => ({ by: 'id', id, kind: 'any' }) as const;
const on = (date: string, kind: 'incident' | 'postmortem' = 'incident') => ({ by: 'date', date, kind }) as const;
const file = (path: string) => ({ by: 'uri', uri: `${ROOT}/${path}` }) as const;
const week = (endsOn: string) => ({ by: 'week', endsOn }) as const;

describe('a reference resolves to', () => {
	test.each<[string, ReferenceTarget, string[]]>([
		['a record', any('2024-08-26-lease'), ['incident record incidents/lease.yaml']],
		['nothing for an unknown id', any('2024-08-26-leash'), []],
		['a record before the entry that has its id', any('starved'), ['incident record incidents/starved.yaml']],
		[
			'one entry if two bulletins contain it',
			any('2024-08-28-written-by-hand-alone'),
			['incident entry bulletins/2024-08-31.md'],
		],
		[
			'two records with one id',
			any('clash'),
			['incident record incidents/clash-a.yaml', 'incident record incidents/clash-b.yaml'],
		],
		['the incident before its postmortem', any('shared'), ['incident record incidents/shared.yaml']],
		[
			'the postmortem if its kind is given',
			{ by: 'id', id: 'shared', kind: 'postmortem' },
			['postmortem record postmortems/shared.md'],
		],
		['no postmortem if the kind is incident', { by: 'id', id: '2024-08-23-lonely', kind: 'incident' }, []],
		['a bulletin by its date', any('2024-08-31'), ['bulletin record bulletins/2024-08-31.md']],
		['a record by its file name', any('lease'), ['incident record incidents/lease.yaml']],
		['a record by its path', any('incidents/lease.yaml'), ['incident record incidents/lease.yaml']],
		['a record by its path without extension', any('../incidents/lease'), ['incident record incidents/lease.yaml']],
		['nothing for a path in another folder', any('postmortems/lease'), []],
		['a record by the only id that begins with a name', any('2024-08-26'), ['incident record incidents/lease.yaml']],
		['nothing for a beginning within a word', any('2024-08-26-lea'), []],
		['nothing for a year', any('2024'), []],

		[
			'a record by its day, merged with the entry of that headline',
			on('2024-08-26'),
			['incident record incidents/lease.yaml'],
		],
		[
			'a record by its day, merged with the entry of its id',
			on('2024-08-27'),
			['incident record incidents/starved.yaml'],
		],
		['an incident of the day in the zone of the log', on('2024-08-28'), ['incident entry bulletins/2024-08-31.md']],
		[
			'two incidents of a day',
			on('2024-08-20'),
			['incident record incidents/twin-a.yaml', 'incident record incidents/twin-b.yaml'],
		],
		['a record without its marked duplicate', on('2024-08-21'), ['incident record incidents/original.yaml']],
		['nothing on a day without incidents', on('2024-08-25'), []],
		[
			'a record by the day in its id if its start is invalid',
			on('2024-06-05'),
			['incident record incidents/2024-06-05-half-typed.yaml'],
		],
		['the postmortem of that day', on('2024-08-23', 'postmortem'), ['postmortem record postmortems/lonely.md']],
		[
			'the postmortem of the incident of that day',
			on('2024-08-26', 'postmortem'),
			['postmortem record postmortems/lonely.md'],
		],
		[
			'the incident if there is no postmortem',
			on('2024-08-20', 'postmortem'),
			['incident record incidents/twin-a.yaml', 'incident record incidents/twin-b.yaml'],
		],
		['the postmortem if there is no incident', on('2024-08-23'), ['postmortem record postmortems/lonely.md']],

		['a record by its file', file('incidents/lease.yaml'), ['incident record incidents/lease.yaml']],
		[
			'a bulletin by its file, without its entries',
			file('bulletins/2024-08-31.md'),
			['bulletin record bulletins/2024-08-31.md'],
		],
		[
			'a record by a link with a fragment',
			file('incidents/lease.yaml#summary'),
			['incident record incidents/lease.yaml'],
		],
		['nothing for an absent file', file('incidents/gone.yaml'), []],

		['the bulletin of a week', week('2024-08-31'), ['bulletin record bulletins/2024-08-31.md']],
		['a bulletin that was published a day early', week('2024-08-24'), ['bulletin record bulletins/2024-08-23.md']],
		['a bulletin that was published three days late', week('2024-08-20'), ['bulletin record bulletins/2024-08-23.md']],
		['nothing for a bulletin of another week', week('2024-08-19'), []],
	])('%s', (_name, target, expected) => {
		expect(resolved(target)).toEqual(expected);
	});

	test('similar ids, nearest first', () => {
		expect(log.view.nearestIds('2024-08-26-leash')[0]).toBe('2024-08-26-lease');
		expect(log.view.nearestIds('2042-08-26-lease')[0]).toBe('2024-08-26-lease');
		expect(log.view.nearestIds('claasch')).toEqual(['clash']);
		expect(log.view.nearestIds('startved')).toEqual(['starved']);
		expect(log.view.nearestIds('something-else-entirely')).toEqual([]);
		expect(log.view.nearestIds('clash')).toEqual([]);
	});

	test('the incidents of a week are ordered by start', () => {
		expect(log.view.incidentsInWeek('2024-08-26').map(({ id, uri }) => `${id} ${uri.slice(ROOT.length + 1)}`)).toEqual([
			'twin-a incidents/twin-a.yaml',
			'twin-b incidents/twin-b.yaml',
			'copy incidents/copy.yaml',
			'original incidents/original.yaml',
			'shared incidents/shared.yaml',
			'2024-08-26-lease incidents/lease.yaml',
			'2024-08-26-machine-leases-could-not-be-acquired bulletins/2024-08-31.md',
		]);
	});
});

describe('a postmortem without an incident record', () => {
	const log = new FixtureLog(`//- /postmortems/queue-review.md
# Queue stopped

**Date:** 2024-08-26 05:30 UTC
//- /postmortems/disk-review.md
# Disk full

**Start:** 2024-08-27 05:30 UTC
//- /postmortems/mail.md
# Mail was late

**Date:** 2024-08-28
//- /postmortems/named.md
---
incident: elsewhere
---
# A named incident

**Start:** 2024-08-29 05:30 UTC
//- /postmortems/same-id.md
# Same id

**Start:** 2024-08-30 05:30 UTC
//- /postmortems/undated.md
# Some other day
//- /incidents/disk.yaml
title: Disk full
started_at: 2024-08-26T23:00:00Z
postmortem: disk-review
//- /incidents/mail-queue.yaml
title: The mail queue
started_at: 2024-08-28T05:30:00Z
//- /incidents/same-id.yaml
title: The same id
started_at: 2024-08-31T05:30:00Z
//- /incidents/again.yaml
title: Queue stopped again
started_at: 2024-09-01T05:30:00Z
references: [{ id: queue-review, relation: recurrence-of }, { id: named, relation: related }]
`);

	test('is an incident of its week, unless a record has its id or day, or names it', () => {
		const described = (from: string, to: string) =>
			log.view
				.incidentsBetween(Date.parse(from), Date.parse(to))
				.flatMap(({ kind, id }) => (kind === 'postmortem' ? [id] : []));
		expect(described('2024-08-25', '2024-09-01')).toEqual(['queue-review']);
		expect(described('2024-09-01', '2024-09-08')).toEqual([]);
	});

	test('is found by its day and by its id as an incident', () => {
		const find = (target: ReferenceTarget) => resolvedIn(log, target).map(path => path.split('/').at(-1));
		expect(find(on('2024-08-27'))).toEqual(['disk-review.md']);
		expect(find({ by: 'id', id: 'queue-review', kind: 'incident' })).toEqual(['queue-review.md']);
		expect(find({ by: 'id', id: 'named', kind: 'incident' })).toEqual([]);
	});
});

describe('the references to', () => {
	const log = new FixtureLog(`//- /incidents/lease.yaml
title: Machine leases could not be acquired
started_at: 2024-08-26T05:30:00Z
//- /bulletins/2024-08-31.md
* **August 26: Machine leases could not be acquired** (05:30 UTC): See [[lease]].
//- /bulletins/2024-09-07.md
* **September 2: Leases again** (05:30 UTC): Like the August 26 issue, see last week's bulletin and [it](2024-08-31.md#incidents).
//- /incidents/again.yaml
title: Leases again
started_at: 2024-09-03T05:30:00Z
references:
  - { id: lease, relation: recurrence-of }
  - { id: 2024-08-26-machine-leases-could-not-be-acquired, relation: related }
//- /incidents/other.yaml
title: Something else
started_at: 2024-09-04T05:30:00Z
references: [{ id: again }]
`);
	const referring = (path: string, index = 0) => {
		const definition = log.definitionsOf(`${ROOT}/${path}`)[index];
		return definition
			? log.referencesTo(definition).map(({ uri, reference: { range } }) => {
					const text = log.document(uri)?.text.slice(range.start, range.end);
					return `${uri.slice(ROOT.length + 1)}: ${text}`;
				})
			: ['nothing is defined'];
	};

	test('an incident are those by id, by date, and by the headline of its entry', () => {
		const expected = [
			'bulletins/2024-08-31.md: lease',
			'bulletins/2024-09-07.md: August 26 issue',
			'incidents/again.yaml: lease',
			'incidents/again.yaml: 2024-08-26-machine-leases-could-not-be-acquired',
		];
		expect(referring('incidents/lease.yaml')).toEqual(expected);
		expect(referring('bulletins/2024-08-31.md', 1)).toEqual(expected);
	});

	test('a bulletin are those by week and by link', () => {
		expect(referring('bulletins/2024-08-31.md')).toEqual([
			"bulletins/2024-09-07.md: last week's bulletin",
			'bulletins/2024-09-07.md: 2024-08-31.md',
		]);
	});

	test('a definition without references are empty', () => {
		expect(referring('incidents/other.yaml')).toEqual([]);
	});
});

describe('the date in a name', () => {
	test.each([
		['2024-02-29-leap-day', '2024-02-29'],
		['2024-02-30-no-such-day', undefined],
		['2023-02-29-no-leap-year', undefined],
		['2024-04-31-no-such-day', undefined],
	])('of %s is %s', (id, date) => {
		const log = new FixtureLog(`//- /incidents/a.yaml\nid: ${id}\ntitle: Uploads failed\n`);
		expect(log.view.byId(id, 'incident')[0]?.date).toBe(date);
	});
});

describe('similar ids', () => {
	const nearest = (id: string, similar: string) =>
		new FixtureLog(`//- /incidents/a.yaml\nid: ${id}\ntitle: Uploads failed\n`).view.nearestIds(similar);

	test.each([
		['of 12 letters by three at either end', 'abcdefghijkl', 'abcXefghYjkl', true],
		['of 12 letters, by an id of 15', 'abcdefghijkl', 'abcXXXdefghijkl', true],
		['of 13 letters by eight at either end', 'abcdefghijklm', 'abcdefghijkm', true],
		['of 13 letters, not by three at either end', 'abcdefghijklm', 'abcXefghijYlm', false],
	])('are found %s', (_, id, similar, isFound) => {
		expect(nearest(id, similar)).toEqual(isFound ? [id] : []);
	});
});

test('lists entries of one day in the order of their bulletin, after records', () => {
	const log = new FixtureLog(`//- /bulletins/2024-08-31.md
# 2024-08-31

## Trailing 2 Weeks Incidents

* **August 26: First** (05:30 UTC): Minor.
* **August 26: Second** (04:30 UTC): Minor.
//- /incidents/2024-08-26-third.yaml
title: Third
`);
	expect(log.view.incidentsOn('2024-08-26').map(({ title }) => title)).toEqual(['Third', 'First', 'Second']);
});

test('a postmortem without a day has that in the id of its first incident with one', () => {
	const log = new FixtureLog('//- /postmortems/mail.md\n---\nincident: [mail, 2024-08-26-mail]\n---\n\n# Mail\n');
	expect(log.definitionsOf(log.uri('postmortems/mail.md')).map(({ date }) => date)).toEqual(['2024-08-26']);
});

test('a link is checked again when a file whose name differs in case is created or deleted', () => {
	const record = '---\ntitle: A\nimpact: minor\nstarted_at: 2024-08-26T05:30:00Z\n---\n\n';
	const log = new FixtureLog({ 'incidents/a.md': `${record}See [that](./Disk.md).\n` });
	const details = () =>
		log
			.findings(log.uri('incidents/a.md'))
			.flatMap(({ code, message }) => (code === 'reference/unresolved' ? [/: (.*?)\./.exec(message)?.[1]] : []));
	expect(details()).toEqual(['the log has no file at this path']);
	log.write('incidents/disk.md', record);
	expect(details()).toEqual(['the name of the file differs in case']);
	log.remove('incidents/disk.md');
	expect(details()).toEqual(['the log has no file at this path']);
});
