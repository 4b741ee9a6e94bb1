import type { Configuration } from '../core/configuration.ts';
import type { DocumentKind } from '../core/document-kind.ts';
import type { LogDocument, Source } from '../parse/model/document.ts';
import { type Content, problemOf } from './content.ts';
import { defectMessage, type OnDefect } from './defect.ts';
import type { DocumentParser } from './document-parser.ts';
import { readGuarded } from './read-document.ts';
import { Recent } from './recent.ts';
import { type DocumentText, type StoredDocument, textOf } from './stored-document.ts';

interface DocumentsOptions {
	/** The URI of the log root, for messages. */
	readonly root: string;
	readonly configuration: Configuration;
	readonly parser: DocumentParser;
	readonly onDefect: OnDefect;
	/** The exception while reading the configuration, which is reported at its document. */
	readonly configurationError: { readonly error: unknown } | undefined;
	/** Whether the tree of a document is kept. */
	readonly isPinned: (uri: string) => boolean;
}

/**
 * The documents of a log. Their texts and facts are kept, and only the trees of recently used and of pinned documents: a
 * tree is a function of the text, and is parsed again on demand.
 */
export class Documents {
	readonly #options: DocumentsOptions;
	readonly #stored = new Map<string, StoredDocument>();
	readonly #trees: Recent<LogDocument>;
	readonly #texts: Recent<DocumentText>;

	constructor(options: DocumentsOptions) {
		this.#options = options;
		this.#trees = new Recent(options.isPinned);
		this.#texts = new Recent(() => false);
	}

	get size(): number {
		return this.#stored.size;
	}

	/** In the order in which the documents were added. */
	get uris(): Iterable<string> {
		return this.#stored.keys();
	}

	all(): readonly StoredDocument[] {
		return [...this.#stored.values()];
	}

	has(uri: string): boolean {
		return this.#stored.has(uri);
	}

	get(uri: string): StoredDocument | undefined {
		return this.#stored.get(uri);
	}

	/** Reads a document, and adds or replaces it. */
	read(uri: string, content: Content, kind: DocumentKind): StoredDocument {
		const { root, parser, configurationError, onDefect } = this.#options;
		const source = this.#source(uri, content, kind);
		const parse = () => {
			if (kind === 'configuration' && configurationError) {
				throw configurationError.error;
			}
			return this.#parse(source, content);
		};
		let isFailed = false;
		const { document, facts } = readGuarded(source, parser, parse, error => {
			isFailed = true;
			onDefect({ error, uri, step: 'read' });
			return defectMessage({ error, uri, step: 'read' }, root);
		});
		const { format, dialect } = document;
		const stored = { uri, kind, format, dialect, content, facts, failed: isFailed ? document : undefined };
		this.#put(stored);
		this.#trees.set(uri, document, source.text.length);
		return stored;
	}

	/** Adds or replaces a document that another log has read. */
	adopt(document: StoredDocument): void {
		this.#put(document);
	}

	/** Returns false if there was no document. */
	delete(uri: string): boolean {
		this.#trees.delete(uri);
		this.#texts.delete(uri);
		return this.#stored.delete(uri);
	}

	/** The document with its tree. */
	parsed(uri: string): LogDocument | undefined {
		const stored = this.#stored.get(uri);
		if (stored === undefined || stored.failed) {
			return stored?.failed;
		}
		const known = this.#trees.get(uri);
		if (known) {
			return known;
		}
		const source = this.#source(uri, stored.content, stored.kind);
		const document = this.#parse(source, stored.content);
		this.#trees.set(uri, document, source.text.length);
		return document;
	}

	/** The text of a document. */
	text(uri: string): DocumentText | undefined {
		const stored = this.#stored.get(uri);
		const known = stored && (this.#trees.get(uri) ?? this.#texts.get(uri));
		if (stored === undefined || known) {
			return known;
		}
		const text = textOf(stored);
		this.#texts.set(uri, text, text.text.length);
		return text;
	}

	#put(stored: StoredDocument): void {
		this.#trees.delete(stored.uri);
		this.#texts.delete(stored.uri);
		this.#stored.set(stored.uri, stored);
	}

	#source(uri: string, content: Content, kind: DocumentKind): Source {
		const { configuration } = this.#options;
		return { uri, text: typeof content === 'string' ? content : '', kind, configuration };
	}

	#parse(source: Source, content: Content): LogDocument {
		const parsed = this.#options.parser.parse(source);
		return typeof content === 'string' ? parsed : { ...parsed, problems: [problemOf(content)] };
	}
}
