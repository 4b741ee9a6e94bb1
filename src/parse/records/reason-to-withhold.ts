import type { Configuration } from '../../core/configuration.ts';
import { scalarText } from '../../core/scalar-text.ts';
import type { LogDocument } from '../model/document.ts';
import { type LabelledLine, labelledLines } from './labelled-lines.ts';

/** Returns why a document is not published: "draft", or the status of a postmortem as written. Undefined if it is. */
export function reasonToWithhold(document: LogDocument, { vocabulary }: Configuration): string | undefined {
	const { data, yaml } = document;
	const lines = labelledLines(document, vocabulary);
	const headEnd = document.body?.range.start ?? 0;
	if (
		[yaml, data].some(each => scalarText(each?.at(['draft'])?.value) === 'true') ||
		// The data of other dialects do not have the field.
		lines.some(({ label, value, range }) => label === 'draft' && value === 'true' && range.start < headEnd)
	) {
		return 'draft';
	}
	const status = postmortemStatus(document, lines);
	if (status === undefined || status === '') {
		return undefined;
	}
	const isFinished = FINISHED.has(vocabulary.status(status) ?? '') || vocabulary.itemState(status) === 'done';
	return isFinished ? undefined : status;
}

/** Returns the status of a postmortem as written, also one that is not understood, which is stated before its sections. */
function postmortemStatus({ postmortem, body }: LogDocument, lines: readonly LabelledLine[]): string | undefined {
	if (postmortem === undefined || postmortem.incidentStatus !== undefined) {
		return postmortem?.status?.value.trim();
	}
	const firstSection = body?.sections.find(({ level }) => level > 1)?.range.start ?? Number.POSITIVE_INFINITY;
	const stated = lines.find(({ field, range }) => field === 'status' && range.start < firstSection);
	return postmortem.status?.value.trim() ?? stated?.value;
}

/** The status values of a postmortem that is finished. Some teams state that of the incident. */
const FINISHED: ReadonlySet<string> = new Set(['published', 'resolved', 'completed']);
