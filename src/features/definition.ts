import type { DefinitionRequest } from 'vscode-languageserver-protocol';
import type { Location } from 'vscode-languageserver-types';
import { documentFeature } from './feature.ts';
import { locationIn } from './positions.ts';
import { subjectAt } from './subject.ts';

/** From a reference to the definition of its incident: one location, or several if the reference is ambiguous. */
export const definition = documentFeature<typeof DefinitionRequest>({
	method: 'textDocument/definition',
	capabilities: { definitionProvider: true },
	handle: ({ document, log }, { position }): Location[] => {
		const subject = subjectAt({ document, log }, document.lines.offsetAt(position));
		return (subject?.definitions ?? []).flatMap(({ uri, range }) => locationIn(log, uri, range) ?? []);
	},
});
