import type { Unread } from '../core/unread.ts';
import { ancestorsOf, isWithin } from '../core/uri/uri.ts';
import { all } from './awaitable.ts';
import { type Content, contentOfResult, contentOfText, MAX_BYTES } from './content.ts';
import type { Environment } from './environment.ts';
import { sameData } from './same-data.ts';

/** What is known of the files of a workspace: those on the disk, read or not yet, and those open in an editor. */
export class Files {
	readonly #environment: Environment;
	/** Undefined: it is there, and has not been read, or has changed since. */
	readonly #disk = new Map<string, Content | undefined>();
	readonly #open = new Map<string, Content>();
	/** What was not searched or cannot be named, by its URI: parts of the folders about which nothing else is known. */
	readonly #unread = new Map<string, Unread>();

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

	/** What a search has not seen. */
	get unread(): readonly Unread[] {
		return [...this.#unread.values()];
	}

	/** Replaces what has not been seen at a URI and below it. Returns whether that is another now. */
	setUnread(uri: string, unread: readonly Unread[]): boolean {
		if (this.#unread.size === 0 && unread.length === 0) {
			return false;
		}
		const before = this.unread.filter(entry => isWithin(uri, entry.uri));
		for (const entry of before) {
			this.#unread.delete(entry.uri);
		}
		for (const entry of unread) {
			this.#unread.set(entry.uri, entry);
		}
		return !sameData(byUri(before), byUri(unread));
	}

	/** Forgets what has not been seen out of some folders. */
	keepUnread(isKept: (uri: string) => boolean): void {
		for (const uri of this.#unread.keys()) {
			if (!isKept(uri)) {
				this.#unread.delete(uri);
			}
		}
	}

	/** What has not been seen at this URI itself. */
	unreadAt(uri: string): Unread | undefined {
		return this.#unread.get(uri);
	}

	/** Whether a file lies where no search goes: behind a link, in a folder that cannot be read or is too deep. */
	isBeyondSearch(uri: string): boolean {
		if (this.#unread.size === 0) {
			return false;
		}
		for (const folder of ancestorsOf(uri)) {
			const entry = this.#unread.get(folder);
			if (entry && !(entry.kind === 'limit' && entry.limit !== 'depth')) {
				return true;
			}
		}
		return false;
	}

	/** Whether a file is a link, or lies behind one: what is there is read under its real path. */
	isLinked(uri: string): boolean {
		if (this.#unread.size === 0) {
			return false;
		}
		return [uri, ...ancestorsOf(uri)].some(part => this.#unread.get(part)?.kind === 'link');
	}

	/** Whether nobody knows if there is such a file. */
	isUnknown(uri: string): boolean {
		return this.#unread.has(uri) || (this.#unread.size > 0 && some(ancestorsOf(uri), this.#unread));
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
			const result = contents[index];
			if (result === undefined || result.type === 'absent') {
				this.#disk.delete(uri);
			} else {
				this.#disk.set(uri, contentOfResult(result));
			}
		}
	}
}

function byUri(unread: readonly Unread[]): readonly Unread[] {
	return [...unread].sort((one, other) => (one.uri < other.uri ? -1 : 1));
}

function some(values: Iterable<string>, set: { has(value: string): boolean }): boolean {
	for (const value of values) {
		if (set.has(value)) {
			return true;
		}
	}
	return false;
}
