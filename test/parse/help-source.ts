import { DEFAULT_CONFIGURATION } from '../../src/core/configuration.ts';
import type { DocumentKind } from '../../src/core/document-kind.ts';
import type { Range } from '../../src/core/range.ts';
import type { LogDocument } from '../../src/parse/model/document.ts';
import { parseDocument } from '../../src/parse/parse-document.ts';

/** Parses a text as a file of a log in New York. */
export function parse(kind: DocumentKind, name: string, text: string): LogDocument {
	const configuration = { ...DEFAULT_CONFIGURATION, timeZone: 'America/New_York', isTimeZoneStated: true };
	return parseDocument({ uri: `file:///log/${kind}s/${name}`, text, kind, configuration });
}

/** Returns the text of a range of a document. */
export function textAt(document: LogDocument, range: Range | undefined): string {
	return document.text.slice(range?.start, range?.end);
}
