import type { Unread, UnreadEntry } from '../core/unread.ts';
import { ancestorsOf, childUri, pathWithin } from '../core/uri/uri.ts';
import type { FileKinds } from './kinds.ts';
import type { LogRoot } from './log-root.ts';

/**
 * Returns the unread parts of a root that its log reports. `holdsDocuments` returns true for a document, and for a
 * folder with documents.
 */
export function unreadEntries(
	{ root, kinds }: LogRoot,
	unread: readonly Unread[],
	holdsDocuments: (uri: string) => boolean,
): readonly UnreadEntry[] {
	return unread
		.filter(({ uri }) => !kinds.excludes(uri))
		.map(part => ({
			...part,
			path: pathIn(root, part.uri),
			...(part.kind === 'link' && part.isInside && { targetPath: pathIn(root, part.target) }),
			isDocument: isDocument(part, kinds),
		}))
		.filter(part => isReported(part, target => isDocument({ ...part, uri: target }, kinds) || holdsDocuments(target)))
		.sort((one, other) => (one.uri < other.uri ? -1 : 1));
}

function isDocument({ uri, ...part }: Unread, kinds: FileKinds): boolean {
	const isFolder = part.kind === 'limit' || part.of === 'folder';
	// The target of a broken link can be a file or a folder.
	const isEither = part.kind === 'unreadable' && part.reason === 'broken-link';
	const asFile = kinds.kindOf(uri) !== undefined || kinds.mayBeOfDialect(uri);
	const asFolder = ['x.yaml', 'x.md'].some(name => kinds.kindOf(childUri(uri, name)) !== undefined);
	return (!isFolder && asFile) || ((isFolder || isEither) && asFolder);
}

/** Leaves out files that cannot be documents, and links to files that are read under their own path. */
function isReported(entry: UnreadEntry, isRead: (target: string) => boolean): boolean {
	switch (entry.kind) {
		case 'limit':
			return true;
		case 'unreadable':
			return entry.of === 'folder' || entry.isDocument || entry.reason === 'invalid-baseline';
		case 'link':
			return entry.isInside ? entry.isDocument && !isRead(entry.target) : entry.of === 'folder' || entry.isDocument;
	}
}

function pathIn(root: string, uri: string): string {
	const path = pathWithin(root, uri);
	return path === undefined ? uri : path.length === 0 ? '.' : path.join('/');
}

/** Returns a function that is true for the given documents and the folders above them. */
export function lookupOf(documents: Iterable<string>): (uri: string) => boolean {
	let known: Set<string> | undefined;
	return uri => {
		if (known === undefined) {
			known = new Set();
			for (const document of documents) {
				known.add(document);
				for (const folder of ancestorsOf(document)) {
					known.add(folder);
				}
			}
		}
		return known.has(uri);
	};
}
