import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ClockBounds } from '../../src/log/clock-bounds.ts';
import { rules } from '../../src/rules/index.ts';
import { FixtureLog, ROOT } from '../support/fixture-log.ts';
import { probe } from '../support/probe-rules.ts';

const FILES = {
	'incidents/2024-08-26-disk.yaml':
		'title: Disk\nimpact: critical\nstarted_at: 2024-08-26T10:00:00Z\nresolved_at: 2024-08-26T11:00:00Z\n',
	'incidents/2024-08-28-open.yaml':
		'title: Open\nimpact: minor\nstarted_at: 2024-08-28T10:00:00.5Z\nstatus: identified\n',
	'postmortems/2024-08-26-disk.md':
		'---\nstatus: draft\nincidents: [2024-08-26-disk]\n---\n\n# Disk\n\n## Action items\n\n- [ ] Alert earlier (owner: ops, due: 2024-09-10)\n',
};
const URIS = Object.keys(FILES).map(path => `${ROOT}/${path}`);
/** Instants at and around which findings change. */
const times = fc.oneof(
	fc.integer({ min: Date.UTC(2024, 7, 20), max: Date.UTC(2024, 10, 20) }),
	fc
		.tuple(
			fc.constantFrom('2024-08-26T09:55:00Z', '2024-08-26T10:00:00Z', '2024-08-28T10:00:00Z', '2024-09-11T10:00:00Z'),
			fc.integer({ min: -2, max: 2 }),
		)
		.map(([instant, difference]) => Date.parse(instant) + difference),
);

describe('findings that depend on the current time', () => {
	test('are those of a new log after any sequence of times', () => {
		const codes = new Set<string>();
		fc.assert(
			fc.property(fc.array(times, { minLength: 2, maxLength: 6 }), sequence => {
				let now = sequence[0] ?? 0;
				const log = new FixtureLog(FILES, { clock: { now: () => now } });
				for (const next of sequence) {
					now = next;
					log.invalidateClock();
					const fresh = new FixtureLog(FILES, { clock: { now: () => next } });
					for (const uri of URIS) {
						expect(log.findings(uri)).toEqual(fresh.findings(uri));
						fresh.findings(uri).map(({ code }) => codes.add(code));
					}
				}
			}),
			{ numRuns: 60 },
		);
		expect([...codes]).toEqual(expect.arrayContaining(['time/future', 'time/left-open']));
	});

	test('are computed again only if a comparison has another result', () => {
		let now = Date.UTC(2024, 8, 1);
		let checks = 0;
		const counting = probe('counting', () => {
			checks++;
			return [];
		});
		const log = new FixtureLog(FILES, { clock: { now: () => now }, rules: [...rules, counting] });
		const [uri = ''] = URIS;
		const check = (time: number) => {
			now = time;
			log.invalidateClock();
			log.findings(uri);
			return checks;
		};
		expect(check(now)).toBe(1);
		expect(check(now + 3_600_000)).toBe(1);
		expect(check(Date.UTC(2024, 7, 26, 9))).toBe(2);
		expect(check(Date.UTC(2024, 7, 26, 9, 1))).toBe(2);
	});
});

describe('the bounds of comparisons', () => {
	test('exclude the instants with which the time was compared', () => {
		const bounds = new ClockBounds();
		bounds.compare(5, 2);
		bounds.compare(5, 8.5);
		expect([2, 3, 8, 9].map(now => bounds.contains(now))).toEqual([false, true, true, false]);
	});

	test('are the current time if it was compared with itself', () => {
		const bounds = new ClockBounds();
		bounds.compare(5, 5);
		expect([4, 5, 6].map(now => bounds.contains(now))).toEqual([false, true, false]);
	});
});
