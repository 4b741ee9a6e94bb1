/// <reference types="node" />
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readTime } from '../../../src/core/time/read-time.ts';

const zones = ['UTC', 'America/New_York', 'Europe/London', 'Asia/Kolkata', 'Australia/Lord_Howe', '-04:00', 'No/Where'];
const seeds = [
	'2024-08-26T05:30:00-04:00[America/New_York][u-ca=gregory]',
	'2024-08-26 05:30EST',
	'about August 26th, 2024 at 5:30 p.m. PST (UTC-7)',
	'Wed, 26 Aug 2024 05:30:00.123 GMT',
	'26/08/2024 13:00am',
	'20240826T053000Z',
];
const piece = fc.constantFrom(
	...'0123456789:-+TZ.[]()/ ,~½é',
	'24:00',
	'EST',
	' PM',
	'[Europe/Rome]',
	'2024',
	'\ud800',
	'\0',
);
const mutated = fc
	.tuple(fc.constantFrom(...seeds), fc.array(fc.tuple(fc.nat(60), fc.nat(3), piece), { maxLength: 4 }))
	.map(([seed, edits]) =>
		edits.reduce((text, [at, count, add]) => text.slice(0, at) + add + text.slice(at + count), seed),
	);
const context = fc.record({
	timeZone: fc.constantFrom(...zones),
	date: fc.constantFrom(undefined, Temporal.PlainDate.from('2024-02-29')),
});

describe('any text', () => {
	test.each([
		['arbitrary', fc.string({ unit: 'binary', maxLength: 140 })],
		['mutated', mutated],
	])('%s: is read without an exception, with ranges inside of it', (_, texts) => {
		fc.assert(
			fc.property(texts, context, (text, context) => {
				const reading = readTime(text, context);
				const range = reading.ok ? reading.canonicalRange : reading.range;
				expect(range.start).toBeGreaterThanOrEqual(0);
				expect(range.start).toBeLessThanOrEqual(range.end);
				expect(range.end).toBeLessThanOrEqual(text.length);
				if (reading.ok) {
					expect(Temporal.Instant.compare(reading.earliest, reading.latest)).toBeLessThanOrEqual(0);
				} else {
					expect(reading.detail === '').toBe(reading.reason === 'malformed');
				}
			}),
			{ numRuns: 5000 },
		);
	});

	test('has a canonical form that is read as the same time without a fault, and is its own canonical form', () => {
		fc.assert(
			fc.property(mutated, context, (text, context) => {
				const reading = readTime(text, context);
				if (!reading.ok) {
					return;
				}
				const again = readTime(reading.canonical, context);
				expect(again).toMatchObject({ ok: true, canonical: reading.canonical, deviations: [], localFault: undefined });
				expect(again.ok && again.earliest.epochMilliseconds).toBe(reading.earliest.epochMilliseconds);
			}),
			{ numRuns: 5000 },
		);
	});
});

const instants = fc.date({ min: new Date('1970-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });

test('reads what Temporal writes as Temporal reads it', () => {
	fc.assert(
		fc.property(instants, fc.constantFrom(...zones.slice(0, 5)), (date, timeZone) => {
			const zoned = Temporal.Instant.fromEpochMilliseconds(date.getTime()).toZonedDateTimeISO(timeZone);
			for (const text of [zoned.toString(), zoned.toString({ timeZoneName: 'never' }), zoned.toInstant().toString()]) {
				const reading = readTime(text, { timeZone: 'UTC' });
				expect(reading).toMatchObject({ ok: true, deviations: [], offsetMismatch: undefined });
				expect(reading.ok && reading.earliest.toString()).toBe(Temporal.Instant.from(text).toString());
			}
		}),
		{ numRuns: 2000 },
	);
});

test('reads a local time as Temporal reads it, including gaps and overlaps', () => {
	fc.assert(
		fc.property(instants, fc.constantFrom(...zones.slice(0, 5)), (date, timeZone) => {
			const wallClock = date.toISOString().slice(0, 19);
			const reading = readTime(wallClock, { timeZone });
			const plain = Temporal.PlainDateTime.from(wallClock);
			const expected = plain.toZonedDateTime(timeZone, { disambiguation: 'compatible' }).epochMilliseconds;
			expect(reading.ok && reading.earliest.epochMilliseconds).toBe(expected);
			expect(reading.ok && reading.latest.epochMilliseconds).toBe(
				reading.ok && reading.localFault === 'ambiguous'
					? plain.toZonedDateTime(timeZone, { disambiguation: 'later' }).epochMilliseconds
					: expected,
			);
		}),
		{ numRuns: 2000 },
	);
});

describe.each(['Pacific/Kiritimati', 'America/St_Johns', 'UTC'])('on a machine in %s', machineZone => {
	const before = process.env['TZ'];
	beforeAll(() => {
		process.env['TZ'] = machineZone;
	});
	afterAll(() => {
		process.env['TZ'] = before;
	});
	test('the readings are the same', () => {
		const offset = Temporal.Instant.from('2024-08-26T00:00Z').toZonedDateTimeISO(machineZone).offsetNanoseconds / 6e10;
		expect(new Date('2024-08-26T00:00Z').getTimezoneOffset(), 'the zone took effect').toBe(offset === 0 ? 0 : -offset);
		const context = { timeZone: 'America/New_York', date: Temporal.PlainDate.from('2024-08-26') };
		const read = [...seeds, '05:30', '2024-08-26', '2025-11-02 01:30'].map(text => {
			const reading = readTime(text, context);
			return reading.ok ? `${reading.canonical} ${reading.earliest.epochMilliseconds}` : reading.detail;
		});
		expect(read).toEqual([
			'2024-08-26T05:30:00-04:00[America/New_York] 1724664600000',
			'2024-08-26T05:30:00-04:00 1724664600000',
			'2024-08-26T17:30:00-07:00 1724718600000',
			'2024-08-26T05:30:00.123Z 1724650200123',
			'a 12-hour clock has hours 1 to 12',
			'2024-08-26T05:30:00Z 1724650200000',
			'2024-08-26T05:30:00-04:00 1724664600000',
			'2024-08-26 1724644800000',
			'2025-11-02T01:30:00-04:00 1762061400000',
		]);
	});
});

/** All fields of a reading except the text, with its Temporal objects as text. */
function fieldsOf(reading: ReturnType<typeof readTime>) {
	const { text: _, ...fields } = reading;
	return reading.ok
		? { ...fields, texts: [reading.date, reading.time, reading.earliest, reading.latest, reading.epochDay].map(String) }
		: fields;
}

const digits = (most: number) => fc.nat(most).map(number => String(number).padStart(2, '0'));
const canonical = fc
	.tuple(
		fc.nat(2100).map(year => String(year).padStart(4, '0')),
		fc.tuple(digits(13), digits(32)),
		fc.tuple(digits(25), digits(61), digits(61)),
		fc.oneof(fc.constantFrom('', 'Z', '-00:00'), fc.tuple(fc.constantFrom('+', '-'), digits(25), digits(61))),
	)
	.map(([year, day, clock, zone]) => {
		const date = [year, ...day].join('-');
		const offset = typeof zone === 'string' ? zone : `${zone[0]}${zone[1]}:${zone[2]}`;
		return offset === '' ? date : `${date}T${clock.join(':')}${offset}`;
	});

test('the fast path for the canonical form agrees with the token reader', () => {
	fc.assert(
		fc.property(canonical, context, (text, context) => {
			// White space at the end disables the fast path.
			expect(fieldsOf(readTime(text, context))).toEqual(fieldsOf(readTime(`${text} `, context)));
		}),
		{ numRuns: 2000 },
	);
});
