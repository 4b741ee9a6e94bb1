import { looksLikeDialect } from '../parse/dialects/detection.ts';
import type { Dialect } from '../parse/dialects/dialect.ts';
import type { LogDocument, Source } from '../parse/model/document.ts';
import { parseDocument } from '../parse/parse-document.ts';

/**
 * The functions of the parser that receive the text of files. They do not throw, but a defect in them must not end the
 * reading of other files: tests inject a parser that fails.
 */
export interface DocumentParser {
	parse(source: Source): LogDocument;
	/** Returns true if a text has properties that only records of a dialect have. */
	looksLikeDialect(dialect: Dialect, text: string): boolean;
}

export const documentParser: DocumentParser = { parse: parseDocument, looksLikeDialect };
