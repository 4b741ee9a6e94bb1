/** Why an existing file or folder could not be read. Names, not texts: they are sent between server and client. */
export const FAILURE_REASONS = [
	'no-permission',
	'broken-link',
	'link-loop',
	'not-a-file',
	'invalid-name',
	'merge-conflict',
	'not-in-clone',
	'io-error',
	'invalid-baseline',
] as const;
export type FailureReason = (typeof FAILURE_REASONS)[number];

/** A part of a log root that was not read. `uri`: the file, folder or link; `of`: whether it is a file or a folder. */
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
			/** The URI of the link's target; inside of the searched folder, a URI below that folder. */
			readonly target: string;
			readonly isInside: boolean;
	  }
	| {
			readonly kind: 'limit';
			/** The folder that was not read completely. */
			readonly uri: string;
			readonly limit: 'depth' | 'entries' | 'time';
			/** Folders, entries or milliseconds. */
			readonly max: number;
	  };

/** An unread part with its path in the log. */
export type UnreadEntry = Unread & {
	/** Relative to the log root, decoded; `.` for the root itself. */
	readonly path: string;
	/** For a link to a target in the log: the path under which the target is read. */
	readonly targetPath?: string;
	/** Whether its path is that of a document, or of a folder of documents. */
	readonly isDocument: boolean;
};

const REASONS: Readonly<Record<FailureReason, { readonly detail: string; readonly expected: string }>> = {
	'no-permission': { detail: 'permission denied', expected: 'read permission' },
	'broken-link': { detail: 'broken symbolic link', expected: 'a link to a file' },
	'link-loop': { detail: 'loop of symbolic links', expected: 'a link to a file' },
	'not-a-file': { detail: 'not a regular file', expected: 'a regular file' },
	'invalid-name': { detail: 'its name is not UTF-8', expected: 'a name in UTF-8' },
	'merge-conflict': { detail: 'unresolved merge conflict in the index', expected: 'a resolved and staged file' },
	'not-in-clone': { detail: 'its content is not in this partial clone', expected: 'a fetched file' },
	'io-error': { detail: 'input/output error', expected: 'a readable file system' },
	'invalid-baseline': {
		detail: 'no valid baseline',
		expected: 'the output of `incident-log check --update-baseline`',
	},
};

/** Returns the message for an unreadable file or folder. `subject` follows "Unreadable": "folder `incidents`". */
export function unreadableMessage(subject: string, reason: FailureReason): string {
	const { detail, expected } = REASONS[reason];
	return `Unreadable ${subject}: ${detail}. Expected ${expected}.`;
}
