import type { CommandHost } from './host.ts';
import { StyledText, styled } from './styled-text.ts';

export interface Progress {
	show(text: string): void;
	clear(): void;
}

/** How long something may take without a word, in milliseconds. */
const PROGRESS_DELAY_MS = 1000;

/** A line on standard error that is written over and over; only on a terminal, and only when it takes longer than a second. */
export function progressOn(host: CommandHost): Progress {
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
