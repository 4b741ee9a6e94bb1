/** In UTF-16 units of text. The trees of the documents take about 15 times as many bytes. */
const MAX_SIZE = 2 ** 20;

interface Held<Value> {
	readonly value: Value;
	readonly size: number;
}

/** Values of recently used documents, limited by the length of their texts, and those of pinned documents. */
export class Recent<Value> {
	readonly #held = new Map<string, Held<Value>>();
	readonly #isPinned: (uri: string) => boolean;
	#size = 0;

	/** `isPinned`: whether the value of a document is kept beyond the limit. */
	constructor(isPinned: (uri: string) => boolean) {
		this.#isPinned = isPinned;
	}

	get(uri: string): Value | undefined {
		const held = this.#held.get(uri);
		if (held) {
			this.#held.delete(uri);
			this.#held.set(uri, held);
		}
		return held?.value;
	}

	/** `size`: the length of the text. */
	set(uri: string, value: Value, size: number): void {
		this.delete(uri);
		this.#held.set(uri, { value, size });
		this.#size += size;
		for (const other of this.#held.keys()) {
			if (this.#size <= MAX_SIZE) {
				return;
			}
			if (other !== uri && !this.#isPinned(other)) {
				this.delete(other);
			}
		}
	}

	delete(uri: string): void {
		this.#size -= this.#held.get(uri)?.size ?? 0;
		this.#held.delete(uri);
	}
}
