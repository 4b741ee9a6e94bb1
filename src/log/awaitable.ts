import type { Awaitable } from './environment.ts';

/** All of several values; at once where none of them is a promise, so that a file system that answers at once is not slowed down. */
export function all<T>(values: readonly Awaitable<T>[]): Awaitable<readonly T[]> {
	const ready: T[] = [];
	for (const value of values) {
		if (value instanceof Promise) {
			return Promise.all(values);
		}
		ready.push(value);
	}
	return ready;
}

/** In pieces of a certain size, in order. */
export function* batches<T>(values: readonly T[], size: number): Generator<readonly T[]> {
	for (let at = 0; at < values.length; at += size) {
		yield values.slice(at, at + size);
	}
}
