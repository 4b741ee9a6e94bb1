import { type Configuration, DEFAULT_CONFIGURATION } from '../core/configuration.ts';
import type { Definition } from '../core/definition.ts';
import type { DocumentKind } from '../core/document-kind.ts';
import type { Finding } from '../core/finding.ts';
import type { UnreadEntry } from '../core/unread.ts';
import { fileStem } from '../core/uri/file-name.ts';
import type { LogDocument } from '../parse/model/document.ts';
import { rules as allRules } from '../rules/index.ts';
import type { LogView } from '../rules/log-view.ts';
import type { Rule } from '../rules/rule.ts';
import { DocumentSchemas } from '../schema/document-schemas.ts';
import type { Baseline, KnownFindings } from './baseline.ts';
import { Checker } from './checker.ts';
import { ClockBounds } from './clock-bounds.ts';
import type { Content } from './content.ts';
import type { RecordCoverage } from './coverage.ts';
import { debugText } from './debug-text.ts';
import type { OnDefect } from './defect.ts';
import { DependencyTracker } from './dependency-tracker.ts';
import { type DocumentParser, documentParser } from './document-parser.ts';
import { Documents } from './documents.ts';
import { Emitter } from './emitter.ts';
import type { Clock, Disposable } from './environment.ts';
import type { DocumentFacts, PlacedReference } from './extract-facts.ts';
import { FactsView, type ViewSource } from './facts-view.ts';
import { IncidentSearch } from './incident-search.ts';
import { BASELINE_KEY, CLOCK_KEY, fileKey, fileNameKey, READING_KEY, UNREAD_KEY } from './keys.ts';
import { BaselineRecorder, type BaselineUse } from './known-reports.ts';
import { LogBaseline } from './log-baseline.ts';
import { LogIndex } from './log-index.ts';
import { LogNotRead } from './log-not-read.ts';
import { NO_FACTS } from './read-document.ts';
import { referencesTo } from './references-to.ts';
import { sameData } from './same-data.ts';
import type { DocumentText, StoredDocument } from './stored-document.ts';

export interface LogOptions {
	/** The URI of the log root. */
	readonly root: string;
	readonly configuration?: Configuration;
	readonly clock: Clock;
	/** Defaults to the rules of `rules/index.ts`. */
	readonly rules?: readonly Rule[];
	/** Defaults to that of `parse/`. */
	readonly parser?: DocumentParser;
	/** Returns true for a file that exists and is not a document of this log. By default there are no other files. */
	readonly isFile?: (uri: string) => boolean;
	/** The files with a name, documents or not, see `Files.named`. */
	readonly filesNamed?: (name: string) => readonly string[];
	/** Whether a file at a URI would be a document of this log. By default, every file. */
	readonly isDocumentPath?: (uri: string) => boolean;
	/** Whether a document is open in an editor: its tree is kept. By default, none. */
	readonly isOpen?: (uri: string) => boolean;
	/** Called for each error in reading or checking a document, in addition to the finding of `internal/error`. */
	readonly onDefect?: OnDefect;
	/** The exception while reading the configuration of the log. The finding is reported at the configuration. */
	readonly configurationError?: { readonly error: unknown } | undefined;
	/** The initial revisions: a log that replaces another continues its counts. */
	readonly revision?: number;
	readonly sharedRevision?: number;
}

interface Checked {
	readonly findings: readonly Finding[];
	readonly baseline: BaselineUse | undefined;
	/** When the results of comparisons with the current time are others, the findings are computed again. */
	readonly bounds: ClockBounds;
	/** False after a dependency has changed: the findings are computed again on demand. */
	isCurrent: boolean;
}

/**
 * The documents of one log, their facts and dependencies, and their findings. An edit replaces the facts of one
 * document and invalidates the documents whose rules have read a changed fact. They are checked again on demand, so
 * that the cost of an edit does not depend on the size of the log. All URIs are in normal form (`normalUri`).
 */
export class Log {
	readonly root: string;
	readonly configuration: Configuration;
	/** A view without dependency tracking, for queries that are repeated on each request. */
	readonly view: LogView;
	/** Full-text search in the incidents. Costs nothing before its first query. */
	readonly search = new IncidentSearch(this);

	readonly #documents: Documents;
	readonly #facts = new LogIndex();
	readonly #dependencies = new DependencyTracker();
	readonly #checked = new Map<string, Checked>();
	readonly #viewSource: ViewSource;
	readonly #baseline: LogBaseline;
	readonly #checker: Checker;
	readonly #listeners = new Emitter<readonly string[]>();
	#unread: readonly UnreadEntry[] = [];
	#revision: number;
	#sharedRevision: number;
	#isRead = true;

	constructor(options: LogOptions) {
		const { root, clock, configuration = DEFAULT_CONFIGURATION, rules = allRules, isFile } = options;
		const onDefect = options.onDefect ?? (() => undefined);
		this.root = root;
		this.configuration = configuration;
		this.#documents = new Documents({
			root,
			configuration,
			parser: options.parser ?? documentParser,
			onDefect,
			configurationError: options.configurationError,
			isPinned: options.isOpen ?? (() => false),
		});
		this.#revision = options.revision ?? 0;
		this.#sharedRevision = options.sharedRevision ?? 0;
		this.#viewSource = {
			configuration,
			schemas: new DocumentSchemas(configuration.fields),
			clock,
			facts: this.#facts,
			isFile: uri => this.#documents.has(uri) || (isFile?.(uri) ?? false),
			filesNamed: options.filesNamed ?? (() => []),
			isDocumentPath: options.isDocumentPath ?? (() => true),
			unread: () => this.#unread,
		};
		this.view = new FactsView(this.#viewSource, key => this.#requireKey(key));
		this.#baseline = new LogBaseline(root, uri => this.#documents.has(uri));
		this.#checker = new Checker(rules, configuration, root, onDefect);
	}

	/** Increases with each change. */
	get revision(): number {
		return this.#revision;
	}

	/** Increases with each change that can change the findings of other documents than the changed one. */
	get sharedRevision(): number {
		return this.#sharedRevision;
	}

	/**
	 * False between `beginReading` and `endReading`. Meanwhile the findings of a document are those of the rules that query no
	 * other document, and queries that need other documents throw `LogNotRead`.
	 */
	get isRead(): boolean {
		return this.#isRead;
	}

	beginReading(): void {
		this.#isRead = false;
	}

	endReading(): void {
		this.#isRead = true;
		this.#invalidate([READING_KEY], [...this.#documents.uris]);
	}

	/** Throws `LogNotRead` while the files of the log are read. */
	requireRead(): void {
		if (!this.#isRead) {
			throw new LogNotRead();
		}
	}

	#requireKey(key: string): void {
		if (key !== CLOCK_KEY) {
			this.requireRead();
		}
	}

	/**
	 * Calls the listener after each change with the documents whose findings may have changed, including removed ones.
	 */
	onDidChange(listener: (uris: readonly string[]) => void): Disposable {
		return this.#listeners.subscribe(listener);
	}

	/** Adds or replaces a document. */
	set(uri: string, content: Content, kind: DocumentKind): void {
		const old = this.#documents.get(uri);
		if (old === undefined || old.kind !== kind || !sameData(old.content, content)) {
			this.#updateFacts(uri, this.#documents.read(uri, content, kind).facts, old === undefined);
		}
	}

	/** Adds a document of another log, if both configurations read it the same way. */
	adopt(document: StoredDocument): void {
		const { uri } = document;
		const isNew = !this.#documents.has(uri);
		this.#documents.adopt(document);
		this.#updateFacts(uri, document.facts, isNew);
	}

	delete(uri: string): void {
		if (this.#documents.delete(uri)) {
			this.#dependencies.remove(uri);
			this.#checked.delete(uri);
			this.#updateFacts(uri, NO_FACTS, true);
		}
	}

	#updateFacts(uri: string, facts: DocumentFacts, isCreatedOrDeleted: boolean): void {
		const keys = new Set(this.#facts.update(uri, facts));
		if (isCreatedOrDeleted) {
			keys.add(fileKey(uri));
			keys.add(fileNameKey(fileStem(uri)));
			if (this.#baseline.has(uri)) {
				keys.add(BASELINE_KEY);
			}
		}
		this.#invalidate([...keys], [uri]);
	}

	/** Must be called when a file that is not a document is created or deleted: documents can link to it. */
	fileCreatedOrDeleted(uri: string): void {
		this.#invalidate([fileKey(uri), fileNameKey(fileStem(uri))], []);
	}

	/** Must be called when time has passed: invalidates the documents whose rules have read the current time. */
	invalidateClock(): void {
		const now = this.#viewSource.clock.now();
		const passed = [...this.#checked].flatMap(([uri, { bounds }]) => (bounds.contains(now) ? [] : [uri]));
		this.#invalidate([CLOCK_KEY], passed);
	}

	/** The parts of the log root that were not read. Rules report them at the configuration. */
	get unread(): readonly UnreadEntry[] {
		return this.#unread;
	}

	setUnread(unread: readonly UnreadEntry[]): void {
		if (!sameData(this.#unread, unread)) {
			this.#unread = unread;
			this.#invalidate([UNREAD_KEY], []);
		}
	}

	/** The known findings of the log, by path of the document. */
	get baseline(): Baseline {
		return this.#baseline.entries;
	}

	/** The text of the baseline file; undefined without a readable one. */
	get baselineText(): string | undefined {
		return this.#baseline.text;
	}

	/** The path of a document in the baseline: relative to the log root, decoded. */
	pathOf(uri: string): string {
		return this.#baseline.pathOf(uri);
	}

	/** Why the baseline file is not used; undefined for a valid one and without a file. */
	get baselineFault(): string | undefined {
		return this.#baseline.fault;
	}

	/** Sets the content of the baseline file; undefined if there is none. */
	setBaseline(content: Content | undefined): void {
		if (this.#baseline.set(content)) {
			this.invalidateAll();
		}
	}

	/** Invalidates all documents, for changes outside of the facts. */
	invalidateAll(): void {
		this.#sharedRevision++;
		this.#invalidate([], [...this.#documents.uris]);
	}

	#invalidate(keys: readonly string[], uris: readonly string[]): void {
		if (keys.length > 0) {
			this.#sharedRevision++;
		}
		const affected = new Set([...uris, ...this.#dependencies.dependents(keys)]);
		if (affected.size === 0) {
			return;
		}
		for (const uri of affected) {
			const checked = this.#checked.get(uri);
			if (checked) {
				checked.isCurrent = false;
			}
		}
		this.#revision++;
		this.#listeners.fire([...affected]);
	}

	/** A document with its tree, which is parsed again if the document was not used recently. */
	document(uri: string): LogDocument | undefined {
		return this.#documents.parsed(uri);
	}

	/** A document without its tree. */
	stored(uri: string): StoredDocument | undefined {
		return this.#documents.get(uri);
	}

	has(uri: string): boolean {
		return this.#documents.has(uri);
	}

	get size(): number {
		return this.#documents.size;
	}

	/** All documents, without their trees. */
	documents(): readonly StoredDocument[] {
		return this.#documents.all();
	}

	/** The text of a document, for conversions of positions. */
	text(uri: string): DocumentText | undefined {
		return this.#documents.text(uri);
	}

	/** The content that a document was set to. */
	content(uri: string): Content | undefined {
		return this.stored(uri)?.content;
	}

	/**
	 * The findings that are not in the baseline, ordered by range. Returns the same array while the findings are unchanged,
	 * also after another check.
	 */
	findings(uri: string): readonly Finding[] {
		return this.#check(uri)?.findings ?? [];
	}

	/** The use of the baseline for a document; undefined if it has no entries. */
	baselineUse(uri: string): BaselineUse | undefined {
		return this.#check(uri)?.baseline;
	}

	#check(uri: string): Checked | undefined {
		const before = this.#checked.get(uri);
		if (before?.isCurrent) {
			return before;
		}
		const document = this.document(uri);
		if (!document) {
			return undefined;
		}
		const keys = new Set<string>(this.#baseline.dependsOnOthers(uri) ? [BASELINE_KEY] : []);
		const known = this.#baseline.matcher(uri);
		const bounds = new ClockBounds();
		const recordRead = (key: string) => {
			keys.add(this.#isRead ? key : READING_KEY);
			this.#requireKey(key);
		};
		const view = new FactsView(this.#viewSource, recordRead, bounds);
		const current = this.#checker.check(document, view, { known });
		this.#dependencies.record(uri, keys);
		const findings = before && sameData(before.findings, current) ? before.findings : current;
		const checked = { findings, baseline: known, bounds, isCurrent: true };
		this.#checked.set(uri, checked);
		return checked;
	}

	/** Like `findings` without the limit per rule: fixes do not depend on the limit. */
	everyFinding(uri: string): readonly Finding[] {
		this.requireRead();
		const document = this.document(uri);
		const known = this.#baseline.matcher(uri);
		return document ? this.#checker.check(document, this.view, { limit: Number.POSITIVE_INFINITY, known }) : [];
	}

	/** Returns all findings of a document for a new baseline, including those that are in the current one. */
	knownFindings(uri: string): KnownFindings {
		const document = this.document(uri);
		const known = new BaselineRecorder();
		if (document) {
			this.#checker.check(document, this.view, { known });
		}
		return known.recorded;
	}

	/** The coverage of all incident records and postmortems, in no particular order, or of those with some URIs. */
	coverage(uris: Iterable<string> = this.#documents.uris): RecordCoverage[] {
		return [...uris].flatMap(uri => this.stored(uri)?.facts.coverage ?? []);
	}

	/** The definitions in a document. Of a bulletin the bulletin itself is first, then its entries in page order. */
	definitionsOf(uri: string): readonly Definition[] {
		return this.stored(uri)?.facts.definitions ?? [];
	}

	/** All references to an incident, postmortem or bulletin, ordered by file and range. */
	referencesTo(definition: Definition): readonly PlacedReference[] {
		this.requireRead();
		return referencesTo(definition, this.#facts, this.view);
	}

	/** Formats the facts as text, one per line, for tests and debugging. */
	debugText(): string {
		return debugText(this.#facts);
	}
}
