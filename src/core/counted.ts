/** A number with its noun: "1 error", "2 errors". `info` has no plural. */
export function counted(n: number, noun: string): string {
	return `${n} ${noun}${n === 1 || noun === 'info' ? '' : 's'}`;
}
