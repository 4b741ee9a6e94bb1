/**
 * Returns a hash of a text as 16 hexadecimal digits, equal on all machines. Two lanes of 32 bits with different
 * multipliers, in the manner of FNV-1a; not suitable for security.
 */
export function contentHash(text: string): string {
	let one = 0x811c9dc5;
	let other = 0x9747b28c;
	for (let index = 0; index < text.length; index++) {
		const unit = text.charCodeAt(index);
		one = Math.imul(one ^ unit, 0x01000193);
		other = Math.imul(other ^ unit, 0x5bd1e995);
		other ^= other >>> 15;
	}
	return digits(mixed(one ^ other)) + digits(mixed(other));
}

/** Distributes each bit over the whole number. */
function mixed(bits: number): number {
	const half = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
	const whole = Math.imul(half ^ (half >>> 13), 0xc2b2ae35);
	return whole ^ (whole >>> 16);
}

function digits(bits: number): string {
	return (bits >>> 0).toString(16).padStart(8, '0');
}
