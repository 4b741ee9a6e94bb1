import type { Log } from './log.ts';

/**
 * Runs a query that sets another text of a document, and restores the document. Nothing else runs meanwhile, so that nobody
 * else sees that text.
 */
export function restored<T>(log: Log, uri: string, query: () => T): T {
	const content = log.content(uri);
	const kind = log.stored(uri)?.kind;
	try {
		return query();
	} finally {
		if (content === undefined || kind === undefined) {
			log.delete(uri);
		} else {
			log.set(uri, content, kind);
		}
	}
}
