import { DEFAULT_CONFIGURATION } from '../../src/core/configuration.ts';
import type { DocumentKind } from '../../src/core/document-kind.ts';
import type { LogDocument } from '../../src/parse/model/document.ts';
import { parseDocument } from '../../src/parse/parse-document.ts';

/** Reads a text as a file of a log in New York. */
export function parse(kind: DocumentKind, name: string, text: string): LogDocument {
	const configuration = { ...DEFAULT_CONFIGURATION, timeZone: 'America/New_York', timeZoneStated: true };
	return parseDocument({ uri: `file:///log/${kind}s/${name}`, text, kind, configuration });
}

/** The text that something of a document stands on. */
export function textAt(
	document: LogDocument,
	place: { readonly start: number; readonly end: number } | undefined,
): string {
	return document.text.slice(place?.start, place?.end);
}
