import {
	commands,
	Disposable,
	EventEmitter,
	ThemeIcon,
	type TreeDataProvider,
	TreeItem,
	TreeItemCollapsibleState,
	type TreeView,
	Uri,
	window,
} from 'vscode';
import { counted } from '../../core/counted.ts';
import type { IncidentList, ListedIncident } from '../../server/protocol.ts';
import { LatestOnly } from '../latest-only.ts';
import type { LogServer } from '../log-server.ts';
import { filtered, groupsOf, type IncidentGroup } from './groups.ts';
import { incidentItem } from './incident-item.ts';

type Node =
	| { readonly type: 'log'; readonly list: IncidentList }
	| { readonly type: 'group'; readonly list: IncidentList; readonly group: IncidentGroup }
	| {
			readonly type: 'incident';
			readonly list: IncidentList;
			readonly incident: ListedIncident;
			readonly group: string;
	  };

/** Milliseconds between updates. A log changes with every key. */
const PAUSE_MS = 1000;
/** True while the workspace contains a log: the views are hidden without one. */
const HAS_LOG = 'incidentLog.hasLog';
const IS_FILTERED = 'incidentLog.isFiltered';

/** The incidents of all logs: open ones first, then by week. The badge is the number of open ones. */
export class IncidentsView implements TreeDataProvider<Node>, Disposable {
	readonly #server: LogServer;
	readonly #changes = new EventEmitter<void>();
	readonly #view: TreeView<Node>;
	readonly #listeners: Disposable;
	#lists: readonly IncidentList[] = [];
	#filter = '';
	/** The facts of the logs in `#lists`. */
	#shownFacts = '';

	readonly onDidChangeTreeData = this.#changes.event;

	constructor(server: LogServer) {
		this.#server = server;
		this.#view = window.createTreeView('incidentLog.incidents', { treeDataProvider: this, showCollapseAll: true });
		const update = new LatestOnly(() => this.#update(), PAUSE_MS);
		const run = () => update.request();
		this.#listeners = Disposable.from(server.onDidChangeLog(run), this.#view.onDidChangeVisibility(run));
		run();
	}

	/** The incidents are requested only for a visible view, and only of logs whose facts have changed. */
	async #update(): Promise<void> {
		const logs = await this.#server.logs();
		await commands.executeCommand('setContext', HAS_LOG, logs.length > 0);
		const open = logs.reduce((sum, log) => sum + log.open, 0);
		this.#view.badge = open === 0 ? undefined : { value: open, tooltip: counted(open, 'open incident') };
		const facts = logs.map(log => `${log.root} ${log.facts}`).join('\n');
		if (!this.#view.visible || facts === this.#shownFacts) {
			return;
		}
		const lists = await Promise.all(logs.map(({ root }) => this.#server.incidents(Uri.parse(root))));
		this.#lists = lists.filter(list => list !== null);
		this.#shownFacts = facts;
		this.#show();
	}

	/** Asks for words; the view shows only incidents that contain them. */
	async filter(): Promise<void> {
		const words = await window.showInputBox({
			title: 'Filter Incidents',
			prompt: 'Words of the title, id, impact or date. Empty to show all incidents.',
			value: this.#filter,
		});
		if (words !== undefined) {
			await this.#setFilter(words.trim());
		}
	}

	clearFilter(): Promise<void> {
		return this.#setFilter('');
	}

	async #setFilter(words: string): Promise<void> {
		this.#filter = words;
		await commands.executeCommand('setContext', IS_FILTERED, words !== '');
		this.#show();
	}

	#show(): void {
		const shown = this.#lists.flatMap(({ incidents }) => filtered(incidents, this.#filter)).length;
		this.#view.message =
			this.#filter === ''
				? ''
				: shown === 0
					? `No incident contains “${this.#filter}”.`
					: `${shown} with “${this.#filter}”`;
		this.#changes.fire();
	}

	getChildren(node?: Node): Node[] {
		if (node === undefined) {
			const [list] = this.#lists;
			return this.#lists.length > 1
				? this.#lists.map(list => ({ type: 'log', list }))
				: list === undefined
					? []
					: this.#groups(list);
		}
		switch (node.type) {
			case 'log':
				return this.#groups(node.list);
			case 'group':
				return node.group.incidents.map(incident => ({
					type: 'incident',
					list: node.list,
					incident,
					group: node.group.id,
				}));
			case 'incident':
				return [];
		}
	}

	#groups(list: IncidentList): Node[] {
		return groupsOf(filtered(list.incidents, this.#filter)).map(group => ({ type: 'group', list, group }));
	}

	getTreeItem(node: Node): TreeItem {
		// A changed filter changes the ids, so that the groups are expanded again.
		const id = (...parts: readonly string[]) => [this.#filter, node.list.root, ...parts].join('\n');
		switch (node.type) {
			case 'log': {
				const item = new TreeItem(node.list.title, TreeItemCollapsibleState.Expanded);
				item.id = id();
				item.iconPath = new ThemeIcon('notebook');
				return item;
			}
			case 'group': {
				const { group } = node;
				const isExpanded = group.isExpanded || this.#filter !== '';
				const item = new TreeItem(
					group.label,
					isExpanded ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed,
				);
				item.id = id(group.id);
				item.description = String(group.incidents.length);
				return item;
			}
			case 'incident': {
				const { incident, group } = node;
				const item = incidentItem(incident, group === 'open' ? (incident.date ?? '') : '');
				item.id = id(group, incident.uri, String(incident.position.line), incident.id);
				return item;
			}
		}
	}

	dispose(): void {
		this.#listeners.dispose();
		this.#view.dispose();
		this.#changes.dispose();
		void commands.executeCommand('setContext', HAS_LOG, undefined);
	}
}
