import type { Log } from './log.ts';

/**
 * Maximum number of documents between the reading of a document and its check. Documents of one day, which depend on each
 * other, are usually read one after the other.
 */
const MAX_DELAY = 128;
/** In UTF-16 units of text: less than half the limit of `Recent`, which also keeps the documents that were just checked. */
const MAX_SIZE = 2 ** 18;

/**
 * Checks documents while others are read. A check of a whole log parses most documents once this way, although it does not
 * keep their trees: a document is checked again only if one that is read after its check changes what its rules have read.
 */
export class DelayedChecks {
	readonly #waiting: { readonly log: Log; readonly uri: string; readonly size: number }[] = [];
	#size = 0;

	/** Must be called for each document that was read. */
	add(log: Log, uri: string): void {
		const content = log.content(uri);
		const size = typeof content === 'string' ? content.length : 0;
		this.#waiting.push({ log, uri, size });
		this.#size += size;
		while (this.#waiting.length > MAX_DELAY || this.#size > MAX_SIZE) {
			const first = this.#waiting.shift();
			this.#size -= first?.size ?? 0;
			first?.log.findings(first.uri);
		}
	}
}
