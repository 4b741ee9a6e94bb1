import { all } from './awaitable.ts';
import { type Content, contentOfBytes, contentOfText, MAX_BYTES } from './content.ts';
import type { Environment } from './environment.ts';
import { ancestorsOf, isWithin } from './uri.ts';

/** What is known of the files of a workspace: those on the disk, read or not yet, and those open in an editor. */
export class Files {
	readonly #environment: Environment;
	/** Undefined: it is there, and has not been read, or has changed since. */
	readonly #disk = new Map<string, Content | undefined>();
	readonly #open = new Map<string, Content>();

	constructor(environment: Environment) {
		this.#environment = environment;
	}

	has(uri: string): boolean {
		return this.#open.has(uri) || this.#disk.has(uri);
	}

	/** An open editor wins over the disk. Undefined for what is not there, or not read yet. */
	content(uri: string): Content | undefined {
		const stored = this.#disk.get(uri);
		const open = this.#open.get(uri);
		// An editor shows bytes that are no text with replacement characters; they are no text all the same.
		const isDecoded = typeof open === 'string' && typeof stored === 'object' && stored.unreadable === 'not-text';
		return isDecoded && open.includes('\ufffd') ? stored : (open ?? stored);
	}

	isOpen(uri: string): boolean {
		return this.#open.has(uri);
	}

	/** Those open in an editor. */
	get open(): readonly string[] {
		return [...this.#open.keys()];
	}

	/** All that are known in a folder, or the file of that URI. */
	within(folder: string): readonly string[] {
		const known = new Set([...this.#disk.keys(), ...this.#open.keys()]);
		return [...known].filter(uri => isWithin(folder, uri));
	}

	/** Takes the text of an editor. */
	edit(uri: string, text: string): void {
		this.#open.set(uri, contentOfText(text));
	}

	close(uri: string): void {
		this.#open.delete(uri);
	}

	/** Notes that there is a file on the disk, whose content is to be read (again). */
	found(uri: string): void {
		this.#disk.set(uri, undefined);
	}

	/** Notes that there is a file on the disk, without doubting what was read of it. */
	listed(uri: string): void {
		if (!this.#disk.has(uri)) {
			this.#disk.set(uri, undefined);
		}
	}

	/** Forgets files, and folders with all that is in them. Returns the files. */
	gone(uris: ReadonlySet<string>): readonly string[] {
		const gone = [...this.#disk.keys()].filter(file => uris.has(file) || some(ancestorsOf(file), uris));
		for (const file of gone) {
			this.#disk.delete(file);
		}
		return gone;
	}

	/** Whether its text is on the disk and has yet to be read. */
	isUnread(uri: string): boolean {
		return !this.#open.has(uri) && this.#disk.has(uri) && this.#disk.get(uri) === undefined;
	}

	/** Reads those that are unread. One that is not there after all is forgotten. */
	async read(uris: readonly string[]): Promise<void> {
		const unread = uris.filter(uri => this.isUnread(uri));
		if (unread.length === 0) {
			return;
		}
		const reading = all(unread.map(uri => this.#environment.read(uri, MAX_BYTES)));
		const contents = reading instanceof Promise ? await reading : reading;
		for (const [index, uri] of unread.entries()) {
			const bytes = contents[index];
			if (bytes === undefined) {
				this.#disk.delete(uri);
			} else {
				this.#disk.set(uri, contentOfBytes(bytes));
			}
		}
	}
}

function some(values: Iterable<string>, set: ReadonlySet<string>): boolean {
	for (const value of values) {
		if (set.has(value)) {
			return true;
		}
	}
	return false;
}
