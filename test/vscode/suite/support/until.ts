/** Polls until `get` returns a value. The limit only ends a test that has failed. */
export async function until<T>(
	what: string,
	get: () => T | undefined | false | Promise<T | undefined | false>,
): Promise<T> {
	for (const end = Date.now() + 90_000; Date.now() < end; await pause(50)) {
		const value = await get();
		if (value !== undefined && value !== false) {
			return value;
		}
	}
	throw new Error(`Timed out waiting for ${what}.`);
}

export const pause = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds));
