import type { Finding } from '../core/finding.ts';
import type { Rule } from '../rules/rule.ts';
import { batches } from './awaitable.ts';
import type { OnRuleError } from './checker.ts';
import type { Awaitable, Clock, Disposable, Environment, FileChange } from './environment.ts';
import { Files } from './files.ts';
import { type Home, type HomeOptions, homeAt } from './home.ts';
import { configurationUri, isCandidate, isConfiguration } from './kinds.ts';
import { Listeners } from './listeners.ts';
import type { Log } from './log.ts';
import { sameData } from './same-data.ts';
import { findScopes, isCovered, NO_SCOPES, type Scopes } from './scopes.ts';
import { ancestorsOf, isWithin, nameOf, normalUri, parentUri } from './uri.ts';
import { walk } from './walk.ts';

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
	/** Without any, those of `rules/index.ts`. */
	readonly rules?: readonly Rule[];
	/** Without it, what a rule throws is thrown by `findings`. */
	readonly onRuleError?: OnRuleError;
	/** Called after every few files, and waited for: whoever serves others meanwhile lets them in here. */
	readonly onProgress?: (progress: Progress) => Awaitable<void>;
}

/** Of which documents of a log the findings may be others now, removed documents included. */
export interface LogChange {
	readonly root: string;
	readonly uris: readonly string[];
}

const BATCH = 64;

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
	readonly #homeOptions: HomeOptions;
	readonly #onProgress: (progress: Progress) => Awaitable<void>;
	readonly #homes = new Map<string, Home>();
	readonly #holders = new Map<string, Log>();
	readonly #listeners = new Listeners<LogChange>();
	readonly #changed = new Map<string, Set<string>>();
	readonly #watchers = new Map<string, Disposable>();
	#folders: readonly string[];
	#scopes: Scopes = NO_SCOPES;
	#isWatching = false;
	#turn: Promise<void> = Promise.resolve();

	constructor({ environment, folders, clock, rules, onRuleError, onProgress }: WorkspaceOptions) {
		this.#environment = environment;
		this.#files = new Files(environment);
		this.#folders = folders.map(normalUri);
		this.#onProgress = onProgress ?? (() => undefined);
		this.#homeOptions = {
			clock,
			isFile: uri => this.#isFile(uri),
			...(rules && { rules }),
			...(onRuleError && { onRuleError }),
		};
	}

	/** Reads everything. To be called once; editors may be opened before and meanwhile. */
	load(): Promise<void> {
		return this.#inTurn(() => this.#lookAround());
	}

	/** Resolves when everything that was told up to now has taken effect. */
	settled(): Promise<void> {
		return this.#turn;
	}

	/** Those that have documents, by root. */
	get logs(): readonly Log[] {
		return [...this.#homes.values()]
			.map(home => home.log)
			.filter(log => log.size > 0)
			.sort((one, other) => (one.root < other.root ? -1 : 1));
	}

	/** The log that holds a document. Undefined for a file that is no document of any. */
	logOf(uri: string): Log | undefined {
		return this.#holders.get(normalUri(uri));
	}

	/** Findings of a document, in order of place; none for a file that is no document. */
	findings(uri: string): readonly Finding[] {
		return this.logOf(uri)?.findings(normalUri(uri)) ?? [];
	}

	/** Tells after each change of which documents the findings may be others now. */
	onDidChange(listener: (change: LogChange) => void): Disposable {
		return this.#listeners.add(listener);
	}

	/** An editor was opened: from now on its text counts, and not that on the disk. */
	open(uri: string, text: string): Promise<void> {
		return this.change(uri, text);
	}

	/** The text of an editor. Takes effect at once where the file is part of a log that is known, and is no configuration. */
	change(uri: string, text: string): Promise<void> {
		const file = normalUri(uri);
		if (!isCandidate(nameOf(file))) {
			return this.settled();
		}
		const isKnown = this.#files.has(file);
		this.#files.edit(file, text);
		if (!isKnown) {
			this.#cameOrWent(file);
		}
		return this.#edited(file, !isKnown);
	}

	/** An editor was closed: from now on the text on the disk counts. */
	close(uri: string): Promise<void> {
		const file = normalUri(uri);
		if (!this.#files.isOpen(file)) {
			return this.settled();
		}
		this.#files.close(file);
		const isGone = !this.#files.has(file);
		if (isGone) {
			this.#cameOrWent(file);
		}
		return this.#edited(file, !this.#isInFolders(file));
	}

	/** Files or folders have come, changed or gone on the disk. Changes of files outside of all logs are passed over. */
	filesChanged(changes: readonly FileChange[]): Promise<void> {
		return this.#inTurn(() => this.#takeChanges(changes));
	}

	/** Other folders are open now. */
	setFolders(folders: readonly string[]): Promise<void> {
		this.#folders = folders.map(normalUri);
		return this.#inTurn(() => this.#lookAround());
	}

	/** To be told when time has passed, so that rules that compare with "now" are asked again. */
	clockMoved(): void {
		for (const { log } of this.#homes.values()) {
			log.clockMoved();
		}
		this.#tell();
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

	/** What an editor does to one file. `mayMoveScopes`: a file on its own, with which a log comes or goes. */
	#edited(file: string, mayMoveScopes: boolean): Promise<void> {
		if (mayMoveScopes && !this.#isInFolders(file)) {
			return this.#inTurn(() => this.#lookAround());
		}
		if (isConfiguration(file) || !this.#canPlace(file)) {
			return this.#inTurn(() => this.#settle([file]));
		}
		this.#place(file);
		this.#tell();
		return this.settled();
	}

	async #takeChanges(changes: readonly FileChange[]): Promise<void> {
		const touched = new Set<string>();
		let scopesMayMove = false;
		for (const { uri, type } of changes) {
			const file = normalUri(uri);
			const configuredFolder = isConfiguration(file) ? parentUri(file) : file;
			scopesMayMove ||= type !== 'changed' && this.#isAboveWhatIsOpen(configuredFolder);
			if (type === 'deleted') {
				for (const gone of this.#files.gone(file)) {
					touched.add(gone);
				}
			} else if (isCovered(file, this.#scopes.folders)) {
				for (const found of isCandidate(nameOf(file)) ? [file] : type === 'created' ? await this.#walk(file) : []) {
					this.#files.found(found);
					touched.add(found);
				}
			}
		}
		await this.#settle(touched);
		for (const uri of touched) {
			this.#cameOrWent(uri);
		}
		this.#tell();
		if (scopesMayMove) {
			await this.#lookAround();
		}
	}

	/** Whether a configuration in this folder could be that of something that is open. */
	#isAboveWhatIsOpen(folder: string | undefined): boolean {
		return folder !== undefined && [...this.#folders, ...this.#files.open].some(uri => isWithin(folder, uri));
	}

	/** Finds out which folders to look into, looks into those that are new, and forgets those that count no more. */
	async #lookAround(): Promise<void> {
		const before = this.#scopes;
		this.#scopes = await findScopes(this.#environment, this.#folders, this.#files.open);
		this.#watchScopes();
		const touched = new Set<string>(this.#files.open);
		for (const folder of before.folders) {
			for (const uri of this.#files.within(folder)) {
				touched.add(uri);
				if (!isCovered(uri, this.#scopes.folders)) {
					this.#files.gone(uri);
				}
			}
		}
		for (const folder of this.#scopes.folders.filter(folder => !isCovered(folder, before.folders))) {
			for (const uri of await this.#walk(folder)) {
				this.#files.listed(uri);
				touched.add(uri);
			}
		}
		await this.#settle(touched);
		if (!sameData(before.folders, this.#scopes.folders)) {
			// What was beyond the horizon was taken for granted, and is no more; or the reverse.
			for (const { log } of this.#homes.values()) {
				log.worldChanged();
			}
			this.#tell();
		}
	}

	#walk(folder: string): Promise<readonly string[]> {
		return walk(this.#environment, folder, done => this.#onProgress({ done, total: undefined }));
	}

	/** Brings the logs up to date with some files, and with those that a configuration among them moves. */
	async #settle(uris: Iterable<string>): Promise<void> {
		const touched = new Set(uris);
		await this.#settleHomes(touched);
		const pending = [...touched];
		let done = 0;
		for (const batch of batches(pending, BATCH)) {
			await this.#files.read(batch.filter(uri => this.#homeOf(uri)?.kinds.kindOf(uri) !== undefined));
			for (const uri of batch) {
				this.#place(uri);
			}
			this.#tell();
			done += batch.length;
			if (pending.length > BATCH) {
				await this.#onProgress({ done, total: pending.length });
			}
		}
		this.#dropDeserted();
	}

	/** Makes sure of a home for each of some files, and adds to them all files of homes that are others now. */
	async #settleHomes(touched: Set<string>): Promise<void> {
		const roots = new Set<string>();
		for (const uri of touched) {
			const root = this.#rootOf(uri);
			const parent = isConfiguration(uri) ? parentUri(uri) : undefined;
			for (const folder of [root, parent]) {
				if (folder !== undefined) {
					roots.add(folder);
				}
			}
		}
		await this.#files.read([...roots].map(configurationUri));
		for (const root of roots) {
			if (this.#renewHome(root)) {
				for (const uri of this.#files.within(root)) {
					touched.add(uri);
				}
			}
		}
	}

	/** Returns whether the home at a root is another one now, or none. */
	#renewHome(root: string): boolean {
		const before = this.#homes.get(root);
		const isConfigured = this.#isConfigured(root);
		if (!isConfigured && !this.#scopes.defaultRoots.has(root)) {
			return this.#homes.delete(root);
		}
		const stated = isConfigured ? this.#files.content(configurationUri(root)) : undefined;
		const home = homeAt(root, stated, before, this.#homeOptions);
		if (home === before) {
			return false;
		}
		this.#homes.set(root, home);
		home.log.onDidChange(uris => this.#note(root, uris));
		if (before) {
			this.#note(
				root,
				before.log.documents().map(document => document.uri),
			);
			for (const { uri } of home.log.documents()) {
				this.#holders.set(uri, home.log);
			}
		}
		return true;
	}

	/** Puts one file where it belongs, by what is known at this moment. */
	#place(uri: string): void {
		const home = this.#homeOf(uri);
		const content = this.#files.content(uri);
		const kind = content === undefined ? undefined : home?.kinds.kindOf(uri);
		const holder = this.#holders.get(uri);
		const log = kind && home?.log;
		if (holder && holder !== log) {
			holder.delete(uri);
			this.#holders.delete(uri);
		}
		if (log && kind && content !== undefined) {
			this.#holders.set(uri, log);
			log.set(uri, content, kind);
		}
	}

	/** Whether all that `#place` needs is there without reading. */
	#canPlace(uri: string): boolean {
		const root = this.#rootOf(uri);
		return root === undefined || (this.#homes.has(root) && !this.#files.isUnread(uri));
	}

	/** A log without a configuration is no more when its last document is gone. */
	#dropDeserted(): void {
		for (const [root, { log }] of this.#homes) {
			if (log.size === 0 && !this.#scopes.defaultRoots.has(root) && !this.#isConfigured(root)) {
				this.#homes.delete(root);
			}
		}
	}

	#homeOf(uri: string): Home | undefined {
		const root = this.#rootOf(uri);
		return root === undefined ? undefined : this.#homes.get(root);
	}

	/** The nearest folder upwards with a configuration; without one the nearest that is a root by itself. */
	#rootOf(uri: string): string | undefined {
		if (!isCovered(uri, this.#scopes.folders)) {
			return undefined;
		}
		const folders = [...ancestorsOf(uri)];
		return (
			folders.find(folder => this.#isConfigured(folder)) ??
			folders.find(folder => this.#scopes.defaultRoots.has(folder))
		);
	}

	#isConfigured(folder: string): boolean {
		const uri = configurationUri(folder);
		return this.#files.has(uri) && isCovered(uri, this.#scopes.folders);
	}

	/** Whether there is a file to link to. Of files that are not looked at it is supposed. */
	#isFile(uri: string): boolean {
		const isLookedAt = isCandidate(nameOf(uri)) && isCovered(uri, this.#scopes.folders);
		return !isLookedAt || this.#files.has(uri);
	}

	#isInFolders(uri: string): boolean {
		return this.#folders.some(folder => isWithin(folder, uri));
	}

	#cameOrWent(uri: string): void {
		for (const { log } of this.#homes.values()) {
			log.fileCameOrWent(uri);
		}
	}

	#watchScopes(): void {
		const wanted = new Set(this.#isWatching ? this.#scopes.folders : []);
		for (const [folder, watcher] of this.#watchers) {
			if (!wanted.has(folder)) {
				watcher.dispose();
				this.#watchers.delete(folder);
			}
		}
		for (const folder of wanted) {
			if (!this.#watchers.has(folder)) {
				this.#watchers.set(
					folder,
					this.#environment.watch(folder, changes => void this.filesChanged(changes)),
				);
			}
		}
	}

	#note(root: string, uris: readonly string[]): void {
		const noted = this.#changed.get(root) ?? new Set();
		this.#changed.set(root, noted);
		for (const uri of uris) {
			noted.add(uri);
		}
	}

	#tell(): void {
		const changes = [...this.#changed];
		this.#changed.clear();
		for (const [root, uris] of changes) {
			this.#listeners.tell({ root, uris: [...uris] });
		}
	}

	#inTurn(task: () => Promise<void>): Promise<void> {
		const done = this.#turn.then(task);
		this.#turn = done.catch(() => undefined);
		return done;
	}
}
