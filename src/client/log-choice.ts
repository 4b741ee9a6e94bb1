import { type QuickPickItem, Uri, window, workspace } from 'vscode';
import { isWithin, normalUri } from '../core/uri/uri.ts';
import type { LogsResult } from '../server/protocol.ts';
import { askForLog } from './ask-for-log.ts';
import type { LogServer } from './log-server.ts';

type LogRoot = LogsResult[number];

/**
 * The root of the log that a command is about: that of the active editor, the only one, or the one that the user chooses.
 * Without a log, offers to start one. Undefined after Escape.
 */
export async function chooseLog(server: LogServer): Promise<Uri | undefined> {
	const logs = await server.logs();
	if (logs.length === 0) {
		await askForLog();
		return undefined;
	}
	const root = logs.length === 1 ? logs[0]?.root : (rootInFront(logs) ?? (await askForRoot(logs)));
	return root === undefined ? undefined : Uri.parse(root);
}

function rootInFront(logs: readonly LogRoot[]): string | undefined {
	const { uri } = window.activeTextEditor?.document ?? {};
	const file = uri && normalUri(uri.toString());
	const roots = logs.map(({ root }) => root).filter(root => file !== undefined && isWithin(root, file));
	// The innermost of nested logs.
	return roots.toSorted((one, other) => other.length - one.length)[0];
}

async function askForRoot(logs: readonly LogRoot[]): Promise<string | undefined> {
	const items = logs.map(({ root, title }): QuickPickItem & Pick<LogRoot, 'root'> => ({
		root,
		label: `$(notebook) ${title}`,
		description: workspace.asRelativePath(Uri.parse(root)),
	}));
	return (await window.showQuickPick(items, { title: 'Incident Log', placeHolder: 'The log' }))?.root;
}
