import { findFirstIndex } from '../../core/binary-search.ts';
import { mergeRanges, type Range } from '../../core/range.ts';
import type { LogDocument, SuppressedCode } from '../../parse/model/document.ts';
import { internalError } from '../internal/error.ts';
import type { Report, SuppressedReport } from '../rule.ts';

/** The ranges in which comments of a document suppress reports, by rule. A document can have ten thousand reports. */
export class SuppressionIndex {
	/** By rule code: ranges in which reports are suppressed, sorted and without overlap. */
	readonly #ranges = new Map<string, readonly Range[]>();
	readonly #uri: string;

	constructor({ uri, suppressions, text }: LogDocument) {
		this.#uri = uri;
		const ranges = new Map<string, Range[]>();
		for (const { code, within } of suppressions.flatMap(({ codes }) => codes)) {
			if (within && code.value !== internalError.code) {
				const known = ranges.get(code.value) ?? [];
				known.push(suppressedPart(within, text));
				ranges.set(code.value, known);
			}
		}
		for (const [code, unordered] of ranges) {
			this.#ranges.set(code, mergeRanges(unordered));
		}
	}

	/**
	 * Returns the ranges of a report that comments of the document cover: its own range, and ranges in this document that it
	 * refers to, such as the other of two times. A report with any of them is suppressed. Only the start of a range is compared.
	 */
	suppressedRanges(code: string, report: Report): readonly Range[] {
		// Without comments of the rule, the related ranges of a report are not computed.
		const covered = this.#ranges.get(code);
		if (covered === undefined) {
			return [];
		}
		const related = (report.related ?? []).filter(({ uri }) => uri === this.#uri).map(({ range }) => range);
		return [report.range, ...related].filter(({ start }) => {
			const range = covered[findFirstIndex(covered.length, index => (covered[index]?.start ?? 0) <= start) - 1];
			return range !== undefined && start < range.end;
		});
	}
}

/** The suppressed reports of a document by rule, sorted by start. Used to find unused suppressions. */
export class SuppressedReports {
	readonly #starts = new Map<string, number[]>();

	constructor(reports: readonly SuppressedReport[]) {
		for (const { code, range } of reports) {
			const starts = this.#starts.get(code) ?? [];
			starts.push(range.start);
			this.#starts.set(code, starts);
		}
		for (const starts of this.#starts.values()) {
			starts.sort((a, b) => a - b);
		}
	}

	/** Returns true if one code of a comment suppresses any of the reports. */
	hasAny({ code, within }: SuppressedCode, { text }: LogDocument): boolean {
		if (within === undefined) {
			return false;
		}
		const { start, end } = suppressedPart(within, text);
		const starts = this.#starts.get(code.value) ?? [];
		const next = starts[findFirstIndex(starts.length, index => (starts[index] ?? 0) < start)];
		return next !== undefined && next < end;
	}
}

/** Extends a range that ends at the end of the text, so that it includes reports at that offset. */
function suppressedPart({ start, end }: Range, text: string): Range {
	return { start, end: end === text.length ? Number.POSITIVE_INFINITY : end };
}
