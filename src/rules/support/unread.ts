import type { UnreadEntry } from '../../core/unread.ts';
import type { LogDocument } from '../../parse/model/document.ts';
import type { LogView } from '../log-view.ts';

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
