import { RAL } from 'vscode-languageserver';

/** Resolves after whatever waits in the event loop has had its turn: messages that came in meanwhile are taken up. */
export function nextTick(): Promise<void> {
	return new Promise(resolve => {
		RAL().timer.setImmediate(() => resolve());
	});
}

/** Gathers what happens within a turn of the event loop and hands it on once, after it. */
export class OncePerTick {
	readonly #act: () => void;
	#isPlanned = false;

	constructor(act: () => void) {
		this.#act = act;
	}

	plan(): void {
		if (!this.#isPlanned) {
			this.#isPlanned = true;
			RAL().timer.setImmediate(() => {
				this.#isPlanned = false;
				this.#act();
			});
		}
	}
}
