import type { ExtensionContext, WebviewPanel } from 'vscode';
import { commands, lm, window } from 'vscode';
import { TOOL_NAMES } from '../server/protocol.ts';
import { COMMANDS } from './commands.ts';
import { onLogPresent } from './log-presence.ts';
import { PREVIEW_TYPE } from './preview/preview-type.ts';
import type { ClientSession } from './session.ts';

/** The result of `activate`, for tests. */
export interface ExtensionApi {
	/** Whether the language server was started. */
	readonly running: boolean;
}

/**
 * Activates the extension. VS Code calls it when a Markdown or YAML file is opened, since this file can be part of a log.
 * Without a log, only this function and the search for a log run. `startSession` loads everything else, and is called once:
 * when a log is found or a command is run.
 */
export function activateExtension(context: ExtensionContext, startSession: () => Promise<ClientSession>): ExtensionApi {
	let session: Promise<ClientSession> | undefined;
	const start = () => {
		session ??= startSession();
		return session;
	};
	context.subscriptions.push(
		onLogPresent(() => void start()),
		...COMMANDS.map(name =>
			commands.registerCommand(`incidentLog.${name}`, async (argument?: unknown) =>
				(await start()).commands[name](argument),
			),
		),
		...TOOL_NAMES.map(name =>
			lm.registerTool(`incident-log_${name}`, {
				invoke: async ({ input }) => (await start()).runTool(name, input),
			}),
		),
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
