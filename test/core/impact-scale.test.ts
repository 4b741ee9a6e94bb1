import { expect, test } from 'vitest';
import { impactScale } from '../../src/core/impact-scale.ts';

const scale = impactScale(
	['None', 'Low', 'High'],
	new Map([
		['SEV1', 'high'],
		['low', 'High'],
		['odd', 'unknown'],
		['sev1', 'Low'],
	]),
);

test.each([
	['LOW', 'Low', 1],
	[' none ', 'None', 0],
	['sev1', 'High', 2],
	['odd', undefined, 2],
	['unknown', undefined, 2],
])('reads %j as %s of rank %i', (word, level, rank) => {
	expect(scale.levelOf(word)).toBe(level);
	expect(scale.rankOf(word)).toBe(rank);
});
