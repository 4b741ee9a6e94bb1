import type { Environment } from './environment.ts';

/** Passes all calls to one of several environments. A workspace must be reloaded after a switch. */
export class SwitchableEnvironment implements Environment {
	#current: Environment;

	constructor(first: Environment) {
		this.#current = first;
	}

	switchTo(environment: Environment): void {
		this.#current = environment;
	}

	read(...args: Parameters<Environment['read']>): ReturnType<Environment['read']> {
		return this.#current.read(...args);
	}

	list(...args: Parameters<Environment['list']>): ReturnType<Environment['list']> {
		return this.#current.list(...args);
	}

	stat(...args: Parameters<Environment['stat']>): ReturnType<Environment['stat']> {
		return this.#current.stat(...args);
	}

	watch(...args: Parameters<Environment['watch']>): ReturnType<Environment['watch']> {
		return this.#current.watch(...args);
	}
}
