/** Returns undefined if a call of the file system throws. */
export function orAbsent<T>(look: () => T): T | undefined {
	try {
		return look();
	} catch {
		return undefined;
	}
}
