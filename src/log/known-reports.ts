import { contentHash } from '../core/content-hash.ts';
import type { LogDocument } from '../parse/model/document.ts';
import { internalError } from '../rules/internal/error.ts';
import type { Report } from '../rules/rule.ts';
import { countKnown, type KnownFindings } from './baseline.ts';

/** Decides for each report of a document whether it becomes a finding. */
export interface KnownReports {
	/** Returns true for a report that is left out. Must be called once for each report, in the order of the rules. */
	takes(code: string, report: Report, document: LogDocument): boolean;
}

/** The use of a baseline for a document. */
export interface BaselineUse {
	/** The path that the baseline has for the document: another one for a file that was moved. */
	readonly path: string;
	/** Number of known findings, which are not among the findings of the document. */
	readonly matched: number;
	/** Number of entries without a finding. */
	readonly stale: number;
	/** The entries with a finding. */
	readonly used: KnownFindings;
}

/** Leaves out the reports that a baseline contains. Each entry leaves out as many reports as it counts. */
export class BaselineMatcher implements KnownReports, BaselineUse {
	readonly path: string;
	/** The entries that have left out no report so far. */
	readonly #left = new Map<string, Map<string, number>>();
	readonly #used = new Map<string, Map<string, number>>();
	#matched = 0;

	constructor(path: string, known: KnownFindings) {
		this.path = path;
		for (const [code, counts] of known) {
			this.#left.set(code, new Map(counts));
		}
	}

	get matched(): number {
		return this.#matched;
	}

	get stale(): number {
		return countKnown(this.#left);
	}

	get used(): KnownFindings {
		return this.#used;
	}

	takes(code: string, report: Report, document: LogDocument): boolean {
		const left = this.#left.get(code);
		if (left === undefined || !canBeKnown(code)) {
			return false;
		}
		const hashes = hashesOf(report, document);
		if (!hashes.every(hash => (left.get(hash) ?? 0) > 0)) {
			return false;
		}
		for (const hash of hashes) {
			add(left, hash, -1);
			add(countsOf(code, this.#used), hash, 1);
		}
		this.#matched++;
		return true;
	}
}

/** Records all reports of a document, for a new baseline, and leaves out all of them. */
export class BaselineRecorder implements KnownReports {
	readonly #recorded = new Map<string, Map<string, number>>();

	get recorded(): KnownFindings {
		return this.#recorded;
	}

	takes(code: string, report: Report, document: LogDocument): boolean {
		if (canBeKnown(code)) {
			for (const hash of hashesOf(report, document)) {
				add(countsOf(code, this.#recorded), hash, 1);
			}
		}
		return true;
	}
}

function countsOf(code: string, findings: Map<string, Map<string, number>>): Map<string, number> {
	const counts = findings.get(code) ?? new Map<string, number>();
	findings.set(code, counts);
	return counts;
}

function add(counts: Map<string, number>, hash: string, number: number): void {
	counts.set(hash, (counts.get(hash) ?? 0) + number);
}

/** What was not read is always reported: otherwise a run could pass without a check. */
function canBeKnown(code: string): boolean {
	return code !== internalError.code && !code.startsWith('file/');
}

/**
 * Returns a hash of each subject of a report. Without subjects, it is one of the reported text and the lines that contain
 * it, without white space. The hashes do not depend on the position, the message, the clock and other documents.
 */
function hashesOf({ range: { start, end }, subjects }: Report, { text, lines }: LogDocument): readonly string[] {
	if (subjects !== undefined) {
		return subjects.map(contentHash);
	}
	if (start === 0 && end === 0) {
		// A report about the whole document. Its first line is not part of it.
		return [contentHash('')];
	}
	const lineStart = lines.startOfLine(lines.lineAt(start));
	const lineEnd = lines.endOfLine(lines.lineAt(Math.max(start, end - 1)));
	const content = [text.slice(lineStart, lineEnd), text.slice(start, end)];
	return [contentHash(content.map(part => part.replace(/\s+/gu, ' ').trim()).join('\n'))];
}
