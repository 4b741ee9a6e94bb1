import { compareText } from '../core/compare-text.ts';
import { type Finding, LEVELS, type Level } from '../core/finding.ts';
import type { LineIndex, Position } from '../core/line-index.ts';
import type { Range } from '../core/range.ts';
import type { CoverageSummary } from '../log/coverage.ts';

/** How much of the baselines of the logs was used. */
export interface BaselineSummary {
	/** Number of known findings, which are not reported. */
	readonly matched: number;
	/** Number of entries without a finding. */
	readonly stale: number;
}

/** A finding with the text and paths needed to print it. */
export interface ReportedFinding {
	readonly uri: string;
	/** URI of the root of its log. */
	readonly root: string;
	/** Relative to the root of its log, with `/`. */
	readonly file: string;
	readonly finding: Finding;
	readonly text: string;
	readonly lines: LineIndex;
	readonly related: readonly ReportedLocation[];
}

export interface ReportedLocation {
	readonly uri: string;
	readonly file: string;
	readonly range: PositionRange;
	readonly message: string;
}

/** Lines and characters from 0, characters in UTF-16 units, as in LSP. */
export interface PositionRange {
	readonly start: Position;
	readonly end: Position;
}

/** A document whose findings are reported. */
export interface CheckedDocument {
	readonly uri: string;
	/** URI of the root of its log. */
	readonly root: string;
}

/** A log that was read. */
export interface CheckedLog {
	readonly root: string;
	/** The title in its configuration. */
	readonly title: string | undefined;
	/** Number of documents that were read. */
	readonly files: number;
	/** What was understood of the checked records. */
	readonly coverage: CoverageSummary;
}

/** What a run of `check` found. */
export interface CheckResults {
	readonly logs: readonly CheckedLog[];
	/** Number of documents that were read. */
	readonly files: number;
	/** The documents whose findings are reported. Findings can be in other documents, if a change has caused them. */
	readonly checked: readonly CheckedDocument[];
	readonly findings: readonly ReportedFinding[];
	/** What was understood of the checked records. */
	readonly coverage: CoverageSummary;
	/** The use of the baselines: their findings are not among the reported ones. */
	readonly baseline: BaselineSummary;
	/** The maximum number of warnings of a run that passes; undefined for any number. */
	readonly maxWarnings: number | undefined;
}

/** The results of `check`, with findings sorted by file and position, independent of the output format. */
export interface CheckReport extends CheckResults {
	readonly summary: Readonly<Record<Level, number>>;
}

export function positions(lines: LineIndex, range: Range): PositionRange {
	return { start: lines.positionAt(range.start), end: lines.positionAt(range.end) };
}

/** Whether `fix` would fix the finding. */
export function isFixable(finding: Finding): boolean {
	return finding.fixes.some(fix => fix.safe);
}

export function createReport(results: CheckResults): CheckReport {
	const summary: Record<Level, number> = { error: 0, warning: 0, info: 0, hint: 0 };
	for (const { finding } of results.findings) {
		summary[finding.level] += 1;
	}
	const findings = [...results.findings].sort(
		(a, b) =>
			compareText(a.file, b.file) ||
			a.finding.range.start - b.finding.range.start ||
			a.finding.range.end - b.finding.range.end ||
			LEVELS.indexOf(a.finding.level) - LEVELS.indexOf(b.finding.level) ||
			compareText(a.finding.code, b.finding.code),
	);
	return { ...results, findings, summary };
}

/** Whether there are more warnings than allowed. */
export function hasTooManyWarnings({ summary, maxWarnings }: CheckReport): boolean {
	return maxWarnings !== undefined && summary.warning > maxWarnings;
}

/** Whether findings of a level fail the run. */
export function isFailing(report: CheckReport, level: Level): boolean {
	return level === 'error' || (level === 'warning' && hasTooManyWarnings(report));
}

/** Whether the run fails. */
export function fails(report: CheckReport): boolean {
	return LEVELS.some(level => report.summary[level] > 0 && isFailing(report, level));
}
