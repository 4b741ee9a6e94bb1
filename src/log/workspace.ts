import type { Finding } from '../core/finding.ts';
import { isCandidate } from '../core/record-files.ts';
import type { Unread } from '../core/unread.ts';
import { isWithin, nameOf, normalUri, parentUri } from '../core/uri/uri.ts';
import type { OnDefect } from './defect.ts';
import { Emitter } from './emitter.ts';
import type { Awaitable, Disposable, Environment, FileChange } from './environment.ts';
import { groupChanges } from './file-changes.ts';
import { type Discovered, FileDiscovery, NO_EFFECT } from './file-discovery.ts';
import { Files } from './files.ts';
import { FolderWatchers } from './folder-watchers.ts';
import { affectsIgnored, IgnoreRules } from './ignore-rules.ts';
import { isConfiguration } from './kinds.ts';
import type { Log } from './log.ts';
import { LogRoots } from './log-roots.ts';
import type { NotReadReason } from './not-read.ts';
import { sameData } from './same-data.ts';
import { findScopes, isBesideRecords, isCovered } from './scopes.ts';
import { DEFAULT_LIMITS } from './walk.ts';
import type { Progress, WorkspaceOptions } from './workspace-options.ts';

/** The documents of a log whose findings may have changed, including added and removed ones. */
export interface LogChange {
	/** The URI of the log root. */
	readonly root: string;
	readonly uris: readonly string[];
}

/** Opens the logs in and above some folders. Resolves when all files are read. */
export async function openWorkspace(options: WorkspaceOptions): Promise<Workspace> {
	const workspace = new Workspace(options);
	await workspace.load();
	return workspace;
}

/**
 * The logs in and above some folders, kept up to date with files and open editors. The state is a function of their
 * current content, not of the order of events. URIs are accepted in any form.
 *
 * Edits of documents take effect synchronously. Operations on the file system are queued; their promises resolve when
 * they are done. Events during an operation are not lost.
 */
export class Workspace {
	readonly #environment: Environment;
	readonly #files: Files;
	readonly #roots: LogRoots;
	readonly #rules = new IgnoreRules();
	/** By searched folder, if it is not in a repository. */
	readonly #repositories = new Map<string, readonly string[]>();
	readonly #onDefect: OnDefect;
	readonly #discovery: FileDiscovery;
	readonly #onProgress: (progress: Progress) => Awaitable<void>;
	readonly #listeners = new Emitter<LogChange>();
	readonly #changed = new Map<string, Set<string>>();
	readonly #watchers: FolderWatchers;
	#folders: readonly string[];
	#isWatching = false;
	/** Called after each slice of an update. */
	#waiting: (() => void)[] = [];
	#queue: Promise<void> = Promise.resolve();

	constructor({ environment, folders, limits, searchClock, onProgress, ...options }: WorkspaceOptions) {
		this.#environment = environment;
		this.#files = new Files(environment);
		this.#watchers = new FolderWatchers(environment, (uri, changes) => {
			this.filesChanged(changes).catch(error => this.#onDefect({ error, uri, step: 'read' }));
		});
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
		this.#roots = new LogRoots(this.#files, this.#rules, searchClock ?? options.clock, options, (root, uris) =>
			this.#recordChange(root, uris),
		);
	}

	/** Reads all files. Must be called once; editors can be opened before and during the call. */
	load(): Promise<void> {
		return this.#enqueue(() => this.#rescan());
	}

	/** Resolves when all earlier events have taken effect. */
	idle(): Promise<void> {
		return this.#queue;
	}

	/**
	 * Resolves when a file is a document of a log that is being read, or all earlier events have taken effect. Open files are
	 * read first.
	 */
	async readyFor(uri: string): Promise<void> {
		let isIdle = false;
		const idle = this.idle().then(() => {
			isIdle = true;
		});
		while (!isIdle && this.logOf(uri)?.isRead !== false) {
			await Promise.race([idle, new Promise<void>(resolve => this.#waiting.push(resolve))]);
		}
	}

	/** Logs with documents, sorted by root. */
	get logs(): readonly Log[] {
		return this.#roots.logs.filter(log => log.size > 0).sort((one, other) => (one.root < other.root ? -1 : 1));
	}

	/** The log of a document; undefined for a file that is not a document. */
	logOf(uri: string): Log | undefined {
		return this.#roots.logOf(normalUri(uri));
	}

	/** Returns why a file is not a document of a log. */
	notReadReason(uri: string): NotReadReason {
		return this.#roots.notReadReason(normalUri(uri));
	}

	/** The files that are records by their path and belong to no log, because logs are below their folder. */
	get recordsInNoLog(): readonly string[] {
		return this.#roots.recordsInNoLog;
	}

	/** The parts of the folders that were not read. */
	get unread(): readonly Unread[] {
		return this.#files.unread;
	}

	/** Findings of a document, ordered by range; empty for a file that is not a document. */
	findings(uri: string): readonly Finding[] {
		return this.logOf(uri)?.findings(normalUri(uri)) ?? [];
	}

	/** Calls the listener after each change with the documents whose findings may have changed. */
	onDidChange(listener: (change: LogChange) => void): Disposable {
		return this.#listeners.subscribe(listener);
	}

	/** Opens an editor: its text replaces that on the disk. */
	open(uri: string, text: string): Promise<void> {
		return this.change(uri, text);
	}

	/** Updates the text of an editor. Synchronous if the file is in a known log and is not a configuration. */
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

	/** Closes an editor: the text on the disk is used again. */
	close(uri: string): Promise<void> {
		const file = normalUri(uri);
		if (!this.#files.isOpen(file)) {
			return this.idle();
		}
		this.#files.close(file);
		return this.#applyEdit(file, true, this.#files.has(file) ? [] : [file]);
	}

	/** Applies changes of files or folders on the disk. Changes outside of all logs are ignored. */
	filesChanged(changes: readonly FileChange[]): Promise<void> {
		return this.#enqueue(() => this.#applyChanges(changes));
	}

	/** Replaces the open folders. */
	setFolders(folders: readonly string[]): Promise<void> {
		this.#folders = folders.map(normalUri);
		return this.#enqueue(() => this.#rescan());
	}

	/** Searches and reads all files again: the environment has other files now. Invalidates what depends on a changed file. */
	reload(): Promise<void> {
		return this.#enqueue(() => this.#reload());
	}

	/** Must be called when time has passed: invalidates the documents whose rules have read the current time. */
	invalidateClock(): void {
		for (const log of this.#roots.logs) {
			log.invalidateClock();
		}
		this.#emitChanges();
	}

	/** Applies the changes that the environment reports, until it is disposed. */
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

	/** Applies the opening, editing or closing of an editor. Each can create or delete the file. */
	#applyEdit(file: string, openedOrClosed: boolean, createdOrDeleted: readonly string[]): Promise<void> {
		const isOnItsOwn = openedOrClosed && !this.#folders.some(folder => isWithin(folder, file));
		if (isOnItsOwn || (createdOrDeleted.length > 0 && this.#containsOpenFolder(file))) {
			return this.#enqueue(() => this.#rescan([file], createdOrDeleted));
		}
		if (isConfiguration(file) || !this.#roots.canAssign(file)) {
			return this.#enqueue(() => this.#update([file], createdOrDeleted));
		}
		this.#roots.assign(file);
		this.#notifyCreatedOrDeleted(createdOrDeleted);
		this.#emitChanges();
		return this.idle();
	}

	async #applyChanges(changes: readonly FileChange[]): Promise<void> {
		const touched = new Set<string>();
		const createdOrDeleted: string[] = [];
		let isUnreadChanged = false;
		for (const { type, uris } of groupChanges(changes)) {
			if (type === 'deleted') {
				createdOrDeleted.push(...this.#files.remove(uris));
			}
			for (const uri of uris) {
				const discovered = await this.#discover(uri, type);
				createdOrDeleted.push(...discovered.removed);
				for (const found of discovered.found) {
					if (!this.#files.has(found)) {
						createdOrDeleted.push(found);
					}
					this.#files.addChanged(found);
					touched.add(found);
				}
				if (discovered.isUnreadChanged) {
					isUnreadChanged = true;
					this.#files.within(uri).map(file => touched.add(file));
				}
			}
		}
		await this.#update([...touched, ...createdOrDeleted], createdOrDeleted);
		if (
			changes.some(({ uri, type }) => affectsIgnored(nameOf(uri)) && !(type === 'changed' && nameOf(uri) === '.git'))
		) {
			await this.#rescan([], [], true);
			this.#invalidateAll();
			return;
		}
		const canMoveRoots = changes.filter(({ type }) => type !== 'changed' || isUnreadChanged);
		if (canMoveRoots.some(({ uri }) => this.#canMoveRoots(normalUri(uri)))) {
			await this.#rescan();
		}
		if (isUnreadChanged) {
			this.#invalidateAll();
		}
	}

	async #discover(uri: string, type: FileChange['type']): Promise<Discovered> {
		if (type === 'deleted') {
			return { ...NO_EFFECT, isUnreadChanged: this.#files.setUnread(uri, []) };
		}
		const root = this.#roots.scopes.folders.find(folder => isCovered(uri, [folder]));
		return root === undefined ? NO_EFFECT : this.#discovery.inspect(uri, type, root);
	}

	#invalidateAll(): void {
		for (const log of this.#roots.logs) {
			log.invalidateAll();
		}
		this.#emitChanges();
	}

	/** Returns true if the creation or deletion of a file or folder can change the folders to search. */
	#canMoveRoots(uri: string): boolean {
		const single = this.#files.open.filter(open => !this.#folders.some(folder => isWithin(folder, open)));
		return this.#containsOpenFolder(uri) || [...this.#folders, ...single].some(opened => isBesideRecords(uri, opened));
	}

	/** Returns true if the file or folder can be or contain the configuration of an open folder or file. */
	#containsOpenFolder(uri: string): boolean {
		const folder = isConfiguration(uri) ? parentUri(uri) : uri;
		return (
			folder !== undefined &&
			[...this.#folders, ...this.#files.open].some(open => open !== uri && isWithin(folder, open))
		);
	}

	/**
	 * Determines the folders to search, searches new ones, and removes the files of others. `edited`: files that were
	 * just opened or closed in an editor; `createdOrDeleted` are those among them that began or ceased to exist.
	 */
	async #rescan(
		edited: readonly string[] = [],
		createdOrDeleted: readonly string[] = [],
		isSearchedAgain = false,
	): Promise<void> {
		const before = this.#roots.scopes.folders;
		this.#roots.scopes = await findScopes(this.#environment, this.#folders, this.#files.open);
		const { folders } = this.#roots.scopes;
		this.#watchScopes();
		const touched = new Set([...this.#files.open, ...edited]);
		const known = before.flatMap(folder => this.#files.within(folder));
		this.#files.remove(new Set(known.filter(uri => !isCovered(uri, folders))));
		for (const uri of known) {
			touched.add(uri);
		}
		this.#files.keepUnread(uri => isCovered(uri, folders));
		const hasLimits = this.#files.unread.some(({ kind }) => kind === 'limit');
		const isSearched = (folder: string) =>
			!isSearchedAgain && (before.includes(folder) || (isCovered(folder, before) && !hasLimits));
		for (const folder of folders.filter(folder => !isSearched(folder))) {
			const { found, removed, repositories } = await this.#discovery.search(folder, folder);
			this.#repositories.set(folder, repositories);
			for (const uri of found) {
				this.#files.add(uri);
				touched.add(uri);
			}
			removed.map(uri => touched.add(uri));
		}
		this.#addRepositories();
		await this.#update(touched, createdOrDeleted);
		if (before.length > 0 && !sameData(before, folders)) {
			// Links out of the searched folders are assumed to be valid: their validity can change with these folders.
			this.#invalidateAll();
		}
	}

	/** Makes each repository below the searched folders the root of a log. */
	#addRepositories(): void {
		const { folders, defaultRoots } = this.#roots.scopes;
		const repositories = folders.flatMap(folder => this.#repositories.get(folder) ?? []);
		this.#roots.scopes = { folders, defaultRoots: new Set([...defaultRoots, ...repositories]) };
	}

	async #reload(): Promise<void> {
		const { unread } = this.#files;
		const before = new Set(this.#files.readAgain());
		await this.#rescan([], [], true);
		const after = new Set(this.#files.onDisk);
		this.#notifyCreatedOrDeleted([...before, ...after].filter(uri => before.has(uri) !== after.has(uri)));
		if (!sameData(unread, this.#files.unread)) {
			this.#invalidateAll();
		}
		this.#emitChanges();
	}

	async #update(touched: Iterable<string>, createdOrDeleted: readonly string[] = []): Promise<void> {
		await this.#roots.update(touched, (done, total) => {
			this.#emitChanges();
			for (const resolve of this.#waiting.splice(0)) {
				resolve();
			}
			return done < total ? this.#onProgress({ done, total }) : undefined;
		});
		this.#notifyCreatedOrDeleted(createdOrDeleted);
		this.#emitChanges();
	}

	#notifyCreatedOrDeleted(uris: readonly string[]): void {
		for (const log of this.#roots.logs) {
			for (const uri of uris) {
				log.fileCreatedOrDeleted(uri);
			}
		}
	}

	#watchScopes(): void {
		this.#watchers.set(new Set(this.#isWatching ? this.#roots.scopes.folders : []));
	}

	#recordChange(root: string, uris: readonly string[]): void {
		const recorded = this.#changed.get(root) ?? new Set();
		this.#changed.set(root, recorded);
		for (const uri of uris) {
			recorded.add(uri);
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
