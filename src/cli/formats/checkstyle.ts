import type { Level } from '../../core/finding.ts';
import { groupBy } from '../group-by.ts';
import { pathFrom } from '../path-from.ts';
import type { ReportedFinding } from '../report.ts';
import type { OutputFormat } from './format.ts';
import { type XmlElement, xmlDocument } from './xml.ts';

/** The XML of Checkstyle's `XMLLogger`: one `file` per document with findings. */
export const checkstyle: OutputFormat = {
	report: ({ findings }, { cwd }) => {
		const files = groupBy(findings, ({ uri }) => uri);
		return xmlDocument({
			name: 'checkstyle',
			attributes: { version: '4.3' },
			children: [...files].map(([uri, found]) => ({
				name: 'file',
				attributes: { name: pathFrom(cwd, uri) },
				children: found.map(errorElement),
			})),
		});
	},
};

const SEVERITIES: Readonly<Record<Level, string>> = { error: 'error', warning: 'warning', info: 'info', hint: 'info' };

function errorElement({ finding, lines }: ReportedFinding): XmlElement {
	const { line, character } = lines.positionAt(finding.range.start);
	return {
		name: 'error',
		attributes: {
			line: line + 1,
			column: character + 1,
			severity: SEVERITIES[finding.level],
			message: finding.message,
			source: `incident-log.${finding.code}`,
		},
	};
}
