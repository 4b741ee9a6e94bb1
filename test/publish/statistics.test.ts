import { describe, expect, test } from 'vitest';
import { publicLog } from '../../src/publish/public-log.ts';
import { siteFiles } from '../../src/publish/site.ts';
import { planSite } from '../../src/publish/site-plan.ts';
import { spreadOf } from '../../src/publish/spread.ts';
import { type Statistics, statisticsOf } from '../../src/publish/statistics.ts';
import { CLOCK, type FixtureFiles } from '../support/fixture.ts';
import { FixtureLog } from '../support/fixture-log.ts';
import { runOn } from '../support/memory-host.ts';

/** Incidents of the given lengths in minutes, an hour apart. */
const incidentsOf = (lengths: readonly number[], impact = 'minor'): Record<string, string> =>
	Object.fromEntries(
		lengths.map((length, n) => {
			const start = Date.UTC(2024, 7, 26, n);
			const [at, end] = [start, start + length * 60_000].map(instant => new Date(instant).toISOString());
			const times = `started_at: ${at}\ndetected_at: ${new Date(start + 60_000).toISOString()}\nresolved_at: ${end}`;
			return [`incidents/${impact}-${n}.yaml`, `title: Number ${n}\nimpact: ${impact}\n${times}\ncomponents: [db]\n`];
		}),
	);

function statistics(files: FixtureFiles): Statistics {
	const log = new FixtureLog(files);
	return statisticsOf(log, planSite(log));
}

describe('the spread of values', () => {
	test('is the median and the quartiles, interpolated', () => {
		expect(spreadOf([1, 2, 3, 4, 100])).toEqual({ lowerQuartile: 2, median: 3, upperQuartile: 4 });
		expect(spreadOf([1, 2, 3, 4, 5, 6])).toEqual({ lowerQuartile: 2.25, median: 3.5, upperQuartile: 4.75 });
	});

	test('is unknown for fewer than five values', () => {
		expect(spreadOf([1, 2, 3, 4])).toBeUndefined();
	});
});

describe('statistics', () => {
	test('count incidents by level, and the incidents with a known length', () => {
		const { incidents, levels } = statistics({
			...incidentsOf([10, 20, 30, 40, 500]),
			'incidents/open.yaml': 'title: Open\nimpact: minor\nstarted_at: 2024-08-30T10:00:00Z\n',
			'incidents/unknown.yaml': 'title: Unknown level\nimpact: bad\nstarted_at: 2024-08-30T10:00:00Z\n',
			'incidents/work.yaml': 'title: Work\nkind: maintenance\nstarted_at: 2024-08-30T10:00:00Z\n',
		});
		expect(incidents).toBe(7);
		expect(levels.map(({ level, count, values }) => [level, count, values.length])).toEqual([
			['minor', 6, 5],
			[undefined, 1, 0],
		]);
		expect(levels[0]?.spread).toEqual({ lowerQuartile: 20, median: 30, upperQuartile: 40 });
	});

	test('name intervals by their two ends, of incidents that state both', () => {
		const { intervals } = statistics({
			...incidentsOf([10, 20, 30, 40, 50]),
			'incidents/other.yaml':
				'title: Other\nimpact: none\nstarted_at: 2024-08-27T10:00:00Z\nresolved_at: 2024-08-27T11:00:00Z\n',
		});
		expect(intervals.map(({ from, to, values, spread }) => [from, to, values.length, spread?.median])).toEqual([
			['started', 'detected', 5, 1],
			['started', 'resolved', 6, 35],
		]);
	});

	test('count the incidents of each week up to the current one', () => {
		const { weeks } = statistics({
			...incidentsOf([10, 20]),
			'incidents/older.yaml': 'title: Older\nimpact: critical\nstarted_at: 2024-08-12T10:00:00Z\n',
		});
		expect(weeks).toEqual([
			{ endsOn: '2024-08-17', counts: [0, 0, 0, 1, 0] },
			{ endsOn: '2024-08-24', counts: [0, 0, 0, 0, 0] },
			{ endsOn: '2024-08-31', counts: [0, 2, 0, 0, 0] },
			{ endsOn: '2024-09-07', counts: [0, 0, 0, 0, 0] },
		]);
	});

	test('count weeks up to the last incident if the last year has none', () => {
		const { weeks } = statistics({
			'incidents/old.yaml':
				'title: Old\nimpact: minor\nstarted_at: 2022-03-02T10:00:00Z\nresolved_at: 2022-03-02T11:00:00Z\n',
		});
		expect(weeks.map(({ endsOn }) => endsOn)).toEqual(['2022-03-05']);
	});

	test('count components and action items, and list overdue ones', () => {
		const { components, actionItems } = statistics({
			...incidentsOf([10]),
			'postmortems/a.md':
				'---\ntitle: Why\naction_items:\n  - { title: Late, owner: db, due: 2024-08-28, status: open }\n  - { title: Later, due: 2024-10-01, status: open }\n  - { title: Over, due: 2024-08-01, status: done }\n---\nText.\n',
		});
		expect(components).toEqual([{ title: 'db', count: 1, last: '2024-08-26' }]);
		expect(actionItems).toMatchObject({ total: 3, open: 2, done: 1 });
		expect(actionItems.overdue).toMatchObject([{ title: 'Late', owner: 'db', due: '2024-08-28', record: 'Why' }]);
	});
});

describe('stats', () => {
	const files = { ...incidentsOf([10, 20, 30, 40, 500]), ...incidentsOf([60], 'major') };

	test('prints medians, and the values where they are too few', async () => {
		const { code, out } = await runOn({ files }, 'stats');
		expect(code).toBe(0);
		expect(out).toContain('6 incidents, from 2024-08-26 to 2024-08-26');
		expect(out).toMatch(/minor +5 +5 +30 min +20 min – 40 min/);
		expect(out).toMatch(/major +1 +1 +– +too few: 1 h/);
		expect(out).not.toMatch(/mean|average/i);
	});

	test('prints JSON', async () => {
		const { out } = await runOn({ files }, 'stats', '--format', 'json');
		const data = JSON.parse(out);
		expect(data).toMatchObject({ version: 1, incidents: 6, levels: [{ level: 'minor' }, { level: 'major' }] });
	});

	test('have a page in the site, without what is internal', () => {
		const log = new FixtureLog({
			...files,
			'incidents/hidden.yaml': 'title: Hidden\ndraft: true\nstarted_at: 2024-08-26\n',
		});
		const page = siteFiles(publicLog(log, CLOCK).log, { version: '1' }).find(({ path }) => path === 'statistics.html');
		const text = page?.render() ?? '';
		expect(text).toContain('6 incidents');
		expect(text).toContain('minor, n = 5');
		expect(text).toContain('too few: 1 h');
	});
});
