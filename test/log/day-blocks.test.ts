import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blocksMeeting, blocksOf, type DayBlock } from '../../src/log/day-blocks.ts';
import { FixtureLog } from '../support/fixture-log.ts';

const day = fc.integer({ min: -40_000, max: 40_000 });
const length = fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 9000 }), fc.constant(Infinity));
const text = ({ level, index }: DayBlock) => `${level}:${index}`;

describe('blocks of days', () => {
	test('an interval and a query have a block in common if and only if they meet', () => {
		const inRange = (value: number) => Math.min(2 ** 15 - 1, Math.max(-(2 ** 15), value));
		fc.assert(
			fc.property(
				day,
				length,
				fc.oneof(day, fc.constant(undefined)),
				fc.integer({ min: 0, max: 30 }),
				(from, days, other, more) => {
					const start = other ?? from + 10;
					const query = new Set(blocksMeeting(start, start + more).map(text));
					const meet = inRange(from) <= inRange(start + more) && inRange(from + days) >= inRange(start);
					expect(blocksOf(from, from + days).some(block => query.has(text(block)))).toBe(meet);
				},
			),
		);
	});

	test('blocks of an interval are few, and do not overlap', () => {
		fc.assert(
			fc.property(day, length, (from, days) => {
				const blocks = blocksOf(from, from + days);
				expect(blocks.length).toBeLessThanOrEqual(32);
				const ranges = blocks.map(({ level, index }) => [index * 2 ** level, (index + 1) * 2 ** level] as const);
				for (const [i, [start]] of ranges.slice(1).entries()) {
					expect(start).toBe(ranges[i]?.[1]);
				}
			}),
		);
	});

	test('a query for two weeks reads less than a hundred blocks', () => {
		expect(blocksMeeting(19_000, 19_015).length).toBeLessThan(100);
	});
});

describe('incidents between two instants', () => {
	const record = (name: string, lines: string) =>
		`//- /incidents/${name}.yaml\ntitle: ${name}\nimpact: minor\n${lines}\n`;
	const log = new FixtureLog(
		[
			record('open', 'started_at: 2022-01-01T00:00:00Z'),
			record('long', 'started_at: 2024-08-01T00:00:00Z\nresolved_at: 2024-08-26T10:00:00Z'),
			record('over', 'started_at: 2024-08-01T00:00:00Z\nresolved_at: 2024-08-26T09:59:00Z'),
			record('unknown', 'started_at: 2024-08-26T09:00:00Z\nstatus: resolved'),
			record('day', 'started_at: 2024-08-26\nstatus: resolved'),
			record('range', 'started_at: 2024-08-26T09:00:00Z\nstatus: resolved\nsummary: It lasted 1-2 hours.'),
			record('later', 'started_at: 2024-08-26T11:00:00Z'),
			'//- /bulletins/2024-08-31.md\n* **August 26: entry** (10:30 UTC): Short.\n',
		].join(''),
	);
	const between = (from: string, to: string) =>
		log.view.incidentsBetween(Date.parse(from), Date.parse(to)).map(({ title }) => title);

	test('include those that began before, to their end, the upper bound of their duration, or the end of their day', () => {
		expect(between('2024-08-26T10:00:00Z', '2024-08-26T11:00:00Z')).toEqual(['day', 'long', 'open', 'range', 'entry']);
	});

	test('include an open incident for ever, and nothing before its start', () => {
		expect(between('2030-01-01T00:00:00Z', '2030-01-02T00:00:00Z')).toEqual(['later', 'open']);
		expect(between('2021-01-01T00:00:00Z', '2022-01-01T00:00:00Z')).toEqual([]);
	});

	test('follow an edit', () => {
		const other = new FixtureLog(record('open', 'started_at: 2022-01-01T00:00:00Z'));
		const uri = `${other.root}/incidents/open.yaml`;
		const now = () => other.view.incidentsBetween(Date.parse('2024-08-26'), Date.parse('2024-08-27')).length;
		expect(now()).toBe(1);
		other.set(uri, 'title: Open\nstarted_at: 2022-01-01T00:00:00Z\nresolved_at: 2022-01-02T00:00:00Z\n', 'incident');
		expect(now()).toBe(0);
		other.delete(uri);
		expect(now()).toBe(0);
	});
});
