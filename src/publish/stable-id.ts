import { contentHash } from '../core/content-hash.ts';

/** Returns a URN for a list of names, equal on all machines: a UUID of version 8 (RFC 9562), made of hashes of the names. */
export function stableId(names: readonly string[]): string {
	const name = JSON.stringify(names);
	const digits = contentHash(name) + contentHash(`${name}\n`);
	const parts = [
		digits.slice(0, 8),
		digits.slice(8, 12),
		`8${digits.slice(13, 16)}`,
		`a${digits.slice(17, 20)}`,
		digits.slice(20, 32),
	];
	return `urn:uuid:${parts.join('-')}`;
}
