import type { Finding } from '../core/finding.ts';
import { isCandidate } from '../core/record-files.ts';
import type { Unread } from '../core/unread.ts';
import { isWithin, nameOf, normalUri, parentUri } from '../core/uri/uri.ts';
import type { Rule } from '../rules/rule.ts';
import type { OnDefect } from './defect.ts';
import type { DocumentParser } from './document-parser.ts';
import { Emitter } from './emitter.ts';
import type { Awaitable, Clock, Disposable, Environment, FileChange } from './environment.ts';
import { groupChanges } from './file-changes.ts';
import { type Discovered, FileDiscovery, NOTHING } from './file-discovery.ts';
import { Files } from './files.ts';
import { affectsIgnored, IgnoreRules } from './ignore-rules.ts';
import { isConfiguration } from './kinds.ts';
import type { Log } from './log.ts';
import { LogRoots } from './log-roots.ts';
import { sameData } from './same-data.ts';
import { findScopes, isCovered } from './scopes.ts';
import { DEFAULT_LIMITS, type WalkLimits } from './walk.ts';

/** How far a first indexing, or one after a change of configuration, has come. */
export interface Progress {
	/** Files found or read so far. */
	readonly done: number;
	/** Undefined as long as files are being looked for. */
	readonly total: number | undefined;
}

export interface WorkspaceOptions {
	readonly environment: Environment;
	/** URIs of the folders that are open. May be empty: then there is a log wherever a file that is opened is part of one. */
	readonly folders: readonly string[];
	readonly clock: Clock;
	/** What a search for files may take, measured by the first clock that is given: `searchClock`, or else `clock`. */
	readonly limits?: WalkLimits;
	/** A clock that goes on where `clock` stands still. */
	readonly searchClock?: Clock;
	/** Without any, those of `rules/index.ts`. */
	readonly rules?: readonly Rule[];
	/** Defaults to that of `parse/`. */
	readonly parser?: DocumentParser;
	/** The name of the dialect that all logs are in; without it, each log's configuration or its files say. */
	readonly dialect?: string;
	/** Called for each error in reading or checking a document, which is a finding of `internal/error` as well. */
	readonly onDefect?: OnDefect;
	/** Called after every few files, and waited for: whoever serves others meanwhile lets them in here. */
	readonly onProgress?: (progress: Progress) => Awaitable<void>;
}

/** Of which documents of a log the findings may be others now, documents that came or went included. */
export interface LogChange {
	/** The URI of the log's folder. */
	readonly root: string;
	readonly uris: readonly string[];
}

/** Opens the logs in and above some folders, and resolves when all of their files are read. */
export async function openWorkspace(options: WorkspaceOptions): Promise<Workspace> {
	const workspace = new Workspace(options);
	await workspace.load();
	return workspace;
}

/**
 * The logs in and above some folders, kept as the files and the open editors are. What it holds is a function of these
 * alone, whatever was the order in which they came. URIs may come in any spelling.
 *
 * Edits of documents take effect at once. What needs the file system is done in turn, one thing after the other, and
 * resolves when it is done; nothing that is told meanwhile is lost.
 */
export class Workspace {
	readonly #environment: Environment;
	readonly #files: Files;
	readonly #roots: LogRoots;
	readonly #rules = new IgnoreRules();
	/** By searched folder, if it is in no repository. */
	readonly #repositories = new Map<string, readonly string[]>();
	readonly #onDefect: OnDefect;
	readonly #discovery: FileDiscovery;
	readonly #onProgress: (progress: Progress) => Awaitable<void>;
	readonly #listeners = new Emitter<LogChange>();
	readonly #changed = new Map<string, Set<string>>();
	readonly #watchers = new Map<string, Disposable>();
	#folders: readonly string[];
	#isWatching = false;
	#queue: Promise<void> = Promise.resolve();

	constructor({ environment, folders, limits, searchClock, onProgress, ...options }: WorkspaceOptions) {
		this.#environment = environment;
		this.#files = new Files(environment);
		this.#folders = folders.map(normalUri);
		this.#onDefect = options.onDefect ?? (() => undefined);
		this.#onProgress = onProgress ?? (() => undefined);
		this.#discovery = new FileDiscovery({
			environment,
			rules: this.#rules,
			files: this.#files,
			clock: searchClock ?? options.clock,
			limits: limits ?? DEFAULT_LIMITS,
			onFound: done => this.#onProgress({ done, total: undefined }),
		});
		this.#roots = new LogRoots(this.#files, this.#rules, options, (root, uris) => this.#recordChange(root, uris));
	}

	/** Reads everything. To be called once; editors may be opened before and meanwhile. */
	load(): Promise<void> {
		return this.#enqueue(() => this.#rescan());
	}

	/** Resolves when everything that was told up to now has taken effect. */
	idle(): Promise<void> {
		return this.#queue;
	}

	/** Those that have documents, by root. */
	get logs(): readonly Log[] {
		return this.#roots.logs.filter(log => log.size > 0).sort((one, other) => (one.root < other.root ? -1 : 1));
	}

	/** The log that holds a document. Undefined for a file that is no document of any. */
	logOf(uri: string): Log | undefined {
		return this.#roots.logOf(normalUri(uri));
	}

	/** The parts of the folders that were not read. */
	get unread(): readonly Unread[] {
		return this.#files.unread;
	}

	/** Findings of a document, in order of place; none for a file that is no document. */
	findings(uri: string): readonly Finding[] {
		return this.logOf(uri)?.findings(normalUri(uri)) ?? [];
	}

	/** Tells after each change of which documents the findings may be others now. */
	onDidChange(listener: (change: LogChange) => void): Disposable {
		return this.#listeners.subscribe(listener);
	}

	/** An editor was opened: from now on its text counts, and not that on the disk. */
	open(uri: string, text: string): Promise<void> {
		return this.change(uri, text);
	}

	/** The text of an editor. Takes effect at once where the file is part of a log that is known, and is no configuration. */
	change(uri: string, text: string): Promise<void> {
		const file = normalUri(uri);
		if (!isCandidate(nameOf(file))) {
			return this.idle();
		}
		const isNew = !this.#files.has(file);
		const isOpening = !this.#files.isOpen(file);
		this.#files.edit(file, text);
		return this.#applyEdit(file, isOpening, isNew ? [file] : []);
	}

	/** An editor was closed: from now on the text on the disk counts. */
	close(uri: string): Promise<void> {
		const file = normalUri(uri);
		if (!this.#files.isOpen(file)) {
			return this.idle();
		}
		this.#files.close(file);
		return this.#applyEdit(file, true, this.#files.has(file) ? [] : [file]);
	}

	/** Files or folders have come, changed or gone on the disk. Those that are outside of all logs are passed over. */
	filesChanged(changes: readonly FileChange[]): Promise<void> {
		return this.#enqueue(() => this.#applyChanges(changes));
	}

	/** Other folders are open now. */
	setFolders(folders: readonly string[]): Promise<void> {
		this.#folders = folders.map(normalUri);
		return this.#enqueue(() => this.#rescan());
	}

	/** To be told when time has passed, so that rules that compare with "now" are asked again. */
	clockMoved(): void {
		for (const log of this.#roots.logs) {
			log.invalidateClock();
		}
		this.#emitChanges();
	}

	/** Follows what the environment tells of changes, until it is disposed of. */
	watch(): Disposable {
		this.#isWatching = true;
		this.#watchScopes();
		return {
			dispose: () => {
				this.#isWatching = false;
				this.#watchScopes();
			},
		};
	}

	/** What an editor has done to a file: opened or closed it, and maybe let it come into being or go with that. */
	#applyEdit(file: string, openedOrClosed: boolean, cameOrWent: readonly string[]): Promise<void> {
		const isOnItsOwn = openedOrClosed && !this.#folders.some(folder => isWithin(folder, file));
		if (isOnItsOwn || (cameOrWent.length > 0 && this.#containsOpenFolder(file))) {
			return this.#enqueue(() => this.#rescan([file], cameOrWent));
		}
		if (isConfiguration(file) || !this.#roots.canAssign(file)) {
			return this.#enqueue(() => this.#update([file], cameOrWent));
		}
		this.#roots.assign(file);
		this.#createdOrDeleted(cameOrWent);
		this.#emitChanges();
		return this.idle();
	}

	async #applyChanges(changes: readonly FileChange[]): Promise<void> {
		const touched = new Set<string>();
		const cameOrWent: string[] = [];
		let isUnreadChanged = false;
		for (const { type, uris } of groupChanges(changes)) {
			if (type === 'deleted') {
				cameOrWent.push(...this.#files.gone(uris));
			}
			for (const uri of uris) {
				const discovered = await this.#discover(uri, type);
				cameOrWent.push(...discovered.gone);
				for (const found of discovered.found) {
					if (!this.#files.has(found)) {
						cameOrWent.push(found);
					}
					this.#files.found(found);
					touched.add(found);
				}
				if (discovered.isUnreadChanged) {
					isUnreadChanged = true;
					this.#files.within(uri).map(file => touched.add(file));
				}
			}
		}
		await this.#update([...touched, ...cameOrWent], cameOrWent);
		if (
			changes.some(({ uri, type }) => affectsIgnored(nameOf(uri)) && !(type === 'changed' && nameOf(uri) === '.git'))
		) {
			await this.#rescan([], [], true);
			this.#worldChanged();
			return;
		}
		const mayMove = changes.filter(({ type }) => type !== 'changed' || isUnreadChanged);
		if (mayMove.some(({ uri }) => this.#containsOpenFolder(normalUri(uri)))) {
			await this.#rescan();
		}
		if (isUnreadChanged) {
			this.#worldChanged();
		}
	}

	async #discover(uri: string, type: FileChange['type']): Promise<Discovered> {
		if (type === 'deleted') {
			return { ...NOTHING, isUnreadChanged: this.#files.setUnread(uri, []) };
		}
		const root = this.#roots.scopes.folders.find(folder => isCovered(uri, [folder]));
		return root === undefined ? NOTHING : this.#discovery.inspect(uri, type, root);
	}

	#worldChanged(): void {
		for (const log of this.#roots.logs) {
			log.invalidateAll();
		}
		this.#emitChanges();
	}

	/** Whether a file or folder that comes or goes may be, or hold, the configuration of something that is open. */
	#containsOpenFolder(uri: string): boolean {
		const folder = isConfiguration(uri) ? parentUri(uri) : uri;
		return (
			folder !== undefined &&
			[...this.#folders, ...this.#files.open].some(open => open !== uri && isWithin(folder, open))
		);
	}

	/**
	 * Finds out which folders to look into, looks into those that are new, and forgets those that count no more. `edited`:
	 * files that an editor has just opened or closed, some of which may have come or gone with it.
	 */
	async #rescan(
		edited: readonly string[] = [],
		cameOrWent: readonly string[] = [],
		isSearchedAgain = false,
	): Promise<void> {
		const before = this.#roots.scopes.folders;
		this.#roots.scopes = await findScopes(this.#environment, this.#folders, this.#files.open);
		const { folders } = this.#roots.scopes;
		this.#watchScopes();
		const touched = new Set([...this.#files.open, ...edited]);
		const known = before.flatMap(folder => this.#files.within(folder));
		this.#files.gone(new Set(known.filter(uri => !isCovered(uri, folders))));
		for (const uri of known) {
			touched.add(uri);
		}
		this.#files.keepUnread(uri => isCovered(uri, folders));
		const hasLimits = this.#files.unread.some(({ kind }) => kind === 'limit');
		const isSearched = (folder: string) =>
			!isSearchedAgain && (before.includes(folder) || (isCovered(folder, before) && !hasLimits));
		for (const folder of folders.filter(folder => !isSearched(folder))) {
			const { found, gone, repositories } = await this.#discovery.search(folder, folder);
			this.#repositories.set(folder, repositories);
			for (const uri of found) {
				this.#files.listed(uri);
				touched.add(uri);
			}
			gone.map(uri => touched.add(uri));
		}
		this.#addRepositories();
		await this.#update(touched, cameOrWent);
		if (!sameData(before, folders)) {
			// What was beyond the horizon was taken for granted, and is no more; or the reverse.
			this.#worldChanged();
		}
	}

	/** Makes each repository below the searched folders the root of a log. */
	#addRepositories(): void {
		const { folders, defaultRoots } = this.#roots.scopes;
		const repositories = folders.flatMap(folder => this.#repositories.get(folder) ?? []);
		this.#roots.scopes = { folders, defaultRoots: new Set([...defaultRoots, ...repositories]) };
	}

	async #update(touched: Iterable<string>, cameOrWent: readonly string[] = []): Promise<void> {
		await this.#roots.update(touched, (done, total) => {
			this.#emitChanges();
			return done < total ? this.#onProgress({ done, total }) : undefined;
		});
		this.#createdOrDeleted(cameOrWent);
		this.#emitChanges();
	}

	#createdOrDeleted(uris: readonly string[]): void {
		for (const log of this.#roots.logs) {
			for (const uri of uris) {
				log.fileCreatedOrDeleted(uri);
			}
		}
	}

	#watchScopes(): void {
		const wanted = new Set(this.#isWatching ? this.#roots.scopes.folders : []);
		for (const [folder, watcher] of this.#watchers) {
			if (!wanted.has(folder)) {
				watcher.dispose();
				this.#watchers.delete(folder);
			}
		}
		for (const folder of wanted) {
			if (!this.#watchers.has(folder)) {
				const watcher = this.#environment.watch(folder, changes => {
					this.filesChanged(changes).catch(error => this.#onDefect({ error, uri: folder, step: 'read' }));
				});
				this.#watchers.set(folder, watcher);
			}
		}
	}

	#recordChange(root: string, uris: readonly string[]): void {
		const noted = this.#changed.get(root) ?? new Set();
		this.#changed.set(root, noted);
		for (const uri of uris) {
			noted.add(uri);
		}
	}

	#emitChanges(): void {
		const changes = [...this.#changed];
		this.#changed.clear();
		for (const [root, uris] of changes) {
			this.#listeners.fire({ root, uris: [...uris] });
		}
	}

	#enqueue(task: () => Promise<void>): Promise<void> {
		const done = this.#queue.then(task);
		this.#queue = done.catch(() => undefined);
		return done;
	}
}
