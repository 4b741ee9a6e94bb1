import { describe, expect, test } from 'vitest';
import { DEFAULT_IMPACT_LEVELS, impactScale } from '../../../src/core/impact-scale.ts';
import { readDuration } from '../../../src/parse/values/durations.ts';
import { readLevel } from '../../../src/parse/values/levels.ts';
import { readList } from '../../../src/parse/values/lists.ts';
import { VOCABULARY } from '../../../src/vocabulary/index.ts';

const located = (value: string) => ({ value, range: { start: 10, end: 10 + value.length } });

describe('a level', () => {
	const scale = impactScale(DEFAULT_IMPACT_LEVELS);

	test.each([
		['High (jobs late)', 'High', 'critical'],
		['Critical — all customers', 'Critical', 'critical'],
		['SEV-2', 'SEV-2', 'major'],
		['sev1', 'sev1', 'critical'],
		['Sev 3 / P2', 'Sev 3', 'minor'],
		['P1', 'P1', 'critical'],
		['S4', 'S4', 'minor'],
		['moderate', 'moderate', 'major'],
		['🔴 Critical', 'Critical', 'critical'],
		['Medium severity', 'Medium', 'major'],
		['Alta', 'Alta', 'critical'],
		['2', '2', 'major'],
	])('is read from %s', (written, word, level) => {
		const found = readLevel(located(written), scale, VOCABULARY);
		expect([found?.word.value, found?.level]).toEqual([word, level]);
		const { start = 0, end = 0 } = found?.word.range ?? {};
		expect(written.slice(start - 10, end - 10)).toBe(word);
	});

	test.each(['', 'Minor delays in processing', 'All uploads failed', 'P12', '2024'])('is not read from %s', written => {
		expect(readLevel(located(written), scale, VOCABULARY)).toBe(undefined);
	});

	test('of the log takes precedence, by name or alias', () => {
		const own = impactScale(['calm', 'storm'], new Map([['SEV2', 'calm']]));
		expect(readLevel(located('SEV2'), own, VOCABULARY)).toMatchObject({ level: 'calm', isOwn: true });
		expect(readLevel(located('SEV1'), own, VOCABULARY)).toMatchObject({ level: 'storm', isOwn: false });
	});
});

describe('a duration', () => {
	test.each([
		['~61 minutes (down 01:40 UTC to 02:11 UTC)', 61],
		['00:06:00', 6],
		['1:30', 90],
		['1h 5m', 65],
		['about 3-4 hours', 180],
		['ca. 2 Stunden', 120],
		['1,5 Stunden', 90],
		['2 h 30', 150],
		['environ 6 heures', 360],
		['1 hora y 20 minutos', 80],
		['55 minutter', 55],
		['1時間30分', 90],
		['14:05 – 15:25（约80分钟）', 80],
		['une heure', 60],
	])('is read from %s', (written, minutes) => {
		expect(readDuration(located(written))?.value.minMinutes).toBe(minutes);
	});

	test.each(['01:40 UTC to 02:11 UTC', '2h of support hours', 'unknown', '5M', '14时05分至15时20分'])(
		'is not read from %s',
		written => {
			expect(readDuration(located(written))).toBe(undefined);
		},
	);
});

test('a list is read from words, and not from prose', () => {
	expect(readList(located('mail, `web` (EU, US); API + queue')).map(({ value }) => value)).toEqual([
		...['mail', 'web (EU, US)', 'API', 'queue'],
	]);
	expect(readList(located('all users who had opened the page before noon, and others'))).toEqual([]);
});
