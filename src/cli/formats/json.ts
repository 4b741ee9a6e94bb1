import { version } from '../../../package.json';
import { ruleUrl } from '../../rules/rule-url.ts';
import { jsonText } from '../json-text.ts';
import { pathFrom } from '../path-from.ts';
import { isFixable, positions, type ReportedFinding } from '../report.ts';
import type { JsonFinding, JsonReport } from './check-report.ts';
import type { OutputFormat } from './format.ts';

/**
 * A public format, described by `schemas/check-report.schema.json`: fields are added, and never renamed or removed without
 * a higher `version`.
 */
export const json: OutputFormat = {
	report: ({ files, checked, findings, summary, baseline }, { cwd }) =>
		write({
			...HEAD,
			error: null,
			files,
			checked: checked.length,
			findings: findings.map(found => describe(found, cwd)),
			summary,
			baseline,
		}),
	// The fields of a report, so that a program which reads them before `error` does not fail.
	failure: message =>
		write({
			...HEAD,
			error: { message },
			files: 0,
			checked: 0,
			findings: [],
			summary: { error: 0, warning: 0, info: 0, hint: 0 },
			baseline: { matched: 0, stale: 0 },
		}),
};

const HEAD = { version: 1, tool: { name: 'incident-log', version } } as const;

function write(report: JsonReport): string {
	return jsonText(report);
}

function describe({ uri, root, file, finding, lines, related }: ReportedFinding, cwd: string): JsonFinding {
	const path = pathFrom(cwd, uri);
	return {
		file,
		root: pathFrom(cwd, root),
		path,
		code: finding.code,
		url: ruleUrl(finding.code),
		level: finding.level,
		message: finding.message,
		range: positions(lines, finding.range),
		fixable: isFixable(finding),
		fixes: finding.fixes.map(({ title, safe, edits }) => ({
			title,
			safe,
			edits: edits.map(({ range, newText }) => ({ file, path, range: positions(lines, range), newText })),
		})),
		related: related.map(({ uri, file, range, message }) => ({ file, path: pathFrom(cwd, uri), range, message })),
		data: finding.data ?? null,
	};
}
