/** Compares by UTF-16 code unit, for `sort`: the same order on every machine, independent of its locale. */
export function compareText(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
