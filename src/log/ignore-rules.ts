import ignore, { type Ignore } from 'ignore';
import { withLineFeeds } from '../core/line-breaks.ts';
import { ancestorsOf, childUri, isWithin, pathWithin } from '../core/uri/uri.ts';
import { contentOfResult, MAX_BYTES } from './content.ts';
import type { Environment } from './environment.ts';

const IGNORE_FILE = '.gitignore';
/** Relative to the top folder of a repository. */
const EXCLUDE_FILE = '.git/info/exclude';

/** Returns true if a change of the file can change the set of ignored files or repositories. */
export function affectsIgnored(name: string): boolean {
	return name === IGNORE_FILE || name === '.git';
}

/**
 * The `.gitignore` files of the searched folders, with Git's precedence: the nearest file, and in it the last matching
 * rule.
 */
export class IgnoreRules {
	readonly #byFolder = new Map<string, Ignore>();
	/** Results per folder, valid until the rules change. */
	readonly #folders = new Map<string, boolean>();

	/** Returns true if the file or folder, or a folder above it, is ignored. */
	isIgnored(uri: string, type: 'file' | 'folder'): boolean {
		if (this.#byFolder.size === 0) {
			return false;
		}
		const [parent] = ancestorsOf(uri);
		return (parent !== undefined && this.#isFolderIgnored(parent)) || this.#matches(uri, type);
	}

	/** Reads the rules in a listed folder. */
	async read(environment: Environment, folder: string, names: readonly string[]): Promise<void> {
		const files = names.includes(IGNORE_FILE) ? [IGNORE_FILE] : [];
		const texts = [];
		for (const file of names.includes('.git') ? [EXCLUDE_FILE, ...files] : files) {
			texts.push(await textOf(environment, file.split('/').reduce(childUri, folder)));
		}
		this.#set(folder, texts.join('\n'));
	}

	/**
	 * Reads the rules that apply to a root from the folders above it, up to the top of its repository. Rules that ignore the
	 * root itself do not count: it was named explicitly.
	 */
	async readAbove(environment: Environment, root: string, repository: string): Promise<void> {
		const above = [...ancestorsOf(root)].filter(folder => isWithin(repository, folder));
		for (const folder of above) {
			await this.read(environment, folder, folder === repository ? ['.git', IGNORE_FILE] : [IGNORE_FILE]);
		}
		if (this.isIgnored(root, 'folder')) {
			for (const folder of above) {
				this.#set(folder, '');
			}
		}
	}

	#set(folder: string, text: string): void {
		if (text.trim() !== '') {
			this.#byFolder.set(folder, ignore().add(text));
		} else if (!this.#byFolder.delete(folder)) {
			return;
		}
		this.#folders.clear();
	}

	#isFolderIgnored(folder: string): boolean {
		const known = this.#folders.get(folder);
		if (known !== undefined) {
			return known;
		}
		const isIgnored = this.isIgnored(folder, 'folder');
		this.#folders.set(folder, isIgnored);
		return isIgnored;
	}

	#matches(uri: string, type: 'file' | 'folder'): boolean {
		for (const folder of ancestorsOf(uri)) {
			const path = this.#byFolder.has(folder) ? pathWithin(folder, uri) : undefined;
			const result = path && this.#byFolder.get(folder)?.test(path.join('/') + (type === 'folder' ? '/' : ''));
			if (result?.ignored || result?.unignored) {
				return result.ignored;
			}
		}
		return false;
	}
}

/** The text of a file; empty if it is absent or unreadable. */
async function textOf(environment: Environment, uri: string): Promise<string> {
	const result = await environment.read(uri, MAX_BYTES);
	const content = result.type === 'absent' ? '' : contentOfResult(result);
	return typeof content === 'string' ? withLineFeeds(content) : '';
}
