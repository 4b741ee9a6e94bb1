import { type FailureReason, unreadableMessage } from '../core/unread.ts';
import type { Problem } from '../parse/model/document.ts';
import { MAX_LENGTH } from '../parse/parse-document.ts';
import type { Failed, FileContent, TooLarge } from './environment.ts';

/** The reason why a file has no readable text. */
export type Unreadable =
	| { readonly unreadable: 'not-text' | 'too-large' }
	| { readonly unreadable: 'failed'; readonly reason: FailureReason };

/** The text of a file without its byte-order mark, or the reason why it has none. */
export type Content = string | Unreadable;

/** In bytes. Larger files are not read. `MAX_LENGTH` UTF-16 units are at most this many bytes in UTF-8. */
export const MAX_BYTES = 3 * MAX_LENGTH + 3;

const NOT_TEXT: Unreadable = { unreadable: 'not-text' };
const TOO_LARGE: Unreadable = { unreadable: 'too-large' };

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Decodes the content of an existing file, which must be UTF-8. `maxLength` is in UTF-16 units. */
export function contentOfResult(result: FileContent | TooLarge | Failed, maxLength = MAX_LENGTH): Content {
	if (result.type === 'failed') {
		return { unreadable: 'failed', reason: result.reason };
	}
	if (result.type === 'too-large') {
		return TOO_LARGE;
	}
	try {
		return contentOfText(utf8.decode(result.bytes), maxLength);
	} catch {
		return NOT_TEXT;
	}
}

/** The content of an open editor. It can be too long or binary, as that of a file. */
export function contentOfText(text: string, maxLength = MAX_LENGTH): Content {
	if (text.length > maxLength) {
		return TOO_LARGE;
	}
	return text.includes('\0') ? NOT_TEXT : text;
}

/** Returns the problem of content that was not read. It is the same for an open file and for a file on the disk. */
export function problemOf(content: Unreadable): Problem {
	const range = { start: 0, end: 0 };
	switch (content.unreadable) {
		case 'failed':
			return { kind: 'unreadable', range, message: unreadableMessage('file', content.reason), related: undefined };
		case 'too-large': {
			const message = `File too long: more than ${MAX_LENGTH} characters. Expected at most ${MAX_LENGTH} characters.`;
			return { kind: 'too-large', range, message, related: undefined };
		}
		case 'not-text': {
			const message = 'File is not text: invalid UTF-8 or a NUL character. Expected text in UTF-8.';
			return { kind: 'not-text', range, message, related: undefined };
		}
	}
}
