import { type Disposable, EventEmitter, type Uri } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
	COVERAGE_REQUEST,
	type CoverageParams,
	type CoverageResult,
	DELETION_REQUEST,
	type DeletionParams,
	type DeletionResult,
	INCIDENTS_REQUEST,
	type IncidentsParams,
	type IncidentsResult,
	KIND_REQUEST,
	type KindParams,
	type KindResult,
	LOG_CHANGED_NOTIFICATION,
	LOGS_REQUEST,
	type LogChangedParams,
	type LogsResult,
	NEW_REQUEST,
	type NewParams,
	type NewResult,
	PAGE_VIEW_REQUEST,
	type PageParams,
	type PageViewParams,
	type PageViewResponse,
	POSITION_REQUEST,
	type PositionParams,
	type PositionResult,
	PROPOSE_REQUEST,
	type ProposeParams,
	type ProposeResult,
	PUBLISHED_REQUEST,
	type PublishedResponse,
	RELATIONS_REQUEST,
	type RelationsParams,
	type RelationsResult,
	STATUS_REQUEST,
	type StatusParams,
	type StatusResult,
	TOOL_REQUEST,
	type ToolName,
	type ToolParams,
	type ToolResult,
} from '../server/protocol.ts';

/** Requests to the language server in addition to LSP. They return null if the server does not respond. */
export class LogServer implements Disposable {
	readonly #client: BaseLanguageClient;
	readonly #changes = new EventEmitter<LogChangedParams>();
	readonly #listener: Disposable;

	/** Fires when a log was changed or read: pages and kinds may differ. */
	readonly onDidChangeLog = this.#changes.event;

	constructor(client: BaseLanguageClient) {
		this.#client = client;
		this.#listener = client.onNotification(LOG_CHANGED_NOTIFICATION, (change: LogChangedParams) =>
			this.#changes.fire(change),
		);
	}

	kind(uri: Uri): Promise<KindResult> {
		const params: KindParams = { uri: uri.toString() };
		return this.#request(KIND_REQUEST, params);
	}

	pageView(params: PageViewParams): Promise<PageViewResponse> {
		return this.#request(PAGE_VIEW_REQUEST, params);
	}

	published(params: PageParams): Promise<PublishedResponse> {
		return this.#request(PUBLISHED_REQUEST, params);
	}

	position(params: PositionParams): Promise<PositionResult> {
		return this.#request(POSITION_REQUEST, params);
	}

	status(uri: Uri): Promise<StatusResult> {
		const params: StatusParams = { uri: uri.toString() };
		return this.#request(STATUS_REQUEST, params);
	}

	coverage(root: Uri): Promise<CoverageResult> {
		const params: CoverageParams = { uri: root.toString() };
		return this.#request(COVERAGE_REQUEST, params);
	}

	propose(folder: Uri): Promise<ProposeResult> {
		const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
		const params: ProposeParams = { uri: folder.toString(), timeZone };
		return this.#request(PROPOSE_REQUEST, params);
	}

	async logs(): Promise<LogsResult> {
		return (await this.#request<LogsResult>(LOGS_REQUEST, {})) ?? [];
	}

	relations(uri: Uri): Promise<RelationsResult> {
		const params: RelationsParams = { uri: uri.toString() };
		return this.#request(RELATIONS_REQUEST, params);
	}

	incidents(uri: Uri): Promise<IncidentsResult> {
		const params: IncidentsParams = { uri: uri.toString() };
		return this.#request(INCIDENTS_REQUEST, params);
	}

	deletionEffect(files: readonly Uri[]): Promise<DeletionResult> {
		const params: DeletionParams = { uris: files.map(String) };
		return this.#request(DELETION_REQUEST, params);
	}

	compose(uri: Uri, document: NewParams['document']): Promise<NewResult> {
		const params: NewParams = { uri: uri.toString(), document };
		return this.#request(NEW_REQUEST, params);
	}

	runTool(name: ToolName, input: ToolParams['input']): Promise<ToolResult | null> {
		const params: ToolParams = { name, input };
		return this.#request(TOOL_REQUEST, params);
	}

	async #request<Result>(method: string, params: object): Promise<Result | null> {
		try {
			return await this.#client.sendRequest<Result>(method, params);
		} catch {
			return null;
		}
	}

	dispose(): void {
		this.#listener.dispose();
		this.#changes.dispose();
	}
}
