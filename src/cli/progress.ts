import type { CommandHost } from './host.ts';
import { StyledText, styled } from './styled-text.ts';

export interface ProgressLine {
	show(text: string): void;
	clear(): void;
}

/** Milliseconds before progress is shown. */
const PROGRESS_DELAY_MS = 1000;

/** Shows progress on one line of standard error, if it is a terminal and the run takes longer than a second. */
export function progressOn(host: CommandHost): ProgressLine {
	const started = host.clock.now();
	let shown = false;
	const isTerminal = host.err.columns !== undefined;
	return {
		show(text) {
			if (isTerminal && host.clock.now() - started > PROGRESS_DELAY_MS) {
				shown = true;
				host.err.write(styled`${StyledText.ERASED_LINE}${text}`);
			}
		},
		clear() {
			if (shown) {
				host.err.write(StyledText.ERASED_LINE);
			}
		},
	};
}
