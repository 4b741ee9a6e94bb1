/** A read-only list with access by index: an array, or a packed list. */
export interface Sequence<T> extends Iterable<T> {
	readonly length: number;
	at(index: number): T | undefined;
}
