import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';
import type { Clock } from '../log/environment.ts';
import type { Progress } from '../log/workspace-options.ts';

/** In milliseconds. Shorter work is not reported. */
const PROGRESS_DELAY_MS = 500;

/** Reports the progress of reading logs to the client if it takes long. Reports nothing without a log. */
export class IndexingProgress {
	readonly #connection: Connection;
	readonly #clock: Clock;
	readonly #canShow: boolean;
	#since: number;
	#reporter: WorkDoneProgressServerReporter | undefined;

	constructor(connection: Connection, clock: Clock, canShow: boolean) {
		this.#connection = connection;
		this.#clock = clock;
		this.#canShow = canShow;
		this.#since = clock.now();
	}

	async report({ done, total }: Progress, hasLog: boolean): Promise<void> {
		if (total === undefined || !hasLog || !this.#canShow || this.#clock.now() - this.#since < PROGRESS_DELAY_MS) {
			return;
		}
		if (done >= total) {
			this.end();
			return;
		}
		if (this.#reporter === undefined) {
			this.#reporter = await this.#connection.window.createWorkDoneProgress();
			this.#reporter.begin('Incident Log', 0, undefined, false);
		}
		this.#reporter.report(Math.floor((100 * done) / total), `${done} of ${total} files`);
	}

	end(): void {
		this.#reporter?.done();
		this.#reporter = undefined;
		this.#since = this.#clock.now();
	}
}
