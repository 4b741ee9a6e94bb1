import { compareText } from '../core/compare-text.ts';
import { type Finding, LEVELS, type Level } from '../core/finding.ts';
import type { LineIndex, Position } from '../core/line-index.ts';
import type { Range } from '../core/range.ts';
import { type CoverageSummary, type RecordCoverage, summarizeCoverage } from '../log/coverage.ts';

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

/** The findings of `check`, sorted by file and position, independent of the output format. */
export interface CheckReport {
	/** Number of documents that were read. */
	readonly files: number;
	readonly findings: readonly ReportedFinding[];
	readonly summary: Readonly<Record<Level, number>>;
	/** What was understood of the checked records. */
	readonly coverage: CoverageSummary;
}

export function positions(lines: LineIndex, range: Range): PositionRange {
	return { start: lines.positionAt(range.start), end: lines.positionAt(range.end) };
}

/** Whether `fix` would fix the finding. */
export function isFixable(finding: Finding): boolean {
	return finding.fixes.some(fix => fix.safe);
}

export function createReport(
	files: number,
	findings: readonly ReportedFinding[],
	records: readonly RecordCoverage[],
): CheckReport {
	const summary: Record<Level, number> = { error: 0, warning: 0, info: 0, hint: 0 };
	for (const { finding } of findings) {
		summary[finding.level] += 1;
	}
	const ordered = [...findings].sort(
		(a, b) =>
			compareText(a.file, b.file) ||
			a.finding.range.start - b.finding.range.start ||
			a.finding.range.end - b.finding.range.end ||
			LEVELS.indexOf(a.finding.level) - LEVELS.indexOf(b.finding.level) ||
			compareText(a.finding.code, b.finding.code),
	);
	return { files, findings: ordered, summary, coverage: summarizeCoverage(records) };
}
