import { type Disposable, type ExtensionContext, LanguageModelTextPart, LanguageModelToolResult, Uri } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { isMapping } from '../core/mapping.ts';
import type { InitializationOptions, ToolName } from '../server/protocol.ts';
import { Author } from './author.ts';
import type { CommandHandlers } from './commands.ts';
import { showDialect } from './dialect-status.ts';
import { hintMiddleware, showReferencesCommand } from './editor-hints.ts';
import { fileMiddleware, warnOfDeletions } from './file-operations.ts';
import { publishLogFiles } from './log-files.ts';
import { LogServer } from './log-server.ts';
import { LogStatusBar } from './log-status.ts';
import { Preview } from './preview/preview.ts';
import { publishedDiagnostics } from './published-diagnostics.ts';
import { LogStarter } from './start-log.ts';
import { incidentMenu } from './views/incident-menu.ts';
import { IncidentsView } from './views/incidents-view.ts';
import { ReferencesView } from './views/references-view.ts';
import { serveWorkspaceFiles } from './workspace-files.ts';

/** Where the language server runs: a thread on the desktop, a web worker in the browser. */
export interface ServerThread {
	createClient(id: string, name: string, options: LanguageClientOptions): BaseLanguageClient;
	/** Ends the thread, also one that no longer listens. */
	end(): Promise<void>;
}

/** The running parts of the extension while a log is present: language server and user interface. */
export interface ClientSession {
	readonly preview: Preview;
	readonly commands: CommandHandlers;
	runTool(name: ToolName, input: unknown): Promise<LanguageModelToolResult>;
	stop(): Promise<void>;
}

export async function startSession(context: ExtensionContext, thread: ServerThread): Promise<ClientSession> {
	const initializationOptions: InitializationOptions = { fileSystem: true };
	// The id is also the section of the setting `incidentLog.trace.server`.
	const client = thread.createClient('incidentLog', 'Incident Log', {
		documentSelector: [{ language: 'yaml' }, { language: 'markdown' }],
		initializationOptions,
		middleware: { ...fileMiddleware, ...hintMiddleware },
	});
	client.registerFeature(publishedDiagnostics);
	const server = new LogServer(client);
	const preview = new Preview(context.extensionUri, server);
	const status = new LogStatusBar(server);
	const incidents = new IncidentsView(server);
	const starter = new LogStarter(server);
	const disposables: Disposable[] = [
		serveWorkspaceFiles(client),
		showReferencesCommand(client),
		warnOfDeletions(server),
		server,
		publishLogFiles(server),
		showDialect(server),
		preview,
		status,
		starter,
		incidents,
		new ReferencesView(server),
	];
	await client.start();
	const author = new Author(server);
	return {
		preview,
		commands: {
			openPreviewToSide: () => preview.open(),
			startLog: folder => starter.start(folder instanceof Uri ? folder : undefined),
			showCoverage: () => status.showCoverage(),
			showLog: () => status.showMenu(),
			newIncident: () => author.newIncident(),
			newPostmortem: () => author.newPostmortem(),
			newBulletin: () => author.newBulletin(),
			filterIncidents: () => incidents.filter(),
			clearIncidentFilter: () => incidents.clearFilter(),
			...incidentMenu(author, preview),
		},
		runTool: async (name, input) => {
			const result = await server.runTool(name, isMapping(input) ? input : {});
			const text = result === null ? 'No answer.' : 'json' in result ? result.json : result.refused;
			return new LanguageModelToolResult([new LanguageModelTextPart(text)]);
		},
		stop: async () => {
			for (const disposable of disposables) {
				disposable.dispose();
			}
			await client.dispose().catch(() => undefined);
			await thread.end();
		},
	};
}
