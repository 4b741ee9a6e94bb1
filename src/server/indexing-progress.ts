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
	readonly #idle: () => Promise<void>;
	/** The time of the first report of the current work; undefined if there is none. */
	#since: number | undefined;
	#reporter: WorkDoneProgressServerReporter | undefined;

	/** `idle` resolves at the end of the current work. */
	constructor(connection: Connection, clock: Clock, canShow: boolean, idle: () => Promise<void>) {
		this.#connection = connection;
		this.#clock = clock;
		this.#canShow = canShow;
		this.#idle = idle;
	}

	async report({ done, total }: Progress, hasLog: boolean): Promise<void> {
		if (this.#since === undefined) {
			this.#since = this.#clock.now();
			this.#endWhenIdle();
		}
		if (total === undefined || !hasLog || !this.#canShow || this.#clock.now() - this.#since < PROGRESS_DELAY_MS) {
			return;
		}
		if (this.#reporter === undefined) {
			this.#reporter = await this.#connection.window.createWorkDoneProgress();
			this.#reporter.begin('Incident Log', 0, undefined, false);
		}
		this.#reporter.report(Math.floor((100 * done) / total), `${done} of ${total} files`);
	}

	#endWhenIdle(): void {
		const end = () => {
			this.#reporter?.done();
			this.#reporter = undefined;
			this.#since = undefined;
		};
		this.#idle().then(end, end);
	}
}
