import type { WorkspaceSymbolRequest } from 'vscode-languageserver-protocol';
import type { SymbolInformation } from 'vscode-languageserver-types';
import { symbolKind } from './document-symbols.ts';
import { workspaceFeature } from './feature.ts';
import { isSubsequence, newestFirst } from './newest.ts';
import { locationIn } from './positions.ts';

/** Maximum number of symbols. The editor repeats the request as the user types. */
const MAX_SYMBOLS = 200;

/** Incidents, postmortems and bulletins of all logs, by title and id. */
export const workspaceSymbols = workspaceFeature<typeof WorkspaceSymbolRequest>({
	method: 'workspace/symbol',
	capabilities: { workspaceSymbolProvider: true },
	emptyResult: [],
	handle: (session, { query }): SymbolInformation[] => {
		const typed = query.toLowerCase();
		const found = [...session.logs()].flatMap(log =>
			log.documents().flatMap(({ uri }) =>
				log
					.definitionsOf(uri)
					.filter(({ id, title }) => isSubsequence(typed, `${title} ${id}`.toLowerCase()))
					.map(definition => ({ log, definition })),
			),
		);
		return found
			.sort((a, b) => newestFirst(a.definition, b.definition))
			.slice(0, MAX_SYMBOLS)
			.flatMap(({ log, definition }) => {
				const location = locationIn(log, definition.uri, definition.range);
				const { title, id } = definition;
				return location ? [{ name: title, containerName: id, kind: symbolKind(definition), location }] : [];
			});
	},
});
