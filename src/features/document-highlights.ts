import type { DocumentHighlightRequest } from 'vscode-languageserver-protocol';
import { type DocumentHighlight, DocumentHighlightKind } from 'vscode-languageserver-types';
import { documentFeature } from './feature.ts';
import { toLspRange } from './positions.ts';
import { subjectAt } from './subject.ts';

/** The definition and all references of the incident at the cursor, in the document. */
export const documentHighlights = documentFeature<typeof DocumentHighlightRequest>({
	method: 'textDocument/documentHighlight',
	capabilities: { documentHighlightProvider: true },
	emptyResult: [],
	handle: ({ document, log }, { position }): DocumentHighlight[] => {
		const definitions = subjectAt({ document, log }, document.lines.offsetAt(position))?.definitions ?? [];
		const found = new Map<string, DocumentHighlight>();
		const add = (range: { readonly start: number; readonly end: number }, kind: DocumentHighlightKind) => {
			const key = `${range.start} ${range.end}`;
			if (range.end > range.start && !found.has(key)) {
				found.set(key, { range: toLspRange(document, range), kind });
			}
		};
		for (const definition of definitions) {
			if (definition.uri === document.uri) {
				add(definition.range, DocumentHighlightKind.Write);
			}
			for (const { uri, reference } of log.referencesTo(definition)) {
				if (uri === document.uri) {
					add(reference.range, DocumentHighlightKind.Read);
				}
			}
		}
		return [...found.values()];
	},
});
