import type { Awaitable } from './environment.ts';

/** Like `Promise.all`, but synchronous if no value is a promise: a synchronous file system is not slowed down. */
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

/** Splits values into arrays of at most `size`, in order. */
export function* batches<T>(values: readonly T[], size: number): Generator<readonly T[]> {
	for (let at = 0; at < values.length; at += size) {
		yield values.slice(at, at + size);
	}
}

/** Converts a value, synchronously if it is not a promise. */
export function mapAwaitable<T, U>(value: Awaitable<T>, convert: (value: T) => U): Awaitable<U> {
	return value instanceof Promise ? value.then(convert) : convert(value);
}
