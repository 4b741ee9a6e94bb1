import { visibleJson } from '../../core/visible-text.ts';
import { wellFormed } from '../../core/well-formed.ts';
import { isFixable, positions } from '../report.ts';
import type { Format } from './format.ts';

/** A public format: fields are added with a higher `version`, and never renamed. */
export const json: Format = ({ files, findings, summary }) =>
	`${visibleJson(
		JSON.stringify(
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
			(_, value) => (typeof value === 'string' ? wellFormed(value) : value),
			2,
		),
	)}\n`;
