import type { Disposable } from './environment.ts';

/** Those who want to be told of something. */
export class Listeners<Event> {
	readonly #listeners = new Set<(event: Event) => void>();

	add(listener: (event: Event) => void): Disposable {
		// A function of its own, so that the same listener added twice is told twice and removed once.
		const own = (event: Event) => listener(event);
		this.#listeners.add(own);
		return { dispose: () => this.#listeners.delete(own) };
	}

	tell(event: Event): void {
		for (const listener of [...this.#listeners]) {
			listener(event);
		}
	}
}
