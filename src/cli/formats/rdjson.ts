import { version } from '../../../package.json';
import type { Level } from '../../core/finding.ts';
import type { Range } from '../../core/range.ts';
import { applyEdits, type Fix } from '../../core/text-edit.ts';
import { REPOSITORY_URL, ruleUrl } from '../../rules/rule-url.ts';
import { jsonText } from '../json-text.ts';
import { pathFrom } from '../path-from.ts';
import type { ReportedFinding } from '../report.ts';
import type { OutputFormat } from './format.ts';

/** The Reviewdog Diagnostic Format: https://github.com/reviewdog/reviewdog/tree/master/proto/rdf */
export const rdjson: OutputFormat = {
	report: ({ findings }, { cwd }) =>
		jsonText({
			source: { name: `incident-log ${version}`, url: REPOSITORY_URL },
			diagnostics: findings.map(found => ({
				message: found.finding.message,
				location: { path: pathFrom(cwd, found.uri), range: rangeIn(found, found.finding.range) },
				severity: SEVERITIES[found.finding.level],
				code: { value: found.finding.code, url: ruleUrl(found.finding.code) },
				suggestions: found.finding.fixes.map(fix => suggestion(found, fix)),
			})),
		}),
};

const SEVERITIES: Readonly<Record<Level, string>> = { error: 'ERROR', warning: 'WARNING', info: 'INFO', hint: 'INFO' };

function rangeIn(found: ReportedFinding, { start, end }: Range) {
	return { start: positionIn(found, start), end: positionIn(found, end) };
}

/** Lines and columns from 1. Columns are counted in bytes of UTF-8. */
function positionIn({ text, lines }: ReportedFinding, offset: number) {
	const { line, character } = lines.positionAt(offset);
	const start = lines.startOfLine(line);
	return { line: line + 1, column: new TextEncoder().encode(text.slice(start, start + character)).length + 1 };
}

/** A suggestion is one edit: the edits of a fix with the text between them. */
function suggestion(found: ReportedFinding, { edits }: Fix) {
	const start = Math.min(...edits.map(({ range }) => range.start));
	const end = Math.max(...edits.map(({ range }) => range.end));
	const moved = edits.map(({ range, newText }) => ({
		range: { start: range.start - start, end: range.end - start },
		newText,
	}));
	return { range: rangeIn(found, { start, end }), text: applyEdits(found.text.slice(start, end), moved) };
}
