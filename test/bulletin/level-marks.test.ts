import { describe, expect, test } from 'vitest';
import { levelMarks, SHADES, shadeOf } from '../../src/bulletin/level-marks.ts';

describe('marks of levels', () => {
	test.each([
		[
			['none', 'minor', 'major', 'critical'],
			['N', 'Mi', 'Ma', 'C'],
		],
		[
			['SEV3', 'SEV2', 'SEV1'],
			['3', '2', '1'],
		],
		[['sev10', 'sev11'], ['10', '11'].map(Number).map(String)],
		[
			['P4', 'P3', 'P2', 'P1'],
			['4', '3', '2', '1'],
		],
		[
			['degraded', 'disrupted', 'down'],
			['De', 'Di', 'Do'],
		],
		[
			['minor', 'minimal'],
			['1', '2'],
		],
		[['low'], ['L']],
	])('%j have the marks %j', (levels, marks) => {
		expect(levelMarks(levels)).toEqual(marks);
	});

	test.each([1, 2, 3, 4, 5, 6, 7, 8])('%i levels have increasingly dark shades, up to the darkest', count => {
		const shades = Array.from({ length: count }, (_, rank) => shadeOf(rank, count));
		expect(shades).toEqual([...new Set(shades)].sort((a, b) => a - b));
		expect(shades.at(-1)).toBe(SHADES - 1);
	});
});
