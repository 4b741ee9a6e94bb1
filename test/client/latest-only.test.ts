import { expect, test } from 'vitest';
import { LatestOnly } from '../../src/client/latest-only.ts';

/** Work that the test ends. */
function slowWork() {
	const ends: (() => void)[] = [];
	let running = 0;
	let most = 0;
	const work = async () => {
		most = Math.max(most, ++running);
		await new Promise<void>(resolve => ends.push(resolve));
		running--;
	};
	const endOne = async () => {
		ends.shift()?.();
		await new Promise(resolve => setImmediate(resolve));
	};
	return { work, endOne, waiting: () => ends.length, most: () => most };
}

test('runs once more for requests during a run, and never twice at a time', async () => {
	const { work, endOne, waiting, most } = slowWork();
	const latest = new LatestOnly(work);
	latest.request();
	latest.request();
	latest.request();
	expect(waiting()).toBe(1);
	await endOne();
	expect(waiting()).toBe(1);
	await endOne();
	expect(waiting()).toBe(0);
	latest.request();
	expect(waiting()).toBe(1);
	await endOne();
	expect([waiting(), most()]).toEqual([0, 1]);
});
