import { createHash } from 'node:crypto';
import type { ReportedFinding } from './report.ts';

/**
 * A hash of a finding's rule, file and lines. It does not change if the finding moves within the file. Equal findings of a
 * file have the same hash. `path` is the path of the file.
 */
export function findingHash({ finding, text, lines }: ReportedFinding, path: string): string {
	const { start, end } = finding.range;
	const content = text.slice(lines.startOfLine(lines.lineAt(start)), lines.endOfLine(lines.lineAt(end)));
	return sha256([finding.code, path, content.trim()]);
}

/** Returns a hash for each finding that is unique in the report: equal findings are numbered in the order of their file. */
export function fingerprints(
	findings: readonly ReportedFinding[],
	pathOf: (uri: string) => string,
): ReadonlyMap<ReportedFinding, string> {
	const counts = new Map<string, number>();
	return new Map(
		findings.map(found => {
			const hash = findingHash(found, pathOf(found.uri));
			const index = counts.get(hash) ?? 0;
			counts.set(hash, index + 1);
			return [found, sha256([hash, index])];
		}),
	);
}

function sha256(parts: readonly unknown[]): string {
	return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
