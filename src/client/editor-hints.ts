import { commands, type Disposable, type InlayHint, Uri, workspace } from 'vscode';
import type { BaseLanguageClient, Location, Middleware, Position } from 'vscode-languageclient';
import { type HintKind, SHOW_REFERENCES } from '../server/protocol.ts';

const isEnabled = (name: string) => workspace.getConfiguration('incidentLog').get<boolean>(name) !== false;

/** Leaves out code lenses and inlay hints that the settings disable. */
export const hintMiddleware: Middleware = {
	provideCodeLenses: (document, token, next) => (isEnabled('codeLens.enabled') ? next(document, token) : []),
	provideInlayHints: async (document, range, token, next) =>
		(await next(document, range, token))?.filter((hint: InlayHint & { readonly data?: { readonly kind: HintKind } }) =>
			isEnabled(`inlayHints.${hint.data?.kind}`),
		),
};

/** Registers the command of code lenses, which shows locations at a position. */
export function showReferencesCommand({ protocol2CodeConverter: converter }: BaseLanguageClient): Disposable {
	return commands.registerCommand(SHOW_REFERENCES, (uri: string, position: Position, locations: readonly Location[]) =>
		commands.executeCommand(
			'editor.action.showReferences',
			Uri.parse(uri),
			converter.asPosition(position),
			locations.map(location => converter.asLocation(location)),
		),
	);
}
