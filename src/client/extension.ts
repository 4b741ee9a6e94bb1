import type { ExtensionContext, WebviewPanel } from 'vscode';
import { commands, window } from 'vscode';
import { onLogPresent } from './log-presence.ts';
import { PREVIEW_TYPE } from './preview/preview-type.ts';
import type { Session } from './session.ts';

/** What `activate` returns: for tests, which must see that nothing runs where there is no log. */
export interface ExtensionApi {
	/** True once the language server was started. */
	readonly running: boolean;
}

/**
 * VS Code activates the extension wherever a Markdown or YAML file is opened, since a log may begin with that file. Only
 * this function and the search for a log run then. `startSession` loads everything else, and is called once: when there
 * is a log or the preview is asked for.
 */
export function activateExtension(context: ExtensionContext, startSession: () => Promise<Session>): ExtensionApi {
	let session: Promise<Session> | undefined;
	const start = () => {
		session ??= startSession();
		return session;
	};
	context.subscriptions.push(
		onLogPresent(() => void start()),
		commands.registerCommand('incidentLog.openPreviewToSide', async () => (await start()).preview.open()),
		window.registerWebviewPanelSerializer(PREVIEW_TYPE, {
			deserializeWebviewPanel: async (panel: WebviewPanel, state: unknown) =>
				(await start()).preview.restore(panel, state),
		}),
		{ dispose: () => void session?.then(running => running.stop()) },
	);
	return {
		get running() {
			return session !== undefined;
		},
	};
}
