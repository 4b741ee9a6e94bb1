/** Coalesces requests: runs the work at most once at a time, and once more after the last request during a run. */
export class LatestOnly {
	readonly #work: () => Promise<void>;
	readonly #pause: number;
	#running = false;
	#again = false;

	/** `pause`: milliseconds between the end of one run and the start of the next. `work` handles its own errors. */
	constructor(work: () => Promise<void>, pause = 0) {
		this.#work = work;
		this.#pause = pause;
	}

	request(): void {
		this.#again = true;
		if (!this.#running) {
			void this.#run();
		}
	}

	async #run(): Promise<void> {
		this.#running = true;
		try {
			while (this.#again) {
				this.#again = false;
				await this.#work();
				if (this.#pause > 0) {
					await new Promise(resolve => setTimeout(resolve, this.#pause));
				}
			}
		} finally {
			this.#running = false;
		}
	}
}
