import { slug } from '../core/slug.ts';
import { fileStem } from '../core/uri/file-name.ts';

/** Names of files in the form in which links of note-taking tools find them: `Platform Concepts.md` as `platform-concepts`. */
export const nameKeyOf = (name: string) => slug(name);

/** An index of files by name. It is built when it is queried first, and kept up to date from then on. */
export class FileNames {
	readonly #all: () => Iterable<string>;
	#byName: Map<string, Set<string>> | undefined;

	/** `all`: the URIs of all files. */
	constructor(all: () => Iterable<string>) {
		this.#all = all;
	}

	add(uri: string): void {
		if (this.#byName !== undefined) {
			this.#insert(uri, this.#byName);
		}
	}

	delete(uri: string): void {
		this.#byName?.get(nameKeyOf(fileStem(uri)))?.delete(uri);
	}

	/** The URIs of the files with a name, without extension, compared by `nameKeyOf`, in order. */
	named(name: string): readonly string[] {
		if (this.#byName === undefined) {
			this.#byName = new Map();
			for (const uri of this.#all()) {
				this.#insert(uri, this.#byName);
			}
		}
		return [...(this.#byName.get(nameKeyOf(name)) ?? [])].sort();
	}

	#insert(uri: string, byName: Map<string, Set<string>>): void {
		const key = nameKeyOf(fileStem(uri));
		const uris = byName.get(key);
		if (uris) {
			uris.add(uri);
		} else {
			byName.set(key, new Set([uri]));
		}
	}
}
