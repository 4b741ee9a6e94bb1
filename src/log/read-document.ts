import type { Configuration } from '../core/configuration.ts';
import { LineIndex } from '../core/line-index.ts';
import { formatOf } from '../core/uri/file-name.ts';
import { native } from '../parse/dialects/index.ts';
import type { LogDocument, Source } from '../parse/model/document.ts';
import { readingProblem } from '../rules/internal/error.ts';
import type { DocumentParser } from './document-parser.ts';
import { type DocumentFacts, extractFacts } from './extract-facts.ts';

/** A document with its facts. */
export interface ReadDocument {
	readonly document: LogDocument;
	readonly facts: DocumentFacts;
}

export const NO_FACTS: DocumentFacts = {
	definitions: [],
	definitionFacts: [],
	references: [],
	spellings: [],
	shapes: [],
	dialectFit: undefined,
	coverage: undefined,
};

/**
 * Reads a document and extracts its facts. If either throws, the document is read as an empty file with one problem: it
 * keeps the id of its name, so that references to it are resolved, and has no invalid offsets. `describe` is called
 * with the first error and returns its message.
 */
export function readGuarded(
	source: Source,
	parser: DocumentParser,
	read: () => LogDocument,
	describe: (error: unknown) => string,
): ReadDocument {
	const { configuration } = source;
	const first = attempt(read, configuration);
	if ('document' in first) {
		return first;
	}
	const problems = [readingProblem(describe(first.error))];
	const second = attempt(() => ({ ...parser.parse({ ...source, text: '' }), problems }), configuration);
	return 'document' in second ? second : { document: { ...blank(source), problems }, facts: NO_FACTS };
}

function attempt(read: () => LogDocument, configuration: Configuration): ReadDocument | { readonly error: unknown } {
	try {
		const document = read();
		return { document, facts: extractFacts(document, configuration) };
	} catch (error) {
		return { error };
	}
}

/** A document created without the parser. */
function blank({ uri, kind }: Source): LogDocument {
	return {
		uri,
		kind,
		format: formatOf(uri),
		dialect: native.name,
		text: '',
		lines: new LineIndex(''),
		lineBreak: '\n',
		problems: [],
		data: undefined,
		yaml: undefined,
		body: undefined,
		incidents: [],
		postmortem: undefined,
		bulletin: undefined,
		notUnderstood: [],
		references: [],
		suppressions: [],
	};
}
