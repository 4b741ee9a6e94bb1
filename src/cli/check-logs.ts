import { type RecordCoverage, summarizeCoverage } from '../log/coverage.ts';
import type { Log } from '../log/log.ts';
import { summarizeBaseline } from './baseline.ts';
import type { Change } from './change.ts';
import type { NamedPaths } from './named-paths.ts';
import type { CheckedLog, CheckResults } from './report.ts';
import { brokenElsewhere, type Chosen, reported } from './scope.ts';
import { unreadFindings } from './unread.ts';

/** Returns the findings of the chosen documents, and those that a change has caused in others. */
export function checkLogs(
	chosen: readonly Chosen[],
	named: NamedPaths,
	change: Change | undefined,
): Omit<CheckResults, 'maxWarnings'> {
	const findings = chosen.flatMap(({ log, uris }) => {
		const unread = unreadFindings(log, named);
		const elsewhere =
			change === undefined ? [] : brokenElsewhere(log, change, [...uris, ...unread.map(({ uri }) => uri)]);
		return [...reported(log, uris), ...unread, ...elsewhere];
	});
	const baselines = chosen.map(each => summarizeBaseline(each, named));
	const coverage = chosen.map(({ log, uris }) => log.coverage(uris));
	return {
		logs: chosen.map(({ log }, index) => checkedLog(log, coverage[index] ?? [])),
		files: chosen.reduce((sum, { log }) => sum + log.size, 0),
		checked: chosen.flatMap(({ log, uris }) => uris.map(uri => ({ uri, root: log.root }))),
		findings,
		coverage: summarizeCoverage(coverage.flat()),
		baseline: {
			matched: baselines.reduce((sum, { matched }) => sum + matched, 0),
			stale: baselines.reduce((sum, { stale }) => sum + stale, 0),
		},
	};
}

function checkedLog({ root, size, configuration }: Log, coverage: readonly RecordCoverage[]): CheckedLog {
	return { root, title: configuration.title, files: size, coverage: summarizeCoverage(coverage) };
}
