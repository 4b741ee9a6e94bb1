/** A number with its noun: "1 error", "2 errors". */
export function counted(n: number, noun: string): string {
	return `${n} ${noun}${n === 1 ? '' : 's'}`;
}
