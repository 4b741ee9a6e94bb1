import type { Unread } from '../core/unread.ts';
import { ancestorsOf, isWithin, nameOf } from '../core/uri/uri.ts';
import { all } from './awaitable.ts';
import { BASELINE_FILE } from './baseline.ts';
import { type Content, contentOfResult, contentOfText, MAX_BYTES } from './content.ts';
import type { Environment } from './environment.ts';
import { FileNames } from './file-names.ts';
import { sameData } from './same-data.ts';

/** Bytes, and UTF-16 units: enough for the findings of 100,000 documents. */
const MAX_BASELINE = 2 ** 24;

/** The known files of a workspace: on the disk, read or not, and open in an editor. */
export class Files {
	readonly #environment: Environment;
	/** Undefined for a file that exists and has not been read since its last change. */
	readonly #disk = new Map<string, Content | undefined>();
	readonly #open = new Map<string, Content>();
	/** Unread parts of the folders by their URI. Files in them are unknown. */
	readonly #unread = new Map<string, Unread>();
	readonly #names = new FileNames(() => this.all());

	constructor(environment: Environment) {
		this.#environment = environment;
	}

	has(uri: string): boolean {
		return this.#open.has(uri) || this.#disk.has(uri);
	}

	/** The text of an open editor takes precedence over the disk. Undefined for an absent or unread file. */
	content(uri: string): Content | undefined {
		const stored = this.#disk.get(uri);
		const open = this.#open.get(uri);
		// An editor replaces invalid UTF-8 by U+FFFD. The file is not text in this case either.
		const isDecoded = typeof open === 'string' && typeof stored === 'object' && stored.unreadable === 'not-text';
		return isDecoded && open.includes('\ufffd') ? stored : (open ?? stored);
	}

	isOpen(uri: string): boolean {
		return this.#open.has(uri);
	}

	/** Files that are open in an editor. */
	get open(): readonly string[] {
		return [...this.#open.keys()];
	}

	/** All known files. */
	all(): ReadonlySet<string> {
		return new Set([...this.#disk.keys(), ...this.#open.keys()]);
	}

	/** Returns the known files in a folder, or the file with this URI. */
	within(folder: string): readonly string[] {
		return [...this.all()].filter(uri => isWithin(folder, uri));
	}

	/** Sets the text of an open editor. */
	edit(uri: string, text: string): void {
		this.#open.set(uri, contentOfText(text));
		this.#names.add(uri);
	}

	close(uri: string): void {
		this.#open.delete(uri);
		this.#updateName(uri);
	}

	/** Records a file on the disk whose content has to be read. */
	addChanged(uri: string): void {
		this.#disk.set(uri, undefined);
		this.#names.add(uri);
	}

	/** Records a file on the disk. Content that was already read is kept. */
	add(uri: string): void {
		if (!this.#disk.has(uri)) {
			this.addChanged(uri);
		}
	}

	/** The known files on the disk. */
	get onDisk(): readonly string[] {
		return [...this.#disk.keys()];
	}

	/** Discards the content of all files on the disk, so that they are read again. Returns the files. */
	readAgain(): readonly string[] {
		for (const uri of this.#disk.keys()) {
			this.#disk.set(uri, undefined);
		}
		return this.onDisk;
	}

	/** Removes files, and folders with all files in them. Returns the removed files. */
	remove(uris: ReadonlySet<string>): readonly string[] {
		const removed = [...this.#disk.keys()].filter(file => uris.has(file) || some(ancestorsOf(file), uris));
		for (const file of removed) {
			this.#disk.delete(file);
			this.#updateName(file);
		}
		return removed;
	}

	/** The files with a name, without extension; case, spaces and punctuation are ignored. */
	named(name: string): readonly string[] {
		return this.#names.named(name);
	}

	#updateName(uri: string): void {
		if (!this.has(uri)) {
			this.#names.delete(uri);
		}
	}

	/** Returns true if the file is on the disk and has not been read. */
	isUnread(uri: string): boolean {
		return !this.#open.has(uri) && this.#disk.has(uri) && this.#disk.get(uri) === undefined;
	}

	/** The parts that no search has read. */
	get unread(): readonly Unread[] {
		return [...this.#unread.values()];
	}

	/** Replaces the unread parts at and below a URI. Returns true if they have changed. */
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

	/** Removes the unread parts for which `isKept` returns false. */
	keepUnread(isKept: (uri: string) => boolean): void {
		for (const uri of this.#unread.keys()) {
			if (!isKept(uri)) {
				this.#unread.delete(uri);
			}
		}
	}

	/** The unread part at exactly this URI. */
	unreadAt(uri: string): Unread | undefined {
		return this.#unread.get(uri);
	}

	/** Returns true if no search reaches the file: behind a link, in an unreadable folder, or too deep. */
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

	/** Returns true if the file is a link or behind a link: it is read under its real path. */
	isLinked(uri: string): boolean {
		if (this.#unread.size === 0) {
			return false;
		}
		return [uri, ...ancestorsOf(uri)].some(part => this.#unread.get(part)?.kind === 'link');
	}

	/** Returns true if the existence of the file is unknown. */
	isUnknown(uri: string): boolean {
		return this.#unread.has(uri) || (this.#unread.size > 0 && some(ancestorsOf(uri), this.#unread));
	}

	/** Reads the unread files among `uris`. Absent ones are removed. */
	async read(uris: readonly string[]): Promise<void> {
		const unread = uris.filter(uri => this.isUnread(uri));
		if (unread.length === 0) {
			return;
		}
		const reading = all(unread.map(uri => this.#environment.read(uri, isBaseline(uri) ? MAX_BASELINE : MAX_BYTES)));
		const contents = reading instanceof Promise ? await reading : reading;
		for (const [index, uri] of unread.entries()) {
			const result = contents[index];
			if (result === undefined || result.type === 'absent') {
				this.#disk.delete(uri);
				this.#updateName(uri);
			} else {
				this.#disk.set(uri, contentOfResult(result, isBaseline(uri) ? MAX_BASELINE : undefined));
			}
		}
	}
}

function isBaseline(uri: string): boolean {
	return nameOf(uri) === BASELINE_FILE;
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
