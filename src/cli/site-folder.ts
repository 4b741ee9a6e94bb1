import { childUri } from '../core/uri/uri.ts';
import type { OutputFile } from '../publish/site.ts';
import {
	type EarlierBuild,
	formatManifest,
	MANIFEST,
	type Manifest,
	readManifest,
	type SiteChanges,
	updateSite,
} from '../publish/site-changes.ts';
import { type CommandHost, UsageError } from './host.ts';

/** In bytes: about 100 for each file of a site. */
const MAX_MANIFEST_SIZE = 2 ** 28;

/** The folder of a site: only files of an earlier build are replaced and removed. */
export class SiteFolder implements EarlierBuild {
	readonly uri: string;
	/** Empty for a new site. */
	readonly manifest: Manifest;
	readonly #host: CommandHost;
	readonly #typed: string;
	/** The files in the folder and in its subfolders of the first level. */
	readonly #files: ReadonlySet<string>;

	private constructor(host: CommandHost, typed: string, manifest: Manifest, files: ReadonlySet<string>) {
		this.#host = host;
		this.#typed = typed;
		this.uri = host.toUri(typed);
		this.manifest = manifest;
		this.#files = files;
	}

	/** Throws a `UsageError` if the folder cannot be that of a site. */
	static async open(host: CommandHost, typed: string, root: string): Promise<SiteFolder> {
		const uri = host.toUri(typed);
		if (`${root}/`.startsWith(`${uri}/`)) {
			throw new UsageError(
				`Cannot build into \`${typed}\`: it contains the log. Expected a folder for the site alone.`,
			);
		}
		const content = await host.environment.read(childUri(uri, MANIFEST), MAX_MANIFEST_SIZE);
		const manifest = content.type === 'content' ? readManifest(new TextDecoder().decode(content.bytes)) : undefined;
		if (manifest === undefined && content.type !== 'absent') {
			throw new UsageError(
				`Cannot build into \`${typed}\`: \`${MANIFEST}\` cannot be read. Expected the list of files of an earlier build.`,
			);
		}
		return new SiteFolder(host, typed, manifest ?? new Map(), await filesIn(host, uri));
	}

	/** Whether a file exists. `path`: from the folder. */
	has(path: string): boolean {
		return this.#files.has(path);
	}

	/** Writes the changed files of a site, removes obsolete ones, and writes the list of files. */
	async update(files: readonly OutputFile[]): Promise<SiteChanges> {
		const foreign = files.find(({ path }) => this.has(path) && !this.manifest.has(path));
		if (foreign !== undefined) {
			throw new UsageError(
				`Cannot build into \`${this.#typed}\`: \`${foreign.path}\` is not a file of an earlier build. Expected a new folder, or that of a site.`,
			);
		}
		let isListed = false;
		const changes = await updateSite(files, this, async (path, text) => {
			if (!isListed) {
				// Lists the files before they are written: if this run is killed, the next one can replace and remove them.
				this.#write(MANIFEST, formatManifest(this.#allFiles(files)), true);
				isListed = true;
			}
			this.#write(path, text, false);
			await this.#host.yieldToEventLoop();
		});
		for (const path of changes.obsolete) {
			this.#host.removeFile(this.#uriOf(path), this.uri);
		}
		const listed = formatManifest(changes.manifest);
		if (isListed || listed !== formatManifest(this.manifest)) {
			this.#write(MANIFEST, listed, true);
		}
		return changes;
	}

	/** Returns the files of this build and of the earlier one, none of which counts as up to date. */
	#allFiles(files: readonly OutputFile[]): Manifest {
		const paths = [...this.manifest.keys(), ...files.map(({ path }) => path)];
		return new Map(paths.map(path => [path, { hash: '' }]));
	}

	#write(path: string, text: string, isDurable: boolean): void {
		// The first file of a new site creates its folder.
		const isFirst = path === MANIFEST && !this.has(path);
		this.#host.writeFile(this.#uriOf(path), text, {
			expected: 'anything',
			...(!isFirst && { within: this.uri }),
			isDurable,
		});
	}

	#uriOf(path: string): string {
		return path.split('/').reduce(childUri, this.uri);
	}
}

async function filesIn({ environment }: CommandHost, uri: string): Promise<ReadonlySet<string>> {
	const files = new Set<string>();
	const add = async (folder: string, prefix: string, depth: number): Promise<void> => {
		const listing = await environment.list(folder);
		for (const { name, type, isNameInvalid } of listing.type === 'folder' ? listing.entries : []) {
			if (type === 'folder' && depth > 0) {
				await add(childUri(folder, name), `${prefix}${name}/`, depth - 1);
			} else if (type !== 'folder' && !isNameInvalid) {
				files.add(prefix + name);
			}
		}
	};
	await add(uri, '', 1);
	return files;
}
