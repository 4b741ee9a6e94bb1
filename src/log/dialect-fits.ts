import type { Configuration } from '../core/configuration.ts';
import type { DialectFit, DialectMismatch } from '../core/dialect-fit.ts';
import { mostCommon } from '../core/most-common.ts';
import { detectDialect } from '../parse/dialects/detection.ts';
import type { Dialect } from '../parse/dialects/dialect.ts';
import { dialectNamed, dialects, native } from '../parse/dialects/index.ts';
import { hasNativeFrontMatter } from '../parse/dialects/native-keys.ts';
import type { LogDocument } from '../parse/model/document.ts';
import { coverageOf } from './coverage.ts';

/** The share of the records that a dialect must fit. */
const MIN_SHARE = 0.2;

/**
 * Compares a record with the dialect that its log names. Undefined if the log names none, and for documents without
 * text or with a fault in it. A record fits if its front matter has the keys of the dialect, or if it is understood.
 */
export function dialectFitOf(document: LogDocument, configuration: Configuration): DialectFit | undefined {
	const dialect = configuration.dialect === undefined ? undefined : dialectNamed(configuration.dialect);
	if (dialect === undefined || !isOfRecords(dialect) || document.problems.length > 0) {
		return undefined;
	}
	const coverage = coverageOf(document, configuration);
	const isBlank = document.body !== undefined && document.text.slice(document.body.range.start).trim() === '';
	const detected = document.format === 'markdown' ? detectDialect(dialects, document.text)?.name : undefined;
	if (coverage === undefined || (isBlank && detected === undefined)) {
		return undefined;
	}
	const { title, start, impact } = coverage.aspects;
	const isUnderstood = title.read > 0 && start.read > 0 && impact.state !== 'not-understood';
	if (dialect === native) {
		const isNative = document.format === 'yaml' || hasNativeFrontMatter(document.kind, document.text);
		return { fits: isNative || isUnderstood, detected };
	}
	if (detected === dialect.name) {
		return { fits: true, detected };
	}
	if (dialect.head === 'general') {
		return { fits: detected === undefined || isUnderstood, detected };
	}
	return { fits: document.kind === 'postmortem' ? undefined : detected === undefined && isUnderstood, detected };
}

/** Whether a dialect is one of records, and not only of bulletins. */
function isOfRecords(dialect: Dialect): boolean {
	return dialect === native || dialect.head !== 'native';
}

/** The fits of the records of a log, counted. */
export class DialectFits {
	readonly #byUri = new Map<string, DialectFit>();

	/** Replaces the fit of a document. Returns true if the counts have changed. */
	update(uri: string, fit: DialectFit | undefined): boolean {
		const before = this.#byUri.get(uri);
		if (fit) {
			this.#byUri.set(uri, fit);
		} else {
			this.#byUri.delete(uri);
		}
		return before?.fits !== fit?.fits || before?.detected !== fit?.detected;
	}

	/** Undefined if a dialect fits the records. */
	mismatch(dialect: string | undefined): DialectMismatch | undefined {
		const all = [...this.#byUri.values()];
		const counted = all.filter(({ fits }) => fits !== undefined);
		const records = counted.length === 0 ? all : counted;
		const fitting = records.filter(({ fits }) => fits).length;
		if (dialect === undefined || records.length === 0 || fitting >= records.length * MIN_SHARE) {
			return undefined;
		}
		const others = records.filter(({ fits }) => fits !== true);
		const expected = mostCommon(others.map(({ detected }) => detected))?.value;
		return { dialect, records: records.length, fitting, expected: expected === dialect ? undefined : expected };
	}
}
