import type { Range } from '../../core/range.ts';
import type { UnreadEntry } from '../../core/unread.ts';
import type { LogDocument } from '../../parse/model/document.ts';
import type { LogView } from '../log-view.ts';

/** The range of findings about files and folders that were not read: the start of the configuration. */
export const HEAD: Range = { start: 0, end: 0 };

/** Returns the unread parts of one kind. Empty for documents other than the configuration, which reports them. */
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
