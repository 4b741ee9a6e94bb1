import type { DefinitionRequest } from 'vscode-languageserver-protocol';
import type { Location } from 'vscode-languageserver-types';
import { documentFeature } from './feature.ts';
import { locationIn } from './positions.ts';
import { otherFileOf, subjectAt } from './subject.ts';

const FILE_START = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/**
 * From a reference to the definition of its incident: one location, or several if the reference is ambiguous. From a wiki
 * link to a file that is not a record: the start of the file.
 */
export const definition = documentFeature<typeof DefinitionRequest>({
	method: 'textDocument/definition',
	capabilities: { definitionProvider: true },
	handle: ({ document, log }, { position }): Location[] => {
		const subject = subjectAt({ document, log }, document.lines.offsetAt(position));
		const otherFile =
			subject?.reference && subject.definitions.length === 0 ? otherFileOf(subject.reference, log) : undefined;
		if (otherFile !== undefined) {
			return [{ uri: otherFile, range: FILE_START }];
		}
		return (subject?.definitions ?? []).flatMap(({ uri, range }) => locationIn(log, uri, range) ?? []);
	},
});
