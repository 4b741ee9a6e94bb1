import { RAL } from 'vscode-languageserver';

/** Resolves after the pending events of the event loop: messages that arrived are handled first. */
export function nextTick(): Promise<void> {
	return new Promise(resolve => {
		RAL().timer.setImmediate(() => resolve());
	});
}

/** Runs an action once after all requests for it in one tick of the event loop. */
export class OncePerTick {
	readonly #act: () => void;
	#isScheduled = false;

	constructor(act: () => void) {
		this.#act = act;
	}

	schedule(): void {
		if (!this.#isScheduled) {
			this.#isScheduled = true;
			RAL().timer.setImmediate(() => {
				this.#isScheduled = false;
				this.#act();
			});
		}
	}
}
