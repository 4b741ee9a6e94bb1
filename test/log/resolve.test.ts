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
title: Told by two people
started_at: 2024-08-21T12:00:00Z
//- /incidents/copy.yaml
title: Told by the other one
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
* **August 28: Told by hand alone** (10:30 EDT): No record.
* **August 27: Jobs late** (23:30 EDT): Says whose entry it is. <!-- incident: { id: starved } -->
//- /bulletins/2024-09-07.md
# 2024-09-07

* **August 28: Told by hand alone** (10:30 EDT): Told a second time.
//- /bulletins/2024-08-23.md
# 2024-08-23
//- /incidents/undated-2024.yaml
title: Without a start
//- /incidents/2024-06-05-half-typed.yaml
title: With a start that nobody can read yet
started_at: 2024-06-0
`;

const log = new FixtureLog(LOG, { configuration: { ...DEFAULT_CONFIGURATION, timeZone: 'America/New_York' } });

function meant(target: ReferenceTarget): string[] {
	const range = { start: 0, end: 0 };
	return log.view
		.resolve({ form: 'field', target, range, extent: range, relation: undefined, owner: undefined })
		.map(({ kind, source, uri }) => `${kind} ${source} ${uri.slice(ROOT.length + 1)}`);
}

const any = (id: string) => ({ by: 'id', id, kind: 'any' }) as const;
const on = (date: string, kind: 'incident' | 'postmortem' = 'incident') => ({ by: 'date', date, kind }) as const;
const file = (path: string) => ({ by: 'uri', uri: `${ROOT}/${path}` }) as const;
const week = (endsOn: string) => ({ by: 'week', endsOn }) as const;

describe('what a reference means', () => {
	test.each<[string, ReferenceTarget, string[]]>([
		['a record', any('2024-08-26-lease'), ['incident record incidents/lease.yaml']],
		['nothing', any('2024-08-26-leash'), []],
		['a record before the entry that has its id', any('starved'), ['incident record incidents/starved.yaml']],
		[
			'an entry told in two bulletins is one',
			any('2024-08-28-told-by-hand-alone'),
			['incident entry bulletins/2024-08-31.md'],
		],
		[
			'two records of one id are two',
			any('clash'),
			['incident record incidents/clash-a.yaml', 'incident record incidents/clash-b.yaml'],
		],
		['the incident before its postmortem', any('shared'), ['incident record incidents/shared.yaml']],
		[
			'the postmortem where one is asked for',
			{ by: 'id', id: 'shared', kind: 'postmortem' },
			['postmortem record postmortems/shared.md'],
		],
		['no postmortem where an incident is asked for', { by: 'id', id: '2024-08-23-lonely', kind: 'incident' }, []],
		['a bulletin by its date', any('2024-08-31'), ['bulletin record bulletins/2024-08-31.md']],

		['the day and headline of a record are the record', on('2024-08-26'), ['incident record incidents/lease.yaml']],
		['the id of a record is the record', on('2024-08-27'), ['incident record incidents/starved.yaml']],
		[
			'an instant of the next day in UTC is of the day in the log’s zone',
			on('2024-08-28'),
			['incident entry bulletins/2024-08-31.md'],
		],
		[
			'two of a day are two',
			on('2024-08-20'),
			['incident record incidents/twin-a.yaml', 'incident record incidents/twin-b.yaml'],
		],
		['a duplicate that says so is left out', on('2024-08-21'), ['incident record incidents/original.yaml']],
		['no incident on that day', on('2024-08-25'), []],
		[
			'the day in an id, where no start can be read',
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
			'the incident, where there is no postmortem',
			on('2024-08-20', 'postmortem'),
			['incident record incidents/twin-a.yaml', 'incident record incidents/twin-b.yaml'],
		],
		['the postmortem, where there is no incident', on('2024-08-23'), ['postmortem record postmortems/lonely.md']],

		['a record’s file', file('incidents/lease.yaml'), ['incident record incidents/lease.yaml']],
		[
			'a bulletin’s file, and not its entries',
			file('bulletins/2024-08-31.md'),
			['bulletin record bulletins/2024-08-31.md'],
		],
		['a file and a place in it', file('incidents/lease.yaml#summary'), ['incident record incidents/lease.yaml']],
		['no file', file('incidents/gone.yaml'), []],

		['the bulletin of a week', week('2024-08-31'), ['bulletin record bulletins/2024-08-31.md']],
		['a bulletin that came out a day early', week('2024-08-24'), ['bulletin record bulletins/2024-08-23.md']],
		['a bulletin that came out three days late', week('2024-08-20'), ['bulletin record bulletins/2024-08-23.md']],
		['a bulletin of another week', week('2024-08-19'), []],
	])('%s', (_name, target, expected) => {
		expect(meant(target)).toEqual(expected);
	});

	test('ids that look alike, nearest first', () => {
		expect(log.view.nearestIds('2024-08-26-leash')[0]).toBe('2024-08-26-lease');
		expect(log.view.nearestIds('2042-08-26-lease')[0]).toBe('2024-08-26-lease');
		expect(log.view.nearestIds('claasch')).toEqual(['clash']);
		expect(log.view.nearestIds('startved')).toEqual(['starved']);
		expect(log.view.nearestIds('something-else-entirely')).toEqual([]);
		expect(log.view.nearestIds('clash')).toEqual([]);
	});

	test('a week is the seven days that end on a date, in the order of the incidents’ starts', () => {
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

describe('who refers to', () => {
	const told = new FixtureLog(`//- /incidents/lease.yaml
title: Machine leases could not be acquired
started_at: 2024-08-26T05:30:00Z
//- /bulletins/2024-08-31.md
* **August 26: Machine leases could not be acquired** (05:30 UTC): As [[lease]] says.
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
		const definition = told.definitionsOf(`${ROOT}/${path}`)[index];
		return definition
			? told.referencesTo(definition).map(({ uri, reference: { range } }) => {
					const text = told.document(uri)?.text.slice(range.start, range.end);
					return `${uri.slice(ROOT.length + 1)}: ${text}`;
				})
			: ['nothing is defined'];
	};

	test('an incident: by id, by date, and by what its entry is called', () => {
		const expected = [
			'bulletins/2024-08-31.md: lease',
			'bulletins/2024-09-07.md: August 26 issue',
			'incidents/again.yaml: lease',
			'incidents/again.yaml: 2024-08-26-machine-leases-could-not-be-acquired',
		];
		expect(referring('incidents/lease.yaml')).toEqual(expected);
		expect(referring('bulletins/2024-08-31.md', 1)).toEqual(expected);
	});

	test('a bulletin: by week and by link', () => {
		expect(referring('bulletins/2024-08-31.md')).toEqual([
			"bulletins/2024-09-07.md: last week's bulletin",
			'bulletins/2024-09-07.md: 2024-08-31.md',
		]);
	});

	test('nobody', () => {
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

describe('ids that look alike', () => {
	const nearest = (id: string, wanted: string) =>
		new FixtureLog(`//- /incidents/a.yaml\nid: ${id}\ntitle: Uploads failed\n`).view.nearestIds(wanted);

	test.each([
		['of 12 letters by three at either end', 'abcdefghijkl', 'abcXefghYjkl', true],
		['of 12 letters, by an id of 15', 'abcdefghijkl', 'abcXXXdefghijkl', true],
		['of 13 letters by eight at either end', 'abcdefghijklm', 'abcdefghijkm', true],
		['of 13 letters, not by three at either end', 'abcdefghijklm', 'abcXefghijYlm', false],
	])('are found %s', (_, id, wanted, isFound) => {
		expect(nearest(id, wanted)).toEqual(isFound ? [id] : []);
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
