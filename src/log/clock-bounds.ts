/** The period in which all comparisons that a check has made with the current time have the same results. */
export class ClockBounds {
	/** In milliseconds since 1970-01-01T00:00Z, both inclusive. */
	#first = Number.NEGATIVE_INFINITY;
	#last = Number.POSITIVE_INFINITY;

	/** Must be called for each comparison of the current time with an instant. */
	compare(now: number, instant: number): void {
		if (now > instant) {
			this.#first = Math.max(this.#first, Math.floor(instant) + 1);
		} else if (now < instant) {
			this.#last = Math.min(this.#last, Math.ceil(instant) - 1);
		} else {
			this.#first = now;
			this.#last = now;
		}
	}

	contains(now: number): boolean {
		return this.#first <= now && now <= this.#last;
	}
}
