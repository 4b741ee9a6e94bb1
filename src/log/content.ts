import type { Problem } from '../parse/document.ts';
import { MAX_LENGTH } from '../parse/parse-document.ts';

/** Why a file has no text that could be read. */
export interface Unreadable {
	readonly unreadable: 'not-text' | 'too-large';
}
/** What a file holds: its text, without a byte order mark, or why there is none. */
export type Content = string | Unreadable;

/** Files above this many bytes are not read. No text within `MAX_LENGTH` UTF-16 units takes more bytes in UTF-8. */
export const MAX_BYTES = 3 * MAX_LENGTH + 3;

const NOT_TEXT: Unreadable = { unreadable: 'not-text' };
const TOO_LARGE: Unreadable = { unreadable: 'too-large' };

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The text of a file, which must be UTF-8. */
export function contentOfBytes(bytes: Uint8Array | { readonly tooLarge: number }): Content {
	if (!(bytes instanceof Uint8Array)) {
		return TOO_LARGE;
	}
	try {
		return contentOfText(utf8.decode(bytes));
	} catch {
		return NOT_TEXT;
	}
}

/** The text of an open editor, which may be too long, or no text at all, as that of a file may. */
export function contentOfText(text: string): Content {
	if (text.length > MAX_LENGTH) {
		return TOO_LARGE;
	}
	return text.includes('\0') ? NOT_TEXT : text;
}

/** The same words whether the file is open or on the disk: editor and command line must not disagree. */
export function problemOf({ unreadable }: Unreadable): Problem {
	const message =
		unreadable === 'too-large'
			? `more than ${MAX_LENGTH} characters; expected the size of a record`
			: 'bytes that are no text; expected text in UTF-8';
	return { kind: unreadable, range: { start: 0, end: 0 }, message, related: undefined };
}
