import { mismatchMessage } from '../core/dialect-fit.ts';
import type { Level } from '../core/finding.ts';
import { nameOf } from '../core/uri/uri.ts';
import { summarizeCoverage } from '../log/coverage.ts';
import { coverageLine } from '../log/coverage-line.ts';
import { configurationOf } from '../log/kinds.ts';
import type { Log } from '../log/log.ts';
import { dialectNamed } from '../parse/dialects/index.ts';
import { CHECKS_PER_SLICE, type Session } from './feature.ts';

/** A log in one line, for the status bar. */
export interface LogStatus {
	/** The URI of the log root. */
	readonly root: string;
	/** The title of the log, or the name of its folder. */
	readonly title: string;
	/** The URI of the configuration; null without one. */
	readonly configuration: string | null;
	/** Number of findings by level. */
	readonly problems: Readonly<Record<Level, number>>;
	/** Number of records, of those with a start, and of those in which everything was understood. */
	readonly records: number;
	readonly started: number;
	readonly whole: number;
	/** Number of places that were not understood. */
	readonly notUnderstood: number;
	/** The coverage in words: "33 records: 31 with a start, 29 with a timeline". */
	readonly coverage: string;
	/** The dialects of the records, most common first. */
	readonly dialects: readonly DialectCount[];
	/** States that the dialect of the configuration does not fit the records; null if it does. */
	readonly mismatch: string | null;
}

export interface DialectCount {
	/** As in `dialect:` of the configuration. */
	readonly name: string;
	/** The name that users read. */
	readonly title: string;
	/** Number of records. */
	readonly records: number;
}

/** Checks the documents of a log that have changed, and counts. */
export async function logStatus(log: Log, session: Pick<Session, 'yieldToEventLoop'>): Promise<LogStatus> {
	const problems: Record<Level, number> = { error: 0, warning: 0, info: 0, hint: 0 };
	const dialects = new Map<string, number>();
	for (const [index, { uri, kind, dialect }] of log.documents().entries()) {
		for (const { level } of log.findings(uri)) {
			problems[level]++;
		}
		if (kind === 'incident' || kind === 'postmortem') {
			dialects.set(dialect, (dialects.get(dialect) ?? 0) + 1);
		}
		if (index % CHECKS_PER_SLICE === CHECKS_PER_SLICE - 1) {
			await session.yieldToEventLoop();
		}
	}
	const coverage = log.coverage();
	const summary = summarizeCoverage(coverage);
	const mismatch = log.view.dialectMismatch();
	return {
		root: log.root,
		title: log.configuration.title ?? nameOf(log.root),
		configuration: configurationOf(log) ?? null,
		problems,
		records: summary.records,
		started: summary.understood.start,
		whole: summary.whole,
		notUnderstood: coverage.reduce(
			(sum, { aspects }) => sum + Object.values(aspects).reduce((all, each) => all + each.notUnderstood.length, 0),
			0,
		),
		coverage: coverageLine(summary),
		dialects: [...dialects]
			.map(([name, records]) => ({ name, title: dialectNamed(name)?.title ?? name, records }))
			.sort((one, other) => other.records - one.records),
		mismatch: mismatch ? mismatchMessage(mismatch) : null,
	};
}
