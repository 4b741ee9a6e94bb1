import type { Level } from '../../core/finding.ts';
import { visibleText } from '../../core/visible-text.ts';
import { pathFrom } from '../path-from.ts';
import { positions, type ReportedFinding } from '../report.ts';
import type { OutputFormat } from './format.ts';

/**
 * Workflow commands of GitHub Actions, which become annotations:
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export const github: OutputFormat = {
	report: ({ findings }, { repository }) => findings.map(found => command(found, repository)).join(''),
	failure: message => `::error title=incident-log::${escapeData(visibleText(message))}\n`,
};

const COMMANDS: Readonly<Record<Level, string>> = {
	error: 'error',
	warning: 'warning',
	info: 'notice',
	hint: 'notice',
};

function command({ uri, finding, lines }: ReportedFinding, repository: string): string {
	const { start, end } = positions(lines, finding.range);
	const properties = {
		file: pathFrom(repository, uri),
		line: start.line + 1,
		// Columns are only allowed in one line. `endColumn` is inclusive.
		...(start.line === end.line
			? { col: start.character + 1, endLine: end.line + 1, endColumn: Math.max(end.character, start.character + 1) }
			: { endLine: end.line + 1 }),
		title: finding.code,
	};
	const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
	return `::${COMMANDS[finding.level]} ${list.join(',')}::${escapeData(visibleText(finding.message))}\n`;
}

/** The runner has no escapes for other characters. */
function escapeData(text: string): string {
	return text.replace(/[%\r\n]/g, percentEncoded);
}

function escapeProperty(text: string): string {
	return text.replace(/[%\r\n:,]/g, percentEncoded);
}

function percentEncoded(character: string): string {
	return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}
