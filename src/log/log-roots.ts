import type { DocumentKind } from '../core/document-kind.ts';
import { isCandidate } from '../core/record-files.ts';
import type { Unread } from '../core/unread.ts';
import { ancestorsOf, childUri, nameOf, parentUri } from '../core/uri/uri.ts';
import { SITE_FILES, SiteReader } from '../parse/dialects/site.ts';
import { batches } from './awaitable.ts';
import type { Content } from './content.ts';
import type { Awaitable } from './environment.ts';
import type { Files } from './files.ts';
import type { IgnoreRules } from './ignore-rules.ts';
import { configurationUris, isConfiguration } from './kinds.ts';
import type { Log } from './log.ts';
import { type LogRoot, type LogRootOptions, openRoot } from './log-root.ts';
import { isCovered, NO_SCOPES, type Scopes } from './scopes.ts';
import { lookupOf, unreadEntries } from './unread-entries.ts';

/** Files are read and placed in batches of this size, with room for others between them. */
const BATCH = 64;

/**
 * Which file lives in which log. A file belongs to the nearest folder upwards with a configuration, and without one to
 * the nearest that is a root by default. `settle` makes it so; everything else only looks.
 */
export class LogRoots {
	readonly #files: Files;
	readonly #rules: IgnoreRules;
	readonly #options: LogRootOptions;
	readonly #onChange: (root: string, uris: readonly string[]) => void;
	readonly #roots = new Map<string, LogRoot>();
	/** The log that each document lives in now. */
	readonly #rootByUri = new Map<string, Log>();
	/** The logs without a configuration for which an empty one stands at the root, so that findings can stand there. */
	readonly #placeholders = new Map<string, Log>();
	/** The roots at which something is reported. */
	readonly #reported = new Set<string>();
	/** Where to look. After a change of it, the files that it concerns are to be settled. */
	scopes: Scopes = NO_SCOPES;

	/** `onChange` is told of which documents of the log at a root the findings may be others now. */
	constructor(
		files: Files,
		rules: IgnoreRules,
		options: Omit<LogRootOptions, 'isFile' | 'siteReader'>,
		onChange: (root: string, uris: readonly string[]) => void,
	) {
		this.#files = files;
		this.#rules = rules;
		this.#options = { ...options, isFile: uri => this.#isFile(uri), siteReader: new SiteReader() };
		this.#onChange = onChange;
	}

	/** Every log, also one that has no documents. */
	get logs(): readonly Log[] {
		return [...this.#roots.values()].map(home => home.log);
	}

	logOf(uri: string): Log | undefined {
		return this.#rootByUri.get(uri);
	}

	/** Whether `place` finds all that it needs without reading anything. */
	canAssign(uri: string): boolean {
		if (SITE_FILES.includes(nameOf(uri))) {
			// What it says of components may make another log.
			return false;
		}
		const root = this.#rootOf(uri);
		return root === undefined || (this.#roots.has(root) && !this.#files.isUnread(uri));
	}

	/** Puts a file where it belongs, by what is known at this moment. */
	assign(uri: string): void {
		if (this.#place(uri)) {
			this.#reportUnread();
		}
	}

	/** Returns whether it is a document of another log now. */
	#place(uri: string): boolean {
		const home = this.#rootHolding(uri);
		const isLeftOut = this.#files.isLinked(uri) || this.#rules.isIgnored(uri, 'file');
		const content = isLeftOut ? undefined : this.#files.content(uri);
		const kind = content === undefined || home === undefined ? undefined : this.#kindOf(uri, content, home);
		const holder = this.#rootByUri.get(uri);
		const log = kind && home?.log;
		if (holder && holder !== log) {
			holder.delete(uri);
			this.#rootByUri.delete(uri);
		}
		if (log && kind && content !== undefined) {
			this.#rootByUri.set(uri, log);
			log.set(uri, content, kind);
		}
		return holder !== log;
	}

	/**
	 * Brings the logs up to date with some files, and with those that a configuration among them moves. `onBatch` is told
	 * how many of how many are done, and waited for.
	 */
	async update(uris: Iterable<string>, onBatch: (done: number, total: number) => Awaitable<void>): Promise<void> {
		const touched = new Set(uris);
		await this.#updateRoots(touched);
		const pending = [...touched];
		let done = 0;
		for (const batch of batches(pending, BATCH)) {
			await this.#files.read(batch.filter(uri => this.#mayBeDocument(uri)));
			for (const uri of batch) {
				this.#place(uri);
			}
			done += batch.length;
			await onBatch(done, pending.length);
		}
		this.#reportUnread();
		this.#removeEmptyRoots();
	}

	/**
	 * Hands each log the parts of its folder that were not read. Where there is no configuration to report them at, an
	 * empty one is taken to stand at the root; but where there is no log at all, nothing is reported.
	 */
	#reportUnread(): void {
		const { unread } = this.#files;
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
		for (const [root, home] of this.#roots) {
			const entries = unreadEntries(home, parts.get(root) ?? [], holdsDocuments);
			home.log.setUnread(entries);
			if (entries.length > 0) {
				this.#reported.add(root);
			}
			this.#setPlaceholder(root, home.isConfigured || isSilent || entries.length === 0 ? undefined : home.log);
		}
		for (const root of this.#placeholders.keys()) {
			if (!this.#roots.has(root)) {
				this.#setPlaceholder(root, undefined);
			}
		}
	}

	#setPlaceholder(root: string, log: Log | undefined): void {
		const before = this.#placeholders.get(root);
		if (before && before !== log) {
			before.delete(root);
			this.#placeholders.delete(root);
			this.#rootByUri.delete(root);
		}
		if (log === undefined) {
			// One that a former log has handed over.
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

	/**
	 * Makes sure of a home for each of some files, and for what is not read. Adds to the files all those of homes that are
	 * others now.
	 */
	async #updateRoots(touched: Set<string>): Promise<void> {
		const roots = new Set<string>();
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
			[...roots].flatMap(root => [...configurationUris(root), ...SITE_FILES.map(name => childUri(root, name))]),
		);
		for (const root of roots) {
			if (this.#reopen(root)) {
				for (const uri of this.#files.within(root)) {
					touched.add(uri);
				}
			}
		}
	}

	/** Returns whether the home at a root is another one now, or gone. */
	#reopen(root: string): boolean {
		const before = this.#roots.get(root);
		const configuration = this.#configurationAt(root);
		if (configuration === undefined && !this.scopes.defaultRoots.has(root)) {
			return this.#roots.delete(root);
		}
		const stated = {
			configuration: configuration && this.#files.content(configuration),
			fileAtRoot: (name: string) => this.#files.content(childUri(root, name)),
		};
		const home = openRoot(root, stated, before, this.#options);
		if (home === before) {
			return false;
		}
		this.#roots.set(root, home);
		home.log.onDidChange(uris => this.#onChange(root, uris));
		const documents = before?.log.documents().map(document => document.uri) ?? [];
		for (const uri of documents.filter(uri => home.log.document(uri))) {
			this.#rootByUri.set(uri, home.log);
		}
		this.#onChange(root, documents);
		return true;
	}

	/** A root by default is one no more when nothing makes it one and its last document is gone. */
	#removeEmptyRoots(): void {
		for (const [root, { log }] of this.#roots) {
			if (log.size === 0 && !this.scopes.defaultRoots.has(root) && !this.#isConfigured(root)) {
				this.#roots.delete(root);
			}
		}
	}

	/** By its name and its text. Where looking at the text throws, by its name alone. */
	#kindOf(uri: string, content: Content, { kinds }: LogRoot): DocumentKind | undefined {
		try {
			return kinds.kindOf(uri, content);
		} catch (error) {
			const kind = kinds.kindOf(uri);
			this.#options.onDefect?.({ error, uri, step: 'read' });
			return kind;
		}
	}

	#mayBeDocument(uri: string): boolean {
		const kinds = this.#rootHolding(uri)?.kinds;
		return kinds !== undefined && (kinds.kindOf(uri) !== undefined || kinds.mayBeOfDialect(uri));
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
		return (
			folders.find(folder => this.#isConfigured(folder)) ?? folders.find(folder => this.scopes.defaultRoots.has(folder))
		);
	}

	#isConfigured(folder: string): boolean {
		return this.#configurationAt(folder) !== undefined;
	}

	#configurationAt(folder: string): string | undefined {
		return configurationUris(folder).find(uri => this.#files.has(uri) && isCovered(uri, this.scopes.folders));
	}

	/** Whether there is a file to link to. Of files that nobody looks at it is taken for granted. */
	#isFile(uri: string): boolean {
		const isLookedAt = isCandidate(nameOf(uri)) && isCovered(uri, this.scopes.folders);
		return !isLookedAt || this.#files.has(uri) || this.#files.isUnknown(uri);
	}
}
