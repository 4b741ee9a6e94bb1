import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { ABBREVIATION_USES } from '../../../src/core/time/abbreviations.ts';
import { formatOffset, parseOffset } from '../../../src/core/time/offset.ts';
import { firstInstantOf, instantsOf, offsetAt, zoneName } from '../../../src/core/time/zone-offset.ts';
import {
	abbreviationAt,
	abbreviationInfo,
	isTimeZone,
	zonePlace,
	zonesOfAbbreviation,
} from '../../../src/core/time/zones.ts';

const at = (text: string) => Temporal.Instant.from(text);
const wall = (text: string) => Temporal.PlainDateTime.from(text);

test.each([
	['America/New_York', true],
	['america/new_york', true],
	['UTC', true],
	['US/Pacific', true],
	['EST5EDT', true],
	['America/NewYork', false],
	['+02:00', false],
	['2024-08-26T05:30:00Z[Europe/Rome]', false],
	['', false],
	['__proto__', false],
	['constructor', false],
	['A'.repeat(1000), false],
])('%s is a time zone: %s', (name, expected) => expect(isTimeZone(name)).toBe(expected));

test('returns the canonical IANA name of a zone', () => expect(zoneName('europe/ROME')).toBe('Europe/Rome'));

test.each([
	['America/New_York', 'New York'],
	['America/Argentina/Buenos_Aires', 'Buenos Aires'],
	['UTC', 'UTC'],
])('the city of %s is %s', (zone, city) => expect(zonePlace(zone)).toBe(city));

describe('offsets', () => {
	test.each([
		['+00:00', 0],
		['-04:00', -14_400_000],
		['+05:45', 20_700_000],
		['-00:44:30', -2_670_000],
	])('%s', (text, offset) => {
		expect(parseOffset(text)).toBe(offset);
		expect(formatOffset(offset)).toBe(text);
	});
	test.each(['Z', '4', '+4', '+04', '+24:00', '+04:60', '-04:00 ', 'Europe/Rome'])('%j is not an offset', text =>
		expect(parseOffset(text)).toBeUndefined(),
	);
	test('change at the exact instant', () => {
		const change = at('2024-03-10T07:00Z').epochMilliseconds;
		expect([offsetAt('America/New_York', change - 1), offsetAt('America/New_York', change)]).toEqual([
			-18_000_000, -14_400_000,
		]);
	});
	test('of an unknown zone are 0', () => expect(offsetAt('No/Where', 0)).toBe(0));
});

describe('a local time', () => {
	const utc = (text: string) => Date.parse(`${text}Z`);
	test('occurs once, twice or never', () => {
		expect(instantsOf('America/New_York', utc('2024-08-26T05:30'))).toEqual([utc('2024-08-26T09:30')]);
		expect(instantsOf('America/New_York', utc('2025-11-02T01:30'))).toEqual([
			utc('2025-11-02T05:30'),
			utc('2025-11-02T06:30'),
		]);
		expect(instantsOf('America/New_York', utc('2026-03-08T02:30'))).toEqual([]);
	});
	test('in a gap is moved forward by the gap', () => {
		expect(firstInstantOf('America/New_York', utc('2026-03-08T02:30'))).toBe(utc('2026-03-08T07:30'));
	});
	test('never occurs on a day that the zone skips', () => {
		expect(instantsOf('Pacific/Apia', utc('2011-12-30T12:00'))).toEqual([]);
	});
});

describe('the abbreviation that a zone uses', () => {
	test.each([
		['America/New_York', '2024-08-26T09:30Z', 'EDT'],
		['America/New_York', '2024-01-26T09:30Z', 'EST'],
		['us/eastern', '2024-08-26T09:30Z', 'EDT'],
		['America/Phoenix', '2024-08-26T09:30Z', 'MST'],
		['Europe/London', '2024-01-26T09:30Z', 'GMT'],
		['Europe/London', '2024-08-26T09:30Z', 'BST'],
		['Europe/Dublin', '2024-08-26T09:30Z', 'IST'],
		['Asia/Kolkata', '2024-08-26T09:30Z', 'IST'],
		['America/Sao_Paulo', '2024-08-26T09:30Z', 'BRT'],
		['UTC', '2024-08-26T09:30Z', 'UTC'],
		['Asia/Tashkent', '2024-08-26T09:30Z', '+05:00'],
		['-04:00', '2024-08-26T09:30Z', '-04:00'],
	])('%s at %s: %s', (zone, instant, expected) => expect(abbreviationAt(zone, at(instant))).toBe(expected));
});

describe('the zones of an abbreviation', () => {
	test.each([
		['EST', 'America/Toronto', ['America/Toronto']],
		['EST', 'Europe/Rome', ['America/New_York']],
		['CST', 'America/New_York', ['America/Chicago']],
		['CST', 'Asia/Tokyo', ['Asia/Shanghai']],
		['CST', 'UTC', ['America/Chicago', 'Asia/Shanghai']],
		['CST', 'America/Havana', ['America/Havana']],
		['IST', 'UTC', ['Asia/Kolkata', 'Europe/Dublin', 'Asia/Jerusalem']],
		['IST', 'Europe/Berlin', ['Europe/Dublin']],
		['BST', 'UTC', ['Europe/London', 'Asia/Dhaka']],
		['bst', 'Europe/Paris', ['Europe/London']],
		['PST', 'UTC', ['America/Los_Angeles']],
		['PST', 'Asia/Manila', ['Asia/Manila']],
		['PT', 'UTC', ['America/Los_Angeles']],
		['UTC', 'America/New_York', ['UTC']],
		['GMT', 'Europe/London', ['UTC']],
		['XYZ', 'UTC', []],
		['constructor', 'UTC', []],
	])('%s in a log of %s', (abbreviation, zone, expected) =>
		expect(zonesOfAbbreviation(abbreviation, zone)).toEqual(expected),
	);
});

describe('an abbreviation at a wall-clock time', () => {
	test.each([
		['EST', 'America/New_York', '2024-08-26T05:30', false, 'EDT', '-05:00'],
		['EDT', 'America/New_York', '2024-08-26T05:30', true, 'EDT', '-04:00'],
		['EDT', 'America/New_York', '2024-01-26T05:30', false, 'EST', '-04:00'],
		['ET', 'America/New_York', '2024-01-26T05:30', true, 'ET', undefined],
		['EST', 'America/Panama', '2024-08-26T05:30', true, 'EST', '-05:00'],
		['CET', 'UTC', '2024-06-26T05:30', false, 'CEST', '+01:00'],
		['GMT', 'Europe/London', '2024-08-26T05:30', true, 'GMT', '+00:00'],
		['BST', 'Europe/London', '2024-01-26T05:30', false, 'GMT', '+01:00'],
		['JST', 'UTC', '2024-08-26T05:30', true, 'JST', '+09:00'],
		// Both are in force in a repeated hour, and neither is reported in a skipped hour.
		['EST', 'America/New_York', '2025-11-02T01:30', true, 'EST', '-05:00'],
		['EDT', 'America/New_York', '2025-11-02T01:30', true, 'EDT', '-04:00'],
		['EST', 'America/New_York', '2026-03-08T02:30', true, 'EST', '-05:00'],
		['EDT', 'America/New_York', '2026-03-08T02:30', true, 'EDT', '-04:00'],
	])('%s in %s at %s', (abbreviation, zone, time, isInForce, expected, offset) => {
		expect(abbreviationInfo(abbreviation, zone, wall(time))).toMatchObject({ isInForce, expected, offset });
	});
	test('is undefined for an unknown abbreviation', () => {
		expect(abbreviationInfo('TBD', 'UTC', wall('2024-08-26T05:30'))).toBeUndefined();
	});
	test('lists its other meanings if it is ambiguous', () => {
		const info = abbreviationInfo('CST', 'UTC', wall('2024-01-26T05:30'));
		expect(info).toMatchObject({ timeZone: 'America/Chicago', ambiguousZones: ['America/Chicago', 'Asia/Shanghai'] });
		expect(abbreviationInfo('CST', 'America/Chicago', wall('2024-01-26T05:30'))?.ambiguousZones).toEqual([]);
	});
});

test('the offsets of each zone in the table are those of 2024', () => {
	const wrong: string[] = [];
	for (const { names, zones } of ABBREVIATION_USES) {
		for (const zone of zones.trim().split(/\s+/)) {
			const had = new Set([1, 4, 7, 10].map(month => formatOffset(offsetAt(zone, Date.UTC(2024, month - 1, 15)))));
			if (!isTimeZone(zone) || ![...had].every(offset => Object.hasOwn(names, offset))) {
				wrong.push(`${zone}: ${[...had]}`);
			}
		}
	}
	expect(wrong).toEqual([]);
});
