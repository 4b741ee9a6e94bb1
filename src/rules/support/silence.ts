import type { Finding } from '../../core/finding.ts';
import type { LogDocument, SilencedCode } from '../../parse/document.ts';
import { internalError } from '../internal/error.ts';

/** Whether a comment in a document silences a finding of it. */
export function isSilenced(finding: Finding, document: LogDocument): boolean {
	return (
		finding.code !== internalError.code &&
		document.suppressions.some(({ codes }) => codes.some(code => silences(code, finding, document)))
	);
}

/** Whether a code in a comment silences a finding: by its rule, and by the place where it begins. */
export function silences({ code, within }: SilencedCode, finding: Finding, { text }: LogDocument): boolean {
	if (within === undefined || code.value !== finding.code || finding.range.start < within.start) {
		return false;
	}
	return finding.range.start < within.end || within.end === text.length;
}
