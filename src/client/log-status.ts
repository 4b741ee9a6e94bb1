import {
	commands,
	Disposable,
	type QuickPickItem,
	StatusBarAlignment,
	type StatusBarItem,
	ThemeColor,
	Uri,
	window,
	workspace,
} from 'vscode';
import { counted } from '../core/counted.ts';
import type { StatusResult } from '../server/protocol.ts';
import { askForLog } from './ask-for-log.ts';
import { showCoverage, showPlaces } from './coverage-list.ts';
import { uriInFront } from './in-front.ts';
import { LatestOnly } from './latest-only.ts';
import type { LogServer } from './log-server.ts';

type Status = NonNullable<StatusResult>;

/** Milliseconds between updates. A log changes with every key. */
const PAUSE_MS = 500;

/** The status bar item of the log of the active editor, or of the first log, with a menu. Hidden without a log. */
export class LogStatusBar implements Disposable {
	readonly #server: LogServer;
	readonly #item: StatusBarItem;
	readonly #listeners: Disposable;
	#status: StatusResult = null;

	constructor(server: LogServer) {
		this.#server = server;
		this.#item = window.createStatusBarItem('incidentLog.status', StatusBarAlignment.Left, 0);
		this.#item.name = 'Incident Log';
		this.#item.command = 'incidentLog.showLog';
		const update = new LatestOnly(() => this.#update(), PAUSE_MS);
		const run = () => update.request();
		run();
		this.#listeners = Disposable.from(server.onDidChangeLog(run), window.onDidChangeActiveTextEditor(run));
	}

	/** The status of the log of the active editor, or of the first log. */
	async status(): Promise<StatusResult> {
		const uri = uriInFront();
		return uri === undefined ? null : this.#server.status(uri);
	}

	async #update(): Promise<void> {
		this.#status = await this.status();
		const status = this.#status;
		if (status === null) {
			this.#item.hide();
			return;
		}
		this.#item.text = textOf(status);
		this.#item.tooltip = tooltipOf(status);
		this.#item.accessibilityInformation = { label: `Incident Log: ${tooltipOf(status)}`, role: 'button' };
		this.#item.backgroundColor =
			status.mismatch === null ? undefined : new ThemeColor('statusBarItem.warningBackground');
		this.#item.show();
	}

	/** Shows a menu of what the item is about. */
	async showMenu(): Promise<void> {
		const status = await this.status();
		if (status === null) {
			await askForLog();
			return;
		}
		const chosen = await window.showQuickPick(menuOf(status, this.#server), {
			title: `Incident Log: ${status.title}`,
			placeHolder: status.coverage,
		});
		await chosen?.run();
	}

	/** Shows what was understood of the records of a log. */
	async showCoverage(): Promise<void> {
		const status = await this.status();
		await (status === null ? askForLog() : showCoverage(Uri.parse(status.root), status.title, this.#server));
	}

	dispose(): void {
		this.#listeners.dispose();
		this.#item.dispose();
	}
}

/** Number of findings that are problems. Hints are not. */
const problemsOf = ({ problems: { error, warning, info } }: Status) => error + warning + info;

function textOf(status: Status): string {
	const problems = problemsOf(status);
	const parts = [
		problems === 0 ? 'no problems' : counted(problems, 'problem'),
		...(status.records === 0 ? [] : [`${status.started} of ${counted(status.records, 'record')} with a start`]),
	];
	return `$(pulse) ${parts.join(', ')}`;
}

function tooltipOf(status: Status): string {
	const { title, problems, coverage, mismatch, whole, records } = status;
	const counts = [counted(problems.error, 'error'), counted(problems.warning, 'warning'), `${problems.info} info`];
	return [
		title,
		counts.join(', '),
		...(records === 0 ? [] : [`${coverage}; ${whole} wholly understood`]),
		...(mismatch === null ? [] : [mismatch]),
	].join('\n');
}

interface Action extends QuickPickItem {
	readonly run: () => Thenable<unknown> | Promise<unknown>;
}

function menuOf(status: Status, server: LogServer): Action[] {
	const { root, title, records, whole, notUnderstood, dialects, mismatch, configuration } = status;
	const folder = Uri.parse(root);
	const actions: Action[] = [
		{
			label: '$(checklist) Show Coverage',
			description: `${whole} of ${counted(records, 'record')} wholly understood`,
			run: () => showCoverage(folder, title, server),
		},
	];
	if (notUnderstood > 0) {
		actions.push({
			label: '$(question) Show What Was Not Understood',
			description: counted(notUnderstood, 'place'),
			run: () => showPlaces(folder, title, server),
		});
	}
	actions.push({
		label: '$(warning) Show Problems',
		description: tooltipOf(status).split('\n')[1] ?? '',
		run: () => commands.executeCommand('workbench.actions.view.problems'),
	});
	const used = dialects.map(({ title: name, records: count }) => `${name}: ${count}`).join(', ');
	if (configuration === null) {
		actions.push({
			label: '$(gear) Start a Log Here…',
			description: 'no configuration',
			...(used !== '' && { detail: `Dialects of the records: ${used}` }),
			run: () => commands.executeCommand('incidentLog.startLog', folder),
		});
	} else {
		actions.push({
			label: '$(gear) Open Configuration',
			description: workspace.asRelativePath(Uri.parse(configuration)),
			...((mismatch !== null || used !== '') && { detail: mismatch ?? `Dialects of the records: ${used}` }),
			run: () => window.showTextDocument(Uri.parse(configuration)),
		});
	}
	return actions;
}
