/** Why a file or folder that exists could not be read. Names, not texts: they travel between server and client. */
export const FAILURE_REASONS = [
	'no-permission',
	'broken-link',
	'link-loop',
	'not-a-file',
	'invalid-name',
	'io-error',
] as const;
export type FailureReason = (typeof FAILURE_REASONS)[number];

/** A part of a log's folder that was not read. `uri`: the file, folder or link; `of`: what it is, as far as it is known. */
export type Unread =
	| {
			readonly kind: 'unreadable';
			readonly uri: string;
			readonly of: 'file' | 'folder';
			readonly reason: FailureReason;
	  }
	| {
			readonly kind: 'link';
			readonly uri: string;
			readonly of: 'file' | 'folder';
			/** What it leads to: in the folder that was searched, spelled as below that folder. */
			readonly target: string;
			readonly isInside: boolean;
	  }
	| {
			readonly kind: 'limit';
			/** The folder that was not read to its end. */
			readonly uri: string;
			readonly limit: 'depth' | 'entries' | 'time';
			/** Folders, entries or milliseconds. */
			readonly max: number;
	  };

/** The same as a log reports it. */
export type UnreadEntry = Unread & {
	/** Relative to the log's root, decoded; `.` for the root itself. */
	readonly path: string;
	/** Of a link within the log: the path that its target is read under. */
	readonly targetPath?: string;
	/** Whether it would be, or hold, documents by its path alone. */
	readonly isDocument: boolean;
};

const REASONS: Readonly<Record<FailureReason, { readonly found: string; readonly expected: string }>> = {
	'no-permission': { found: 'permission denied', expected: 'read permission' },
	'broken-link': { found: 'its link leads to nothing', expected: 'a link to a file' },
	'link-loop': { found: 'its link leads back to itself', expected: 'a link to a file' },
	'not-a-file': { found: 'it is no regular file', expected: 'a regular file' },
	'invalid-name': { found: 'its name is not UTF-8', expected: 'a name in UTF-8' },
	'io-error': { found: 'the file system reports an error', expected: 'one that can be read' },
};

/** `subject` with the reason, in the grammar of messages. */
export function unreadableMessage(subject: string, reason: FailureReason): string {
	const { found, expected } = REASONS[reason];
	return `${subject} cannot be read: ${found}; expected ${expected}`;
}
