import { EMPTY_RANGE, type Range } from '../../core/range.ts';
import type { LogDocument } from '../../parse/model/document.ts';

/** Returns the range for findings about something missing: the id or the title, or else the start of the file. */
export function recordHeadRange(document: LogDocument): Range {
	const record = document.kind === 'incident' ? document.incidents[0] : document.postmortem;
	return record?.idRange ?? document.bulletin?.title?.range ?? document.bulletin?.date?.range ?? EMPTY_RANGE;
}
