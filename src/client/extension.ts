import type { ExtensionContext, WebviewPanel } from 'vscode';
import { commands, window } from 'vscode';
import { onLogPresent } from './log-presence.ts';
import type { ServerThread, Session } from './session.ts';

/** What `activate` returns: for tests, which must see that nothing runs where there is no log. */
export interface ExtensionApi {
	/** True once the language server was started. */
	readonly running: boolean;
}

export const PREVIEW_TYPE = 'incidentLog.preview';

/**
 * VS Code activates the extension wherever a Markdown or YAML file is opened, since a log may begin with that file.
 * Nothing but this function runs then: all else waits, unloaded, until there is a log or the preview is asked for.
 */
export function activateExtension(context: ExtensionContext, startThread: () => ServerThread): ExtensionApi {
	let session: Promise<Session> | undefined;
	const start = () => {
		session ??= import('./session.ts').then(({ startSession }) => startSession(context, startThread()));
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
