import { type Configuration, DEFAULT_CONFIGURATION } from '../core/configuration.ts';
import type { Definition } from '../core/definition.ts';
import type { DocumentKind } from '../core/document-kind.ts';
import type { Finding } from '../core/finding.ts';
import type { UnreadEntry } from '../core/unread.ts';
import type { LogDocument, Source } from '../parse/model/document.ts';
import { rules as allRules } from '../rules/index.ts';
import type { LogView } from '../rules/log-view.ts';
import type { Rule } from '../rules/rule.ts';
import { DocumentSchemas } from '../schema/document-schemas.ts';
import { Checker } from './checker.ts';
import { type Content, problemOf } from './content.ts';
import { coverageOf, type RecordCoverage } from './coverage.ts';
import { debugText } from './debug-text.ts';
import { defectMessage, type OnDefect } from './defect.ts';
import { DependencyTracker } from './dependency-tracker.ts';
import { type DocumentParser, documentParser } from './document-parser.ts';
import { Emitter } from './emitter.ts';
import type { Clock, Disposable } from './environment.ts';
import type { DocumentFacts, PlacedReference } from './extract-facts.ts';
import { FactsView, type ViewSource } from './facts-view.ts';
import { CLOCK_KEY, fileKey, UNREAD_KEY } from './keys.ts';
import { LogIndex } from './log-index.ts';
import { NO_FACTS, readGuarded } from './read-document.ts';
import { referencesTo } from './references-to.ts';
import { sameData } from './same-data.ts';

export interface LogOptions {
	/** The URI of the log's folder. */
	readonly root: string;
	readonly configuration?: Configuration;
	readonly clock: Clock;
	/** Without any, those of `rules/index.ts`. */
	readonly rules?: readonly Rule[];
	/** Defaults to that of `parse/`. */
	readonly parser?: DocumentParser;
	/** Whether there is a file at a URI that is no document of this log. Without it there are no others. */
	readonly isFile?: (uri: string) => boolean;
	/** Called for each error in reading or checking a document, which is a finding of `internal/error` as well. */
	readonly onDefect?: OnDefect;
	/** What was thrown while the log's configuration was read: the finding is at the configuration document. */
	readonly configurationError?: { readonly error: unknown } | undefined;
	/** Where to count from: a log that takes another's place goes on with its count. */
	readonly revision?: number;
}

interface Entry {
	readonly document: LogDocument;
	readonly content: Content;
	readonly definitions: readonly Definition[];
}

interface Checked {
	readonly findings: readonly Finding[];
	/** False once something that they rest on has changed: then they are asked for again when somebody wants them. */
	current: boolean;
}

/**
 * The documents of one log, what they tell one another, and their findings. An edit replaces the facts of one document;
 * those whose rules have read a fact that is another now are checked again when they are asked for, and nobody else.
 * So an edit costs the same in a log of a hundred documents and of ten thousand. All URIs are as `normalUri` spells them.
 */
export class Log {
	readonly root: string;
	readonly configuration: Configuration;
	/** For hovers, pictures and everything else that asks anew each time. */
	readonly view: LogView;

	readonly #entries = new Map<string, Entry>();
	readonly #facts = new LogIndex();
	readonly #dependencies = new DependencyTracker();
	readonly #checked = new Map<string, Checked>();
	readonly #viewSource: ViewSource;
	readonly #checker: Checker;
	readonly #parser: DocumentParser;
	readonly #onDefect: OnDefect;
	readonly #configurationError: LogOptions['configurationError'];
	readonly #listeners = new Emitter<readonly string[]>();
	#unread: readonly UnreadEntry[] = [];
	#revision: number;

	constructor(options: LogOptions) {
		const { root, clock, configuration = DEFAULT_CONFIGURATION, rules = allRules, isFile } = options;
		this.root = root;
		this.configuration = configuration;
		this.#revision = options.revision ?? 0;
		this.#viewSource = {
			configuration,
			schemas: new DocumentSchemas(configuration.fields),
			clock,
			facts: this.#facts,
			isFile: uri => this.#entries.has(uri) || (isFile?.(uri) ?? false),
			unread: () => this.#unread,
		};
		this.view = new FactsView(this.#viewSource, () => undefined);
		this.#parser = options.parser ?? documentParser;
		this.#onDefect = options.onDefect ?? (() => undefined);
		this.#configurationError = options.configurationError;
		this.#checker = new Checker(rules, configuration, root, defect => this.#onDefect(defect));
	}

	/** Grows with every change. */
	get revision(): number {
		return this.#revision;
	}

	/** Tells, after each change, of which documents the findings may be others now, removed ones included. */
	onDidChange(listener: (uris: readonly string[]) => void): Disposable {
		return this.#listeners.subscribe(listener);
	}

	/** Adds a document, or replaces it. */
	set(uri: string, content: Content, kind: DocumentKind): void {
		const old = this.#entries.get(uri);
		if (old && old.document.kind === kind && sameData(old.content, content)) {
			return;
		}
		const text = typeof content === 'string' ? content : '';
		const source: Source = { uri, text, kind, configuration: this.configuration };
		this.#store(source, content, () => {
			const parsed = this.#parser.parse(source);
			return typeof content === 'string' ? parsed : { ...parsed, problems: [problemOf(content)] };
		});
	}

	/** Adds a document that another log has read with a configuration that reads it the same. */
	adopt(document: LogDocument, content: Content): void {
		const { uri, text, kind } = document;
		this.#store({ uri, text, kind, configuration: this.configuration }, content, () => document);
	}

	#store(source: Source, content: Content, read: () => LogDocument): void {
		const { uri } = source;
		const readAll = () => {
			if (source.kind === 'configuration' && this.#configurationError) {
				throw this.#configurationError.error;
			}
			return read();
		};
		const { document, published } = readGuarded(source, this.#parser, readAll, error => {
			this.#onDefect({ error, uri, step: 'read' });
			return defectMessage({ error, uri, step: 'read' }, this.root);
		});
		const isNew = !this.#entries.has(uri);
		this.#entries.set(uri, { document, content, definitions: published.definitions });
		this.#updateFacts(uri, published, isNew);
	}

	delete(uri: string): void {
		if (this.#entries.delete(uri)) {
			this.#dependencies.remove(uri);
			this.#checked.delete(uri);
			this.#updateFacts(uri, NO_FACTS, true);
		}
	}

	#updateFacts(uri: string, published: DocumentFacts, comesOrGoes: boolean): void {
		const keys = new Set(this.#facts.update(uri, published));
		if (comesOrGoes) {
			keys.add(fileKey(uri));
		}
		this.#invalidate(keys, [uri]);
	}

	/** To be told when a file that is no document of this log has come or gone: there may be links to it. */
	fileCreatedOrDeleted(uri: string): void {
		this.#invalidate([fileKey(uri)], []);
	}

	/** To be told when time has passed: rules that compare with "now" are asked again. */
	invalidateClock(): void {
		this.#invalidate([CLOCK_KEY], []);
	}

	/** The parts of the log's folder that were not read: rules report them at the configuration. */
	get unread(): readonly UnreadEntry[] {
		return this.#unread;
	}

	setUnread(unread: readonly UnreadEntry[]): void {
		if (!sameData(this.#unread, unread)) {
			this.#unread = unread;
			this.#invalidate([UNREAD_KEY], []);
		}
	}

	/** To be told when anything may be otherwise in the world outside: everything is asked again. */
	invalidateAll(): void {
		this.#invalidate([], [...this.#entries.keys()]);
	}

	#invalidate(keys: Iterable<string>, uris: readonly string[]): void {
		const affected = new Set([...uris, ...this.#dependencies.dependents(keys)]);
		if (affected.size === 0) {
			return;
		}
		for (const uri of affected) {
			const checked = this.#checked.get(uri);
			if (checked) {
				checked.current = false;
			}
		}
		this.#revision++;
		this.#listeners.fire([...affected]);
	}

	document(uri: string): LogDocument | undefined {
		return this.#entries.get(uri)?.document;
	}

	get size(): number {
		return this.#entries.size;
	}

	documents(): readonly LogDocument[] {
		return [...this.#entries.values()].map(entry => entry.document);
	}

	/** What a document was set to. */
	content(uri: string): Content | undefined {
		return this.#entries.get(uri)?.content;
	}

	/** In order of place. As long as nothing changes it is the same array, also after a check that found the same again. */
	findings(uri: string): readonly Finding[] {
		const document = this.document(uri);
		if (!document) {
			return [];
		}
		const before = this.#checked.get(uri);
		if (before?.current) {
			return before.findings;
		}
		const keys = new Set<string>();
		const fresh = this.#checker.check(document, new FactsView(this.#viewSource, key => keys.add(key)));
		this.#dependencies.record(uri, keys);
		const findings = before && sameData(before.findings, fresh) ? before.findings : fresh;
		this.#checked.set(uri, { findings, current: true });
		return findings;
	}

	/** As `findings`, but all of them, however many a rule has: what is fixed does not depend on what is listed. */
	everyFinding(uri: string): readonly Finding[] {
		const document = this.document(uri);
		return document ? this.#checker.check(document, this.view, Number.POSITIVE_INFINITY) : [];
	}

	/** What was understood of each incident record and postmortem, in no particular order. */
	coverage(): RecordCoverage[] {
		return this.documents().flatMap(document => coverageOf(document, this.configuration) ?? []);
	}

	/** What a document defines; of a bulletin the bulletin itself first, then its entries in page order. */
	definitionsOf(uri: string): readonly Definition[] {
		return this.#entries.get(uri)?.definitions ?? [];
	}

	/** Every place that names an incident, postmortem or bulletin, by file and place. */
	referencesTo(definition: Definition): readonly PlacedReference[] {
		return referencesTo(definition, this.#facts, this.view);
	}

	/** The facts as readable text, one a line: for tests and for whoever looks for a defect. */
	debugText(): string {
		return debugText(this.#facts);
	}
}
