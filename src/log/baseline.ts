import { compareText } from '../core/compare-text.ts';
import { isMapping } from '../core/mapping.ts';
import { scalarText } from '../core/scalar-text.ts';
import { visibleText } from '../core/visible-text.ts';

/** The name of the baseline of a log, at its root. */
export const BASELINE_FILE = 'incident-log-baseline.json';

const VERSION = 1;
const CONFLICT_MARKER = /^<{7} /m;

/** Number of known findings of a document, by rule and by the hash of their content. */
export type KnownFindings = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** The known findings of a log, by path of the document relative to the log root. */
export type Baseline = ReadonlyMap<string, KnownFindings>;

/** Why a text is not a baseline, for a message `Invalid baseline …: <detail>.` */
export interface BaselineFault {
	readonly fault: string;
}

/** Number of known findings in some documents, or of one. */
export function countKnown(findings: KnownFindings): number {
	let sum = 0;
	for (const counts of findings.values()) {
		for (const count of counts.values()) {
			sum += count;
		}
	}
	return sum;
}

/** Reads the content of a baseline file. */
export function readBaseline(text: string): Baseline | BaselineFault {
	let json: unknown;
	try {
		json = JSON.parse(text);
	} catch {
		return { fault: CONFLICT_MARKER.test(text) ? 'conflict markers of a merge' : 'no valid JSON' };
	}
	if (!isMapping(json) || !isMapping(json['findings'])) {
		return { fault: 'no mapping `findings`' };
	}
	if (json['version'] !== VERSION) {
		return { fault: `unknown version \`${visibleText(scalarText(json['version']) ?? 'none')}\`` };
	}
	const baseline = new Map<string, KnownFindings>();
	for (const [path, rules] of Object.entries(json['findings'])) {
		const known = readRules(rules);
		if (known === undefined) {
			return { fault: `invalid findings of \`${visibleText(path)}\`` };
		}
		baseline.set(path, known);
	}
	return baseline;
}

function readRules(rules: unknown): KnownFindings | undefined {
	const known = new Map<string, ReadonlyMap<string, number>>();
	for (const [code, counts] of isMapping(rules) ? Object.entries(rules) : []) {
		const entries = isMapping(counts) ? Object.entries(counts) : [];
		if (entries.length === 0 || !entries.every(isCount)) {
			return undefined;
		}
		known.set(code, new Map(entries.filter(isCount)));
	}
	return isMapping(rules) ? known : undefined;
}

function isCount(entry: readonly [string, unknown]): entry is [string, number] {
	const [, count] = entry;
	return typeof count === 'number' && Number.isSafeInteger(count) && count > 0;
}

/** Formats a baseline as the text of its file: sorted, with one line per rule of a document, so that versions merge well. */
export function formatBaseline(baseline: Baseline): string {
	const files = sorted(baseline).filter(([, known]) => countKnown(known) > 0);
	const findings = files.map(([path, known]) => {
		const rules = sorted(known).map(([code, counts]) => {
			const entries = sorted(counts).map(([hash, count]) => `${JSON.stringify(hash)}: ${count}`);
			return `\t\t\t${JSON.stringify(code)}: { ${entries.join(', ')} }`;
		});
		return `\t\t${JSON.stringify(path)}: {\n${rules.join(',\n')}\n\t\t}`;
	});
	return `{\n\t"version": ${VERSION},\n\t"findings": {${findings.length === 0 ? '' : `\n${findings.join(',\n')}\n\t`}}\n}\n`;
}

function sorted<Value>(entries: ReadonlyMap<string, Value>): readonly (readonly [string, Value])[] {
	return [...entries].sort(([one], [other]) => compareText(one, other));
}
