import type { Disposable } from './environment.ts';

/** Listeners of one event. */
export class Emitter<Event> {
	readonly #listeners = new Set<(event: Event) => void>();

	subscribe(listener: (event: Event) => void): Disposable {
		// A separate function: a listener that is subscribed twice is called twice, and removed once per `dispose`.
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
