import { Option } from 'commander';
import { LEVELS } from '../core/finding.ts';
import { count } from './options.ts';
import { type CheckReport, isFailing, type ReportedFinding } from './report.ts';

/** What the formats for people show of a report. Formats for programs always have all findings. */
export interface DisplayOptions {
	/** Shows only the findings that fail the run, and nothing if there are none. */
	readonly quiet?: true;
	/** The maximum number of listed findings. */
	readonly maxDiagnostics?: number;
	/** Shows the number of findings of each rule in place of the findings. */
	readonly statistics?: true;
}

export function displayOptions(): readonly Option[] {
	return [
		new Option('-q, --quiet', 'print only findings that fail the run'),
		new Option('--max-diagnostics <n>', 'print at most this many findings, errors first').argParser(count),
		new Option('--statistics', 'print the number of findings of each rule instead of the findings'),
	];
}

/** The findings of a report that are listed, in its order. Errors take precedence if there are more than allowed. */
export function listedFindings(
	report: CheckReport,
	{ quiet, maxDiagnostics = Number.POSITIVE_INFINITY }: DisplayOptions,
): ReadonlySet<ReportedFinding> {
	const shown = report.findings.filter(({ finding }) => !quiet || isFailing(report, finding.level));
	const worst = LEVELS.flatMap(level => shown.filter(({ finding }) => finding.level === level));
	const listed = new Set(worst.slice(0, maxDiagnostics));
	return new Set(shown.filter(found => listed.has(found)));
}
