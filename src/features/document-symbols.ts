import type { DocumentSymbolRequest } from 'vscode-languageserver-protocol';
import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import type { Definition } from '../core/definition.ts';
import type { Range } from '../core/range.ts';
import type { LogDocument } from '../parse/model/document.ts';
import { documentFeature } from './feature.ts';
import { toLspRange } from './positions.ts';

/** The incident or postmortem of a record, or the entries of a bulletin. */
export const documentSymbols = documentFeature<typeof DocumentSymbolRequest>({
	method: 'textDocument/documentSymbol',
	capabilities: { documentSymbolProvider: true },
	handle: ({ document, log }): DocumentSymbol[] => {
		const rangeOf = ranges(document);
		return log
			.definitionsOf(document.uri)
			.filter(({ kind }) => kind !== 'bulletin')
			.map(definition => {
				const whole = rangeOf(definition);
				return {
					name: definition.title.trim() || definition.id,
					detail: definition.startText ?? definition.date ?? '',
					kind: symbolKind(definition),
					range: toLspRange(document, whole),
					selectionRange: toLspRange(document, within(definition.range, whole)),
				};
			});
	},
});

/** An incident is an event; a postmortem is a file. */
export function symbolKind({ kind }: Definition): SymbolKind {
	return kind === 'incident' ? SymbolKind.Event : SymbolKind.File;
}

/** The full range of a definition: of an incident its record or entry, otherwise the document. */
function ranges({ incidents, text }: LogDocument): (definition: Definition) => Range {
	const byId = new Map(incidents.map(({ id, idRange, range }) => [`${idRange.start} ${id}`, range]));
	return ({ id, range }) => byId.get(`${range.start} ${id}`) ?? { start: 0, end: text.length };
}

/** The protocol requires that `selectionRange` is in `range`. */
function within(range: Range, whole: Range): Range {
	return range.start >= whole.start && range.end <= whole.end ? range : { start: whole.start, end: whole.start };
}
