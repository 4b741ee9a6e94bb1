import type { Definition } from '../../../core/definition.ts';
import { isTicket, shapeOf } from '../../../core/record-names.ts';
import type { Reference, ReferenceTarget } from '../../../core/reference.ts';
import type { LogDocument } from '../../../parse/model/document.ts';
import type { LogView } from '../../log-view.ts';
import { findCycle, findOwner } from './chains.ts';

const MAX_SUGGESTIONS = 3;
/** Candidates that are compared with the rules, because some of them are refused. */
const MAX_CANDIDATES = 10;

/**
 * Returns existing ids that are spelled like the target of an unresolved reference, nearest first. Leaves out the document
 * itself and records that another rule would report at this reference.
 */
export function suggestIds(
	reference: Reference,
	target: Extract<ReferenceTarget, { by: 'id' }>,
	document: LogDocument,
	log: LogView,
): readonly string[] {
	const suggested: string[] = [];
	for (const id of log.nearestIds(target.id, MAX_CANDIDATES)) {
		const other: Reference = { ...reference, target: { ...target, id } };
		const definitions = log.resolve(other);
		// Of two tickets with one prefix and different numbers, neither is a misspelling of the other.
		const isOtherTicket = isTicket(target.id) && shapeOf(target.id) === shapeOf(id);
		if (
			suggested.length < MAX_SUGGESTIONS &&
			definitions.length > 0 &&
			!isOtherTicket &&
			!definitions.some(definition => isSelf(definition, reference, document)) &&
			!isRefused(other, definitions, document, log)
		) {
			suggested.push(id);
		}
	}
	return suggested;
}

/** Whether a definition is the one that contains the reference. A postmortem may refer to the incident with its id. */
export function isSelf({ kind, id, uri }: Definition, { owner }: Reference, document: LogDocument): boolean {
	return kind === 'postmortem' ? uri === document.uri : kind === 'incident' && id === owner;
}

/** Whether `reference/not-earlier`, `reference/cycle` or `reference/one-sided` would report a reference. */
function isRefused(
	reference: Reference,
	[definition]: readonly Definition[],
	document: LogDocument,
	log: LogView,
): boolean {
	const own = findOwner(reference, document.uri, log);
	const { relation } = reference;
	const isLater =
		(relation === 'caused-by' || relation === 'recurrence-of') &&
		own?.start !== undefined &&
		(definition?.start ?? 0) > own.start;
	const isInCycle = own !== undefined && findCycle(reference, own, log) !== undefined;
	const names = document.kind === 'postmortem' && reference.form === 'field' ? definition?.postmortem : undefined;
	const named = names === undefined ? [] : log.resolve({ target: names });
	return isLater || isInCycle || (named.length > 0 && !named.some(({ uri }) => uri === document.uri));
}
