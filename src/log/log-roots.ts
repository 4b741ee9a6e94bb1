import { DEFAULT_CONFIGURATION } from '../core/configuration.ts';
import type { DocumentKind } from '../core/document-kind.ts';
import { isCandidate } from '../core/record-files.ts';
import type { Unread } from '../core/unread.ts';
import { ancestorsOf, childUri, nameOf, parentUri } from '../core/uri/uri.ts';
import { SITE_FILES, SiteReader } from '../parse/dialects/site.ts';
import { batches } from './awaitable.ts';
import { BASELINE_FILE } from './baseline.ts';
import type { Content } from './content.ts';
import { DelayedChecks } from './delayed-checks.ts';
import type { Awaitable, Clock } from './environment.ts';
import type { Files } from './files.ts';
import type { IgnoreRules } from './ignore-rules.ts';
import { configurationUris, isConfiguration, rootOfLooseFile } from './kinds.ts';
import type { Log } from './log.ts';
import { type LogRoot, type LogRootOptions, openRoot } from './log-root.ts';
import { type NotReadReason, notReadReason } from './not-read.ts';
import { isCovered, NO_SCOPES, type Scopes } from './scopes.ts';
import { lookupOf, unreadEntries } from './unread-entries.ts';

/** Number of files that are read at once. */
const BATCH = 64;
/** In milliseconds. Files are assigned for this time before other events run: an answer takes several turns of the event loop. */
const SLICE = 5;

/**
 * Assigns files to logs. A file belongs to the nearest folder above with a configuration, unless a configuration further
 * above excludes it; otherwise to the nearest default root. A default root above configured logs is not a log itself.
 * Only `update` and `assign` change the state.
 */
export class LogRoots {
	readonly #files: Files;
	readonly #rules: IgnoreRules;
	readonly #options: LogRootOptions;
	readonly #clock: Clock;
	readonly #onChange: (root: string, uris: readonly string[]) => void;
	readonly #roots = new Map<string, LogRoot>();
	/** The current log of each document. */
	readonly #rootByUri = new Map<string, Log>();
	/** Logs without a configuration that have an empty one at their root, at which findings are reported. */
	readonly #placeholders = new Map<string, Log>();
	/** Folders above configured logs. */
	#aboveLogs: ReadonlySet<string> = new Set();
	/** New logs whose files are not all read. */
	readonly #reading = new Set<Log>();
	readonly #checks = new DelayedChecks();
	/** Roots with reported unread parts. */
	readonly #reported = new Set<string>();
	/** The searched folders. After a change, the affected files must be updated. */
	scopes: Scopes = NO_SCOPES;

	/** `clock` limits the slices. `onChange` is called with the documents of a log whose findings may have changed. */
	constructor(
		files: Files,
		rules: IgnoreRules,
		clock: Clock,
		options: Omit<LogRootOptions, 'isFile' | 'filesNamed' | 'isOpen' | 'siteReader'>,
		onChange: (root: string, uris: readonly string[]) => void,
	) {
		this.#files = files;
		this.#rules = rules;
		this.#clock = clock;
		this.#options = {
			...options,
			isFile: uri => this.#isFile(uri),
			filesNamed: name => this.#files.named(name),
			isOpen: uri => this.#files.isOpen(uri),
			siteReader: new SiteReader(),
		};
		this.#onChange = onChange;
	}

	/** All logs, including those without documents. */
	get logs(): readonly Log[] {
		return [...this.#roots.values()].map(logRoot => logRoot.log);
	}

	logOf(uri: string): Log | undefined {
		return this.#rootByUri.get(uri);
	}

	/** Returns why a file is not a document. */
	notReadReason(uri: string): NotReadReason {
		const excluding = [...ancestorsOf(uri)].find(folder => this.#excludes(folder, uri));
		const file = {
			uri,
			content: this.#files.content(uri),
			isIgnored: this.#rules.isIgnored(uri, 'file'),
			isLinked: this.#files.isLinked(uri),
			root: this.#rootOf(uri),
			excludedBy: excluding === undefined ? undefined : this.#configurationAt(excluding),
			isNamed: this.#options.kindOfNamed !== undefined,
		};
		return notReadReason(file, this.scopes.folders);
	}

	/** The files that are records by their path and belong to no log, because logs are below their folder. */
	get recordsInNoLog(): readonly string[] {
		const candidates = this.#aboveLogs.size === 0 ? [] : [...this.#files.all()];
		return candidates.filter(
			uri =>
				rootOfLooseFile(uri, DEFAULT_CONFIGURATION) !== undefined && this.notReadReason(uri).reason === 'above-logs',
		);
	}

	/** Returns true if `assign` needs no unread file. */
	canAssign(uri: string): boolean {
		if (SITE_FILES.includes(nameOf(uri))) {
			// Its components can change the configuration of the log.
			return false;
		}
		const root = this.#rootOf(uri);
		return root === undefined || (this.#roots.has(root) && !this.#files.isUnread(uri));
	}

	/** Assigns a file to its log, with the known content. */
	assign(uri: string): void {
		if (this.#assignOnly(uri)) {
			this.#reportUnread();
		}
	}

	/** Returns true if the file is now a document of another log. */
	#assignOnly(uri: string): boolean {
		const logRoot = this.#rootHolding(uri);
		const isLeftOut = this.#files.isLinked(uri) || this.#rules.isIgnored(uri, 'file');
		const content = isLeftOut ? undefined : this.#files.content(uri);
		const kind = content === undefined || logRoot === undefined ? undefined : this.#kindOf(uri, content, logRoot);
		const holder = this.#rootByUri.get(uri);
		const log = kind && logRoot?.log;
		if (holder && holder !== log) {
			holder.delete(uri);
			this.#rootByUri.delete(uri);
		}
		if (log && kind && content !== undefined) {
			this.#rootByUri.set(uri, log);
			log.set(uri, content, kind);
			if (this.#options.checksWhileReading) {
				this.#checks.add(log, uri);
			}
		}
		return holder !== log;
	}

	/**
	 * Updates the logs for some files, open ones first, and for the files that a changed configuration moves. After each slice
	 * of work, `onSlice` is called with the number of finished files and of all files, and the update waits for it.
	 */
	async update(uris: Iterable<string>, onSlice: (done: number, total: number) => Awaitable<void>): Promise<void> {
		try {
			await this.#updateInSlices(new Set(uris), onSlice);
		} finally {
			for (const log of this.#reading) {
				log.endReading();
			}
			this.#reading.clear();
		}
	}

	async #updateInSlices(
		touched: Set<string>,
		onSlice: (done: number, total: number) => Awaitable<void>,
	): Promise<void> {
		await this.#updateRoots(touched);
		const open = [...touched].filter(uri => this.#files.isOpen(uri));
		const others = [...touched].filter(uri => !this.#files.isOpen(uri));
		let done = 0;
		for (const batch of [open, ...batches(others, BATCH)]) {
			await this.#files.read(batch.filter(uri => this.#mayBeDocument(uri)));
			let end = this.#clock.now() + SLICE;
			for (const [index, uri] of batch.entries()) {
				this.#assignOnly(uri);
				done++;
				if (index === batch.length - 1 || this.#clock.now() >= end) {
					await onSlice(done, touched.size);
					end = this.#clock.now() + SLICE;
				}
			}
		}
		this.#reportUnread();
		this.#removeEmptyRoots();
	}

	/**
	 * Passes the unread parts of each root to its log. Without a configuration, an empty placeholder is added at the
	 * root to report them. Without any log, nothing is reported.
	 */
	#reportUnread(): void {
		const unread = [...this.#files.unread, ...this.#invalidBaselines()];
		if (unread.length === 0 && this.#reported.size === 0) {
			return;
		}
		const parts = new Map<string | undefined, Unread[]>();
		for (const part of unread) {
			const root = this.#rootOfUnread(part);
			const others = parts.get(root) ?? [];
			others.push(part);
			parts.set(root, others);
		}
		const holdsDocuments = lookupOf(this.#rootByUri.keys());
		const isSilent = this.#rootByUri.size === this.#placeholders.size;
		this.#reported.clear();
		for (const [root, logRoot] of this.#roots) {
			const entries = unreadEntries(logRoot, parts.get(root) ?? [], holdsDocuments);
			logRoot.log.setUnread(entries);
			if (entries.length > 0) {
				this.#reported.add(root);
			}
			this.#setPlaceholder(root, logRoot.isConfigured || isSilent || entries.length === 0 ? undefined : logRoot.log);
		}
		for (const root of this.#placeholders.keys()) {
			if (!this.#roots.has(root)) {
				this.#setPlaceholder(root, undefined);
			}
		}
	}

	#invalidBaselines(): readonly Unread[] {
		return [...this.#roots.values()].flatMap(({ root, log }) =>
			log.baselineFault === undefined
				? []
				: [{ kind: 'unreadable', uri: childUri(root, BASELINE_FILE), of: 'file', reason: 'invalid-baseline' } as const],
		);
	}

	#setPlaceholder(root: string, log: Log | undefined): void {
		const before = this.#placeholders.get(root);
		if (before && before !== log) {
			before.delete(root);
			this.#placeholders.delete(root);
			this.#rootByUri.delete(root);
		}
		if (log === undefined) {
			// A placeholder that the previous log of this root has passed on.
			this.#roots.get(root)?.log.delete(root);
		} else {
			log.set(root, '', 'configuration');
			this.#placeholders.set(root, log);
			this.#rootByUri.set(root, log);
		}
	}

	#rootOfUnread({ kind, uri }: Unread): string | undefined {
		return this.#rootOf(kind === 'link' ? uri : childUri(uri, 'x'));
	}

	/** Opens the roots of some files and of unread parts. Adds the files of changed roots to `touched`. */
	async #updateRoots(touched: Set<string>): Promise<void> {
		const roots = new Set<string>();
		if ([...touched].some(isConfiguration)) {
			this.#aboveLogs = this.#foldersAboveLogs();
			// Each of them can begin or cease to be a log.
			for (const root of this.scopes.defaultRoots) {
				roots.add(root);
			}
		}
		for (const part of this.#files.unread) {
			const root = this.#rootOfUnread(part);
			if (root !== undefined) {
				roots.add(root);
			}
		}
		for (const uri of touched) {
			for (const root of [this.#rootOf(uri), isConfiguration(uri) ? parentUri(uri) : undefined]) {
				if (root !== undefined) {
					roots.add(root);
				}
			}
		}
		await this.#files.read(
			[...roots].flatMap(root => [
				...configurationUris(root),
				...[...SITE_FILES, BASELINE_FILE].map(name => childUri(root, name)),
			]),
		);
		for (const root of roots) {
			if (this.#reopen(root)) {
				for (const uri of this.#files.within(root)) {
					touched.add(uri);
				}
			}
			if (this.#options.usesBaselines !== false) {
				this.#roots.get(root)?.log.setBaseline(this.#files.content(childUri(root, BASELINE_FILE)));
			}
		}
	}

	/** Returns true if the root has another log now, or none. */
	#reopen(root: string): boolean {
		const before = this.#roots.get(root);
		const configuration = this.#configurationAt(root);
		if (configuration === undefined && !this.#isDefaultRoot(root)) {
			return this.#roots.delete(root);
		}
		const inputs = {
			configuration: configuration && this.#files.content(configuration),
			fileAtRoot: (name: string) => this.#files.content(childUri(root, name)),
		};
		const logRoot = openRoot(root, inputs, before, this.#options);
		if (logRoot === before) {
			return false;
		}
		this.#roots.set(root, logRoot);
		if (logRoot.log.size === 0 && this.#options.checksWhileReading !== true) {
			logRoot.log.beginReading();
			this.#reading.add(logRoot.log);
		}
		logRoot.log.onDidChange(uris => this.#onChange(root, uris));
		const documents = before?.log.documents().map(document => document.uri) ?? [];
		for (const uri of documents.filter(uri => logRoot.log.has(uri))) {
			this.#rootByUri.set(uri, logRoot.log);
		}
		this.#onChange(root, documents);
		return true;
	}

	/** Removes roots without a configuration that are no longer default roots and have no documents. */
	#removeEmptyRoots(): void {
		for (const [root, { log }] of this.#roots) {
			if (log.size === 0 && !this.#isDefaultRoot(root) && !this.#isConfigured(root)) {
				this.#roots.delete(root);
			}
		}
	}

	/** The kind by name and content; by name alone if detection throws. */
	#kindOf(uri: string, content: Content, logRoot: LogRoot): DocumentKind | undefined {
		const { kinds } = logRoot;
		try {
			return kinds.kindOf(uri, content) ?? this.#kindOfNamed(uri, content, logRoot);
		} catch (error) {
			const kind = kinds.kindOf(uri);
			this.#options.onDefect?.({ error, uri, step: 'read' });
			return kind;
		}
	}

	#mayBeDocument(uri: string): boolean {
		const holding = this.#rootHolding(uri);
		return (
			holding !== undefined &&
			(holding.kinds.kindOf(uri) !== undefined ||
				holding.kinds.mayBeOfDialect(uri) ||
				this.#kindOfNamed(uri, undefined, holding) !== undefined)
		);
	}

	#kindOfNamed(uri: string, content: Content | undefined, { kinds, log }: LogRoot): DocumentKind | undefined {
		return kinds.excludes(uri) ? undefined : this.#options.kindOfNamed?.(uri, content, log.configuration);
	}

	#rootHolding(uri: string): LogRoot | undefined {
		const root = this.#rootOf(uri);
		return root === undefined ? undefined : this.#roots.get(root);
	}

	#rootOf(uri: string): string | undefined {
		if (!isCovered(uri, this.scopes.folders)) {
			return undefined;
		}
		const folders = [...ancestorsOf(uri)];
		const configured = folders.findIndex(folder => this.#isConfigured(folder));
		return configured < 0
			? folders.find(folder => this.#isDefaultRoot(folder))
			: folders.slice(configured + 1).some(above => this.#excludes(above, uri))
				? undefined
				: folders[configured];
	}

	/** Returns true if a folder is the root of a log whose configuration excludes a file. */
	#excludes(folder: string, uri: string): boolean {
		const root = this.#roots.get(folder);
		return root?.kinds.excludes(uri) === true && this.#isConfigured(folder);
	}

	#isDefaultRoot(folder: string): boolean {
		return this.scopes.defaultRoots.has(folder) && !this.#aboveLogs.has(folder);
	}

	#foldersAboveLogs(): ReadonlySet<string> {
		const configured = [...this.#files.all()].filter(
			uri => isConfiguration(uri) && isCovered(uri, this.scopes.folders),
		);
		return new Set(configured.flatMap(uri => [...ancestorsOf(uri)].slice(1)));
	}

	#isConfigured(folder: string): boolean {
		return this.#configurationAt(folder) !== undefined;
	}

	#configurationAt(folder: string): string | undefined {
		return configurationUris(folder).find(uri => this.#files.has(uri) && isCovered(uri, this.scopes.folders));
	}

	/** Returns true if a link to the file is valid. Files that are not searched are assumed to exist. */
	#isFile(uri: string): boolean {
		const isSearched = isCandidate(nameOf(uri)) && isCovered(uri, this.scopes.folders);
		return !isSearched || this.#files.has(uri) || this.#files.isUnknown(uri);
	}
}
