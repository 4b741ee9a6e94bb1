/** What cannot be read, for whatever reason, is absent. */
export function orAbsent<T>(look: () => T): T | undefined {
	try {
		return look();
	} catch {
		return undefined;
	}
}
