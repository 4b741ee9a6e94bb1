import type { Range } from '../../core/range.ts';
import type { UnreadEntry } from '../../core/unread.ts';
import type { LogDocument } from '../../parse/model/document.ts';
import type { LogView } from '../log-view.ts';

/** Where the configuration reports what is wrong around it. */
export const HEAD: Range = { start: 0, end: 0 };

/** The parts of one kind that were not read, for the document that reports them: the configuration. */
export function unreadOf<Kind extends UnreadEntry['kind']>(
	kind: Kind,
	document: LogDocument,
	log: LogView,
): readonly Extract<UnreadEntry, { readonly kind: Kind }>[] {
	return document.kind === 'configuration' ? log.unread().filter(isOfKind(kind)) : [];
}

function isOfKind<Kind extends UnreadEntry['kind']>(kind: Kind) {
	return (entry: UnreadEntry): entry is Extract<UnreadEntry, { readonly kind: Kind }> => entry.kind === kind;
}
