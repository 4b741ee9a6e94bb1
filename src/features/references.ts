import type { ReferencesRequest } from 'vscode-languageserver-protocol';
import type { Location } from 'vscode-languageserver-types';
import type { Definition } from '../core/definition.ts';
import { documentFeature } from './feature.ts';
import { locationIn } from './positions.ts';
import { subjectAt } from './subject.ts';

/** All references to the incident at the cursor: fields, links, ids in text, and dated mentions. */
export const references = documentFeature<typeof ReferencesRequest>({
	method: 'textDocument/references',
	capabilities: { referencesProvider: true },
	handle: ({ document, log }, { position, context }): Location[] => {
		const definitions = subjectAt({ document, log }, document.lines.offsetAt(position))?.definitions ?? [];
		const declarations = context.includeDeclaration ? definitions : [];
		const ranges = [...declarations, ...definitions.flatMap(definition => rangesOfReferences(definition))];
		const seen = new Set<string>();
		return ranges.flatMap(({ uri, range }) => {
			const key = `${uri} ${range.start} ${range.end}`;
			if (seen.has(key)) {
				return [];
			}
			seen.add(key);
			return locationIn(log, uri, range) ?? [];
		});

		function rangesOfReferences(definition: Definition) {
			return log.referencesTo(definition).map(({ uri, reference }) => ({ uri, range: reference.range }));
		}
	},
});
