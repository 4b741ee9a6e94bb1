/** A pseudo-random generator: the same seed gives the same numbers on every machine and in every version of Node. */
export class Random {
	#state: number;

	constructor(seed: number) {
		this.#state = seed | 0;
	}

	/** From 0 up to, not including, 1. The generator is Mulberry32. */
	next(): number {
		this.#state = (this.#state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	}

	/** Returns an integer from 0 up to, not including, `limit`; 0 if there is none. */
	below(limit: number): number {
		return Math.floor(this.next() * Math.max(limit, 1));
	}

	/** Throws if the list is empty. */
	pick<T>(from: readonly T[]): T {
		if (from.length === 0) {
			throw new Error('Nothing to pick from.');
		}
		return from[this.below(from.length)] as T;
	}

	chance(of: number): boolean {
		return this.next() < of;
	}
}

/** Returns the seed of one document of a run, so that each can be drawn without those before it. */
export function seedOf(run: number, index: number): number {
	return Math.imul(run ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(index + 1, 0xc2b2ae35);
}
