import type { DocumentFormat, DocumentKind } from '../core/document-kind.ts';
import { withLineFeeds } from '../core/line-breaks.ts';
import { LineIndex } from '../core/line-index.ts';
import type { LogDocument } from '../parse/model/document.ts';
import type { Content } from './content.ts';
import type { DocumentFacts } from './extract-facts.ts';

/** A document of a log without its tree, which takes some ten times the memory of the text. The same object while it is unchanged. */
export interface StoredDocument {
	readonly uri: string;
	readonly kind: DocumentKind;
	readonly format: DocumentFormat;
	/** The name of the dialect in which it was read. */
	readonly dialect: string;
	/** What the document was set to. */
	readonly content: Content;
	readonly facts: DocumentFacts;
	/** The tree of a document that could not be read because of an internal error. It is not parsed again. */
	readonly failed: LogDocument | undefined;
}

/** The text of a document, for conversions of positions. */
export interface DocumentText {
	/** With `\n` at the end of each line. */
	readonly text: string;
	readonly lines: LineIndex;
}

export function textOf({ content, failed }: StoredDocument): DocumentText {
	const text = failed?.text ?? (typeof content === 'string' ? withLineFeeds(content) : '');
	return { text, lines: new LineIndex(text) };
}
