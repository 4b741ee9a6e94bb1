import type { CheckReport } from '../report.ts';
import type { Text } from '../styled-text.ts';

export interface FormatContext {
	/** Formats a URI as a path relative to the working directory. */
	readonly toPath: (uri: string) => string;
	readonly colour: boolean;
	/** Maximum width of the output. */
	readonly columns: number;
}

/** Turns a report into text for standard output. Plain text is escaped when it is printed. */
export type Format = (report: CheckReport, context: FormatContext) => Text;
