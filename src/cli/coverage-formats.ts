import { counted } from '../core/counted.ts';
import { ASPECTS, type Aspect } from '../core/coverage.ts';
import { wellFormed } from '../core/well-formed.ts';
import { type AspectCoverage, type RecordCoverage, summarizeCoverage, worstFirst } from '../log/coverage.ts';
import { coverageLine } from '../log/coverage-line.ts';
import type { DocumentText } from '../log/stored-document.ts';
import type { FormatContext } from './formats/format.ts';
import { jsonText } from './json-text.ts';
import { positions } from './report.ts';
import { type Paint, paint } from './style.ts';
import { StyledText, styled, type Text } from './styled-text.ts';

/** A record with its text, for the positions of what was not understood. */
export interface ReportedCoverage extends RecordCoverage {
	readonly document: DocumentText | undefined;
}

interface Context extends Pick<FormatContext, 'toPath' | 'colour' | 'columns'> {
	/** Lists the records of which everything was understood, too. */
	readonly all: boolean;
}

/** Places listed below a record. */
const MAX_PLACES = 5;

const HEADINGS: Readonly<Record<Aspect, string>> = {
	title: 'title',
	start: 'start',
	end: 'end',
	impact: 'impact',
	components: 'comp.',
	timeline: 'timeline',
	'action-items': 'actions',
	references: 'refs',
};

export const coverageFormats = { pretty, json } as const;

/** A table of records by aspect, and below each record the places that were not understood. */
function pretty(records: readonly ReportedCoverage[], context: Context): Text {
	const style = paint(context.colour);
	const listed = worstFirst(records).filter(({ isWhole }) => context.all || !isWhole) as ReportedCoverage[];
	const width = Math.max(...listed.map(({ uri }) => context.toPath(uri).length), 'record'.length);
	const head = ASPECTS.map(aspect => HEADINGS[aspect]);
	const lines: Text[] = [];
	if (listed.length > 0) {
		lines.push(style.dim(`${'record'.padEnd(width)}  ${head.join('  ')}`));
	}
	for (const record of listed) {
		lines.push(row(record, head, width, style, context), ...places(record, style, context));
	}
	const summary = summarizeCoverage(records);
	const whole = `${summary.whole} of ${counted(summary.records, 'record')} wholly understood`;
	if (listed.length > 0) {
		lines.push('');
	}
	lines.push(style.dim('✓ understood  ~ in part  ✗ not understood  · not stated'));
	lines.push(...(summary.records > 0 ? [coverageLine(summary)] : []), style.bold(whole), '');
	return StyledText.join(lines, '\n');
}

function row(record: RecordCoverage, head: readonly string[], width: number, style: Paint, { toPath }: Context): Text {
	const cells = ASPECTS.map((aspect, i) => cell(record.aspects[aspect], (head[i] ?? '').length, style));
	return styled`${toPath(record.uri).padEnd(width)}  ${StyledText.join(cells, '  ')}`;
}

function cell({ state, read, notUnderstood }: AspectCoverage, width: number, style: Paint): Text {
	switch (state) {
		case 'understood':
			return style.green((read > 1 ? `✓ ${read}` : '✓').padEnd(width));
		case 'partly':
			return style.yellow(`~ ${read}/${read + notUnderstood.length}`.padEnd(width));
		case 'not-understood':
			return style.red('✗'.padEnd(width));
		case 'absent':
			return style.dim('·'.padEnd(width));
	}
}

function* places({ uri, aspects, document }: ReportedCoverage, style: Paint, { toPath }: Context): Iterable<Text> {
	if (document === undefined) {
		return;
	}
	const found = ASPECTS.flatMap(aspect => aspects[aspect].notUnderstood.map(range => ({ aspect, range }))).sort(
		(one, other) => one.range.start - other.range.start,
	);
	for (const { aspect, range } of found.slice(0, MAX_PLACES)) {
		const { start } = positions(document.lines, range);
		yield style.dim(
			`  ${toPath(uri)}:${start.line + 1}:${start.character + 1}  ${HEADINGS[aspect]}: ${excerpt(document.text, range)}`,
		);
	}
	if (found.length > MAX_PLACES) {
		yield style.dim(`  … ${found.length - MAX_PLACES} more`);
	}
}

function excerpt(text: string, { start, end }: { readonly start: number; readonly end: number }): string {
	const line = text.slice(start, end).split('\n', 1)[0] ?? '';
	return line.length > 60 ? `${wellFormed(line.slice(0, 59))}…` : line;
}

/** A public format: fields are added, and never renamed. Positions as in the output of `check`. */
function json(records: readonly ReportedCoverage[], { toPath }: Context): string {
	const { records: total, ...summary } = summarizeCoverage(records);
	const listed = (worstFirst(records) as ReportedCoverage[]).map(
		({ uri, kind, dialect, isWhole, aspects, document }) => ({
			file: toPath(uri),
			kind,
			dialect,
			whole: isWhole,
			aspects: Object.fromEntries(
				ASPECTS.map(aspect => {
					const { state, read, notUnderstood } = aspects[aspect];
					const ranges = document ? notUnderstood.map(range => positions(document.lines, range)) : [];
					return [aspect, { state, read, notUnderstood: ranges }];
				}),
			),
		}),
	);
	const value = { version: 1, records: listed, summary: { records: total, ...summary } };
	return jsonText(value);
}
