import {
	type Disposable,
	type TextEditor,
	Uri,
	ViewColumn,
	type WebviewOptions,
	type WebviewPanel,
	window,
} from 'vscode';
import { readPageState } from '../../webview/messages.ts';
import type { LogServer } from '../log-server.ts';
import { PreviewPanel } from './preview-panel.ts';
import { PREVIEW_TYPE } from './preview-type.ts';

const isText = ({ document }: TextEditor) => document.languageId === 'markdown' || document.languageId === 'yaml';

/** Manages the single preview: opens it, restores it after a reload, and makes it follow the active editor. */
export class Preview implements Disposable {
	readonly #extension: Uri;
	readonly #server: LogServer;
	readonly #following: Disposable;
	#panel: PreviewPanel | undefined;

	constructor(extension: Uri, server: LogServer) {
		this.#extension = extension;
		this.#server = server;
		this.#following = window.onDidChangeActiveTextEditor(editor => {
			if (editor !== undefined && isText(editor)) {
				void this.#panel?.follow(editor.document.uri);
			}
		});
	}

	/** Opens the preview next to the active editor, with the page of its file. */
	open(): void {
		const editor = window.activeTextEditor;
		if (this.#panel === undefined) {
			const panel = window.createWebviewPanel(
				PREVIEW_TYPE,
				'Bulletin',
				{ viewColumn: ViewColumn.Beside, preserveFocus: true },
				this.#options(),
			);
			this.#panel = this.#adopt(panel);
		} else {
			this.#panel.reveal();
		}
		this.#panel.show(editor?.document.uri);
	}

	/** Restores a preview that was open when the window was closed or reloaded. Called by VS Code. */
	restore(panel: WebviewPanel, state: unknown): void {
		this.#panel?.dispose();
		panel.webview.options = this.#options();
		this.#panel = this.#adopt(panel);
		const stored = readPageState(state);
		if (stored === undefined) {
			this.#panel.show(window.activeTextEditor?.document.uri);
		} else {
			this.#panel.show(Uri.parse(stored.uri), 'as-stored');
		}
	}

	#options(): WebviewOptions {
		return { enableScripts: true, localResourceRoots: [Uri.joinPath(this.#extension, 'dist')] };
	}

	#adopt(panel: WebviewPanel): PreviewPanel {
		const adopted = new PreviewPanel(panel, this.#extension, this.#server);
		adopted.onDidDispose(() => {
			if (this.#panel === adopted) {
				this.#panel = undefined;
			}
		});
		return adopted;
	}

	dispose(): void {
		this.#following.dispose();
		this.#panel?.dispose();
	}
}
