import { Disposable, type LanguageStatusItem, languages, window } from 'vscode';
import { LatestOnly } from './latest-only.ts';
import type { LogServer } from './log-server.ts';

const ID = 'incidentLog.dialect';
/** Milliseconds between updates. A log changes with every key, but the dialect rarely does. */
const PAUSE_MS = 100;

/**
 * Shows the dialect of the active editor's record in the language status. There is no item for native records and for other
 * files.
 */
export function showDialect(server: LogServer): Disposable {
	let shown: { readonly name: string; readonly item: LanguageStatusItem } | undefined;
	let isDisposed = false;
	const hide = () => {
		shown?.item.dispose();
		shown = undefined;
	};
	const show = new LatestOnly(async () => {
		const document = window.activeTextEditor?.document;
		const dialect = document && (await server.kind(document.uri))?.dialect;
		if (isDisposed || dialect?.name === shown?.name) {
			return;
		}
		hide();
		if (dialect) {
			const item = languages.createLanguageStatusItem(ID, [{ language: 'markdown' }, { language: 'yaml' }]);
			item.name = 'Dialect of the Incident Log';
			item.text = `Dialect: ${dialect.title}`;
			item.detail = `Set \`dialect: ${dialect.name}\` in incident-log.yaml to read all records in this dialect.`;
			shown = { name: dialect.name, item };
		}
	}, PAUSE_MS);
	const run = () => show.request();
	run();
	return Disposable.from(
		server.onDidChangeLog(run),
		window.onDidChangeActiveTextEditor(run),
		new Disposable(() => {
			isDisposed = true;
			hide();
		}),
	);
}
