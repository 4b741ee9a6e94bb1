/** Coalesces requests: runs the work at most once at a time, and once more after the last request during a run. */
export class LatestOnly {
	readonly #work: () => Promise<void>;
	readonly #pause: number;
	#isRunning = false;
	#runsAgain = false;

	/** `pause`: milliseconds between the end of one run and the start of the next. `work` handles its own errors. */
	constructor(work: () => Promise<void>, pause = 0) {
		this.#work = work;
		this.#pause = pause;
	}

	request(): void {
		this.#runsAgain = true;
		if (!this.#isRunning) {
			void this.#run();
		}
	}

	async #run(): Promise<void> {
		this.#isRunning = true;
		try {
			while (this.#runsAgain) {
				this.#runsAgain = false;
				await this.#work();
				if (this.#pause > 0) {
					await new Promise(resolve => setTimeout(resolve, this.#pause));
				}
			}
		} finally {
			this.#isRunning = false;
		}
	}
}
