import { isFixable, positions } from '../report.ts';
import type { Format } from './format.ts';

/** Stable from the first release on: fields are added with a higher `version`, never renamed. */
export const json: Format = ({ files, findings, summary }) =>
	`${JSON.stringify(
		{
			version: 1,
			files,
			findings: findings.map(({ file, finding, lines, related }) => ({
				file,
				code: finding.code,
				level: finding.level,
				message: finding.message,
				range: positions(lines, finding.range),
				fixable: isFixable(finding),
				related: related.map(({ file, range, message }) => ({ file, range, message })),
				data: finding.data ?? null,
			})),
			summary,
		},
		null,
		2,
	)}\n`;
