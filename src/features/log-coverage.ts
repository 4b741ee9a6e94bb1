import type { Range as LspRange } from 'vscode-languageserver-types';
import { ASPECTS, type Aspect } from '../core/coverage.ts';
import { pathWithin } from '../core/uri/uri.ts';
import { clip } from '../core/well-formed.ts';
import { type AspectCoverage, type RecordCoverage, summarizeCoverage, worstFirst } from '../log/coverage.ts';
import { coverageLine } from '../log/coverage-line.ts';
import type { Log } from '../log/log.ts';
import type { LogDocument } from '../parse/model/document.ts';
import { toLspRange } from './positions.ts';

/** What was understood of the records of a log, worst first. */
export interface LogCoverage {
	readonly root: string;
	/** In words: "33 records: 31 with a start, 29 with a timeline". */
	readonly coverage: string;
	readonly records: readonly CoveredRecord[];
}

export interface CoveredRecord {
	readonly uri: string;
	/** Relative to the log root, decoded. */
	readonly path: string;
	readonly title: string | null;
	/** Everything that the record states was understood. */
	readonly whole: boolean;
	readonly aspects: readonly CoveredAspect[];
	/** The places that were not understood, in the order of the text. */
	readonly places: readonly UnreadPlace[];
}

export interface CoveredAspect {
	readonly aspect: Aspect;
	readonly state: AspectCoverage['state'];
	/** Number of items that were read. */
	readonly read: number;
	readonly notRead: number;
}

export interface UnreadPlace {
	readonly aspect: Aspect;
	readonly range: LspRange;
	/** The first line of the text, shortened. */
	readonly text: string;
}

/** In UTF-16 units. */
const MAX_TEXT = 80;

export function logCoverage(log: Log): LogCoverage {
	const coverage = log.coverage();
	return {
		root: log.root,
		coverage: coverageLine(summarizeCoverage(coverage)),
		records: worstFirst(coverage).flatMap(record => {
			const document = log.document(record.uri);
			return document ? [coveredRecord(log, record, document)] : [];
		}),
	};
}

function coveredRecord({ root }: Log, { uri, aspects, isWhole }: RecordCoverage, document: LogDocument): CoveredRecord {
	const facts = document.incidents[0] ?? document.postmortem;
	const places = ASPECTS.flatMap(aspect => aspects[aspect].notUnderstood.map(range => ({ aspect, range })));
	return {
		uri,
		path: pathWithin(root, uri)?.join('/') ?? uri,
		title: facts?.title?.value ?? null,
		whole: isWhole,
		aspects: ASPECTS.map(aspect => {
			const { state, read, notUnderstood } = aspects[aspect];
			return { aspect, state, read, notRead: notUnderstood.length };
		}),
		places: places
			.sort((one, other) => one.range.start - other.range.start)
			.map(({ aspect, range }) => {
				const [line = ''] = document.text.slice(range.start, range.end).split('\n', 1);
				return {
					aspect,
					range: toLspRange(document, range),
					text: line.length > MAX_TEXT ? `${clip(line, MAX_TEXT - 1)}…` : line,
				};
			}),
	};
}
