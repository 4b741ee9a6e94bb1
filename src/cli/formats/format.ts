import type { Report } from '../report.ts';
import type { Text } from '../styled-text.ts';

export interface FormatContext {
	/** A URI as a path for people: relative to the working directory. */
	readonly toPath: (uri: string) => string;
	readonly colour: boolean;
	/** How wide the output may be. */
	readonly columns: number;
}

/** Turns a report into text for standard output. Plain text is escaped when it is printed. */
export type Format = (report: Report, context: FormatContext) => Text;
