import type { ReferencesRequest } from 'vscode-languageserver-protocol';
import type { Location } from 'vscode-languageserver-types';
import type { Definition } from '../core/definition.ts';
import { documentFeature } from './feature.ts';
import { locationIn } from './positions.ts';
import { subjectAt } from './subject.ts';

/** Every place that names the incident under the cursor, in whatever form: fields, links, bare ids, dated mentions. */
export const references = documentFeature<typeof ReferencesRequest>({
	method: 'textDocument/references',
	capabilities: { referencesProvider: true },
	handle: ({ document, log }, { position, context }): Location[] => {
		const definitions = subjectAt({ document, log }, document.lines.offsetAt(position))?.definitions ?? [];
		const declared = context.includeDeclaration ? definitions : [];
		const places = [...declared, ...definitions.flatMap(definition => placesNaming(definition))];
		const seen = new Set<string>();
		return places.flatMap(({ uri, range }) => {
			const key = `${uri} ${range.start} ${range.end}`;
			if (seen.has(key)) {
				return [];
			}
			seen.add(key);
			return locationIn(log, uri, range) ?? [];
		});

		function placesNaming(definition: Definition) {
			return log.referencesTo(definition).map(({ uri, reference }) => ({ uri, range: reference.range }));
		}
	},
});
