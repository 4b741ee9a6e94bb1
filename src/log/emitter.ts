import type { Disposable } from './environment.ts';

/** Those who want to be told of something. */
export class Emitter<Event> {
	readonly #listeners = new Set<(event: Event) => void>();

	subscribe(listener: (event: Event) => void): Disposable {
		// A function of its own, so that the same listener added twice is told twice and removed once.
		const own = (event: Event) => listener(event);
		this.#listeners.add(own);
		return { dispose: () => this.#listeners.delete(own) };
	}

	fire(event: Event): void {
		for (const listener of [...this.#listeners]) {
			listener(event);
		}
	}
}
