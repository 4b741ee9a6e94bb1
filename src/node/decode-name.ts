import type { FolderEntry } from '../log/environment.ts';

/** Decodes a name in a folder. A name that is not UTF-8 is returned in a form for messages, such as `caf\xe9.md`. */
export function decodeName(bytes: Buffer): Pick<FolderEntry, 'name' | 'isNameInvalid'> {
	const name = bytes.toString('utf8');
	return Buffer.from(name, 'utf8').equals(bytes) ? { name } : { name: readable(bytes), isNameInvalid: true };
}

/** Formats each byte that is not ASCII as `\xe9`. */
function readable(name: Buffer): string {
	return Array.from(name, byte =>
		byte < 0x80 ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, '0')}`,
	).join('');
}
