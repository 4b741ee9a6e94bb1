import { visibleText } from '../core/visible-text.ts';
import type { Output, Stream } from './host.ts';
import { StyledText } from './styled-text.ts';

/** The only way from commands to a stream: plain text is escaped here. */
export function safeOutput(stream: Stream): Output {
	const { columns } = stream;
	return {
		columns,
		write: text => stream.write(StyledText.forTerminal(text)),
		writeData: text => stream.write(columns === undefined ? text : visibleText(text)),
	};
}
