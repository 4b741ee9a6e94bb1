import type { DisplayOptions } from '../display-options.ts';
import type { CheckReport } from '../report.ts';
import type { StyledText } from '../styled-text.ts';
import type { CheckedVersion } from '../version-options.ts';

export interface FormatContext {
	/** URI of the working directory. */
	readonly cwd: string;
	/** URI of the root of the repository that contains the working directory; without one, the working directory. */
	readonly repository: string;
	/** Milliseconds since 1970-01-01T00:00Z. */
	readonly now: number;
	/** Formats a URI as a path relative to the working directory. */
	readonly toPath: (uri: string) => string;
	readonly colour: boolean;
	/** Whether codes of rules are links to their pages. */
	readonly hyperlinks: boolean;
	/** Whether texts are wrapped at the width. Otherwise only lines of files are shortened to it. */
	readonly wraps: boolean;
	/** Maximum width of the output. */
	readonly columns: number;
	/** What formats for people show. */
	readonly display: DisplayOptions;
	/** The paths on the command line, as typed. */
	readonly paths: readonly string[];
	readonly checkedVersion: CheckedVersion;
	/** URIs of the staged files with fixable findings that also have unstaged changes. */
	readonly partlyStaged: readonly string[];
}

/** An output format of `check`. */
export interface OutputFormat {
	/** Formats a report. Styled text is for people. A string is for programs, and is escaped only on a terminal. */
	readonly report: (report: CheckReport, context: FormatContext) => StyledText | string;
	/** Formats the message of a run with the exit code 2. Undefined if the format cannot express it. */
	readonly failure?: (message: string, context: FormatContext) => string;
}
