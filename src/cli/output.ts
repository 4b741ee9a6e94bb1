import { visibleText } from '../core/visible-text.ts';
import type { Output, Stream } from './host.ts';
import { StyledText } from './styled-text.ts';

/** Wraps a stream for commands: escapes plain text. */
export function safeOutput(stream: Stream): Output {
	const { columns, hyperlinks } = stream;
	return {
		columns,
		hyperlinks,
		write: text => stream.write(StyledText.forTerminal(text)),
		writeData: text => stream.write(columns === undefined ? text : visibleText(text)),
	};
}
