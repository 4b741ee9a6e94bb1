import type { Level } from '../../core/finding.ts';
import { fingerprints } from '../fingerprint.ts';
import { jsonText } from '../json-text.ts';
import { pathFrom } from '../path-from.ts';
import { positions } from '../report.ts';
import type { OutputFormat } from './format.ts';

/** GitLab's code quality report: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
export const gitlab: OutputFormat = {
	report: ({ findings }, { repository }) => {
		const pathOf = (uri: string) => pathFrom(repository, uri);
		const hashes = fingerprints(findings, pathOf);
		return jsonText(
			findings.map(found => {
				const { finding, lines, uri } = found;
				const { start, end } = positions(lines, finding.range);
				return {
					description: finding.message,
					check_name: finding.code,
					fingerprint: hashes.get(found),
					severity: SEVERITIES[finding.level],
					location: { path: pathOf(uri), lines: { begin: start.line + 1, end: end.line + 1 } },
				};
			}),
		);
	},
};

const SEVERITIES: Readonly<Record<Level, string>> = { error: 'major', warning: 'minor', info: 'info', hint: 'info' };
