import type { Range } from '../../core/range.ts';

/** A file to create. */
export interface NewFile {
	readonly uri: string;
	readonly text: string;
	/** What an editor selects: the place where the author continues, as offsets into the text. */
	readonly selection: Range;
}

/** A file cannot be created as asked. The message states what was expected. */
export class NewFileError extends Error {
	/** The URI of the file that exists already. */
	readonly existing: string | undefined;

	constructor(message: string, existing?: string) {
		super(message);
		this.existing = existing;
	}
}

/** A new file whose author continues at its end. */
export function continuedAtEnd(uri: string, text: string): NewFile {
	return { uri, text, selection: { start: text.length, end: text.length } };
}
