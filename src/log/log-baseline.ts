import { recordFolder } from '../core/record-files.ts';
import { childUri, pathWithin } from '../core/uri/uri.ts';
import { type Baseline, readBaseline } from './baseline.ts';
import { type Content, problemOf } from './content.ts';
import { BaselineMatcher } from './known-reports.ts';
import { sameData } from './same-data.ts';

const NONE: Baseline = new Map();

/** The baseline of a log, and which of its documents exist. */
export class LogBaseline {
	readonly #root: string;
	readonly #isDocument: (uri: string) => boolean;
	#content: Content | undefined;
	#baseline = NONE;
	#fault: string | undefined;
	#pathsByName = new Map<string, string[]>();

	/** `root`: the URI of the log root. */
	constructor(root: string, isDocument: (uri: string) => boolean) {
		this.#root = root;
		this.#isDocument = isDocument;
	}

	get entries(): Baseline {
		return this.#baseline;
	}

	get text(): string | undefined {
		return typeof this.#content === 'string' ? this.#content : undefined;
	}

	/** Why the file is not a baseline; undefined for a valid one and without a file. */
	get fault(): string | undefined {
		return this.#fault;
	}

	/** Sets the content of the file; undefined if there is none. Returns true if the baseline has changed. */
	set(content: Content | undefined): boolean {
		if (sameData(content, this.#content)) {
			return false;
		}
		this.#content = content;
		const read =
			content === undefined ? NONE : typeof content === 'string' ? readBaseline(content) : unreadable(content);
		this.#fault = 'fault' in read ? read.fault : undefined;
		this.#baseline = 'fault' in read ? NONE : read;
		this.#pathsByName = new Map();
		for (const path of this.#baseline.keys()) {
			const name = nameIn(path);
			this.#pathsByName.set(name, [...(this.#pathsByName.get(name) ?? []), path]);
		}
		return true;
	}

	/** Whether the baseline of a document can depend on the existence of others. */
	dependsOnOthers(uri: string): boolean {
		const path = this.pathOf(uri);
		return !this.#baseline.has(path) && this.#pathsByName.has(nameIn(path));
	}

	/** Returns true if the baseline has entries for a document. */
	has(uri: string): boolean {
		return this.#baseline.has(this.pathOf(uri));
	}

	/**
	 * Returns a matcher for the known findings of a document: those at its path, otherwise those at the path of a missing
	 * document with its name, which was moved. Undefined if the baseline has none.
	 */
	matcher(uri: string): BaselineMatcher | undefined {
		const path = this.pathOf(uri);
		const known = this.#baseline.get(path);
		if (known) {
			return new BaselineMatcher(path, known);
		}
		const [moved] = (this.#pathsByName.get(nameIn(path)) ?? [])
			.filter(other => !this.#exists(other))
			.sort((one, other) => commonEnd(other, path) - commonEnd(one, path));
		const movedFrom = moved === undefined ? undefined : this.#baseline.get(moved);
		return moved === undefined || movedFrom === undefined ? undefined : new BaselineMatcher(moved, movedFrom);
	}

	pathOf(uri: string): string {
		return pathWithin(this.#root, uri)?.join('/') ?? uri;
	}

	#exists(path: string): boolean {
		return this.#isDocument(path.split('/').reduce(childUri, this.#root));
	}
}

/** The name of a file; for a file that describes the record of its folder with the name of the folder. */
function nameIn(path: string): string {
	const segments = path.split('/');
	return segments.slice(recordFolder(segments) === undefined ? -1 : -2).join('/');
}

/** Number of segments at the end that are equal. */
function commonEnd(one: string, other: string): number {
	const segments = other.split('/').reverse();
	const different = one
		.split('/')
		.reverse()
		.findIndex((segment, index) => segment !== segments[index]);
	return different < 0 ? segments.length : different;
}

function unreadable(content: Exclude<Content, string>): { readonly fault: string } {
	return { fault: problemOf(content).message };
}
