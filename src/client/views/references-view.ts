import {
	Disposable,
	EventEmitter,
	type TreeDataProvider,
	TreeItem,
	TreeItemCollapsibleState,
	type TreeView,
	window,
} from 'vscode';
import type { RelationsResult } from '../../server/protocol.ts';
import { uriInFront } from '../in-front.ts';
import { LatestOnly } from '../latest-only.ts';
import type { LogServer } from '../log-server.ts';
import { incidentItem } from './incident-item.ts';

type Relations = NonNullable<RelationsResult>;
type Group = Relations['groups'][number];
type Node =
	| { readonly type: 'group'; readonly group: Group }
	| { readonly type: 'incident'; readonly incident: Group['incidents'][number] };

/** Milliseconds between updates. */
const PAUSE_MS = 300;
const LABELS: Readonly<Record<Group['kind'], string>> = {
	'refers-to': 'Refers To',
	'referred-to-by': 'Referred To By',
	similar: 'Similar Earlier Incidents',
};

/** What the document in front refers to, what refers to it, and similar earlier incidents. */
export class ReferencesView implements TreeDataProvider<Node>, Disposable {
	readonly #server: LogServer;
	readonly #changes = new EventEmitter<void>();
	readonly #view: TreeView<Node>;
	readonly #listeners: Disposable;
	#relations: RelationsResult = null;

	readonly onDidChangeTreeData = this.#changes.event;

	constructor(server: LogServer) {
		this.#server = server;
		this.#view = window.createTreeView('incidentLog.references', { treeDataProvider: this });
		const update = new LatestOnly(() => this.#update(), PAUSE_MS);
		const run = () => update.request();
		this.#listeners = Disposable.from(
			server.onDidChangeLog(run),
			window.onDidChangeActiveTextEditor(run),
			this.#view.onDidChangeVisibility(run),
		);
		run();
	}

	async #update(): Promise<void> {
		if (!this.#view.visible) {
			return;
		}
		const uri = uriInFront();
		this.#relations = uri === undefined ? null : await this.#server.relations(uri);
		const relations = this.#relations;
		this.#view.description = relations?.title ?? '';
		this.#view.message =
			relations === null
				? 'No document of a log is in front.'
				: relations.groups.length === 0
					? 'Refers to nothing, nothing refers to it, and no earlier incident is similar.'
					: '';
		this.#changes.fire();
	}

	getChildren(node?: Node): Node[] {
		if (node === undefined) {
			return (this.#relations?.groups ?? []).map(group => ({ type: 'group', group }));
		}
		return node.type === 'incident' ? [] : node.group.incidents.map(incident => ({ type: 'incident', incident }));
	}

	getTreeItem(node: Node): TreeItem {
		if (node.type === 'incident') {
			const { incident } = node;
			return incidentItem(incident, [incident.relation ?? '', incident.date ?? ''].filter(Boolean).join(' · '));
		}
		const item = new TreeItem(LABELS[node.group.kind], TreeItemCollapsibleState.Expanded);
		item.description = String(node.group.incidents.length);
		return item;
	}

	dispose(): void {
		this.#listeners.dispose();
		this.#view.dispose();
		this.#changes.dispose();
	}
}
