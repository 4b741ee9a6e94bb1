import { type FailureReason, unreadableMessage } from '../core/unread.ts';
import type { Problem } from '../parse/model/document.ts';
import { MAX_LENGTH } from '../parse/parse-document.ts';
import type { Failed, FileContent, TooLarge } from './environment.ts';

/** Why a file has no text that could be read. */
export type Unreadable =
	| { readonly unreadable: 'not-text' | 'too-large' }
	| { readonly unreadable: 'failed'; readonly reason: FailureReason };

/** What a file holds: its text, without a byte order mark, or why there is none. */
export type Content = string | Unreadable;

/** Files above this many bytes are not read. No text within `MAX_LENGTH` UTF-16 units takes more bytes in UTF-8. */
export const MAX_BYTES = 3 * MAX_LENGTH + 3;

const NOT_TEXT: Unreadable = { unreadable: 'not-text' };
const TOO_LARGE: Unreadable = { unreadable: 'too-large' };

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The content of a file that is there. Its text must be UTF-8. */
export function contentOfResult(result: FileContent | TooLarge | Failed): Content {
	if (result.type === 'failed') {
		return { unreadable: 'failed', reason: result.reason };
	}
	if (result.type === 'too-large') {
		return TOO_LARGE;
	}
	try {
		return contentOfText(utf8.decode(result.bytes));
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
