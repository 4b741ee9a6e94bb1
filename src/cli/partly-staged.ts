import { withLineFeeds } from '../core/line-breaks.ts';
import { contentOfResult } from '../log/content.ts';
import type { Environment } from '../log/environment.ts';
import { isFixable, type ReportedFinding } from './report.ts';

/**
 * Returns the URIs of the files with fixable findings whose text on the disk differs from the checked text. `fix` changes the
 * files on the disk, so that `git add` would stage more than the fixes.
 */
export async function partlyStaged(
	disk: Environment,
	findings: readonly ReportedFinding[],
): Promise<readonly string[]> {
	const texts = new Map(findings.filter(({ finding }) => isFixable(finding)).map(({ uri, text }) => [uri, text]));
	const different: string[] = [];
	for (const [uri, text] of texts) {
		const result = await disk.read(uri, Number.POSITIVE_INFINITY);
		const content = result.type === 'absent' ? undefined : contentOfResult(result);
		if (typeof content !== 'string' || withLineFeeds(content) !== withLineFeeds(text)) {
			different.push(uri);
		}
	}
	return different;
}
