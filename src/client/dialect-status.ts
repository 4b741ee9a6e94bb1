import { Disposable, type LanguageStatusItem, languages, window } from 'vscode';
import { LatestOnly } from './latest-only.ts';
import type { LogServer } from './log-server.ts';

const ID = 'incidentLog.dialect';
/** Milliseconds. A dialect changes rarely; a log changes with every key. */
const PAUSE = 100;

/**
 * Says beside the language of the active editor by which other tool's dialect its record is read. There is no item where
 * that is the native one, or no record.
 */
export function showDialect(server: LogServer): Disposable {
	let shown: { readonly name: string; readonly item: LanguageStatusItem } | undefined;
	let over = false;
	const hide = () => {
		shown?.item.dispose();
		shown = undefined;
	};
	const show = new LatestOnly(async () => {
		const document = window.activeTextEditor?.document;
		const dialect = document && (await server.kind(document.uri))?.dialect;
		if (over || dialect?.name === shown?.name) {
			return;
		}
		hide();
		if (dialect) {
			const item = languages.createLanguageStatusItem(ID, [{ language: 'markdown' }, { language: 'yaml' }]);
			item.name = 'Dialect of the Incident Log';
			item.text = `${dialect.title} log`;
			item.detail = `read as ${dialect.title}; \`dialect: ${dialect.name}\` in incident-log.yaml states it`;
			shown = { name: dialect.name, item };
		}
	}, PAUSE);
	const run = () => show.request();
	run();
	return Disposable.from(
		server.onDidChangeLog(run),
		window.onDidChangeActiveTextEditor(run),
		new Disposable(() => {
			over = true;
			hide();
		}),
	);
}
