/** A file to create. */
export interface NewFile {
	readonly uri: string;
	readonly text: string;
}

/** A file cannot be created as asked. The message states what was expected. */
export class NewFileError extends Error {}
