/** The keys that the check of each document has read. They determine the documents to invalidate when a key changes. */
export class DependencyTracker {
	readonly #byKey = new Map<string, Set<string>>();
	readonly #byDocument = new Map<string, ReadonlySet<string>>();

	/** Records the keys that the check of a document has read. Replaces those of its previous check. */
	record(uri: string, keys: ReadonlySet<string>): void {
		this.remove(uri);
		if (keys.size === 0) {
			return;
		}
		this.#byDocument.set(uri, keys);
		for (const key of keys) {
			const readers = this.#byKey.get(key);
			if (readers) {
				readers.add(uri);
			} else {
				this.#byKey.set(key, new Set([uri]));
			}
		}
	}

	remove(uri: string): void {
		for (const key of this.#byDocument.get(uri) ?? []) {
			const readers = this.#byKey.get(key);
			readers?.delete(uri);
			if (readers?.size === 0) {
				this.#byKey.delete(key);
			}
		}
		this.#byDocument.delete(uri);
	}

	/** The documents whose last check has read one of these keys. */
	dependents(keys: Iterable<string>): ReadonlySet<string> {
		const uris = new Set<string>();
		for (const key of keys) {
			for (const uri of this.#byKey.get(key) ?? []) {
				uris.add(uri);
			}
		}
		return uris;
	}
}
