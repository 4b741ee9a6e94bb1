import { Disposable, Uri, ViewColumn, type WebviewPanel } from 'vscode';
import { relativeUri, resolveUri } from '../../core/uri/relative-uri.ts';
import { resolveWithin } from '../../core/uri/uri.ts';
import type { PageHead } from '../../server/protocol.ts';
import { type FromPage, readFromPage, type ToolbarCommand, type ToPage } from '../../webview/messages.ts';
import { LatestOnly } from '../latest-only.ts';
import type { LogServer } from '../log-server.ts';
import { NOTHING_OPEN, withoutPage } from './empty-states.ts';
import { exportPage, weekBeside } from './export-page.ts';
import { openLink } from './links.ts';
import { revealSource } from './reveal-source.ts';
import { type ScrollAnchor, ScrollSync } from './scroll-sync.ts';
import { setTimeZone } from './set-time-zone.ts';
import { shell } from './shell.ts';

/** One webview and the page in it. */
export class PreviewPanel implements Disposable {
	readonly #panel: WebviewPanel;
	readonly #server: LogServer;
	readonly #scroll: ScrollSync;
	readonly #disposables: Disposable;
	readonly #redraw = new LatestOnly(() => this.#draw());
	/** The last day of another week of the log that is shown instead, as ISO date. */
	#week: string | undefined;
	#isLocked = false;
	#status = { errors: 0, warnings: 0 };
	/** Identifies this panel at the server. */
	readonly #view = crypto.randomUUID();
	/** The document whose page is shown. */
	#document: Uri | undefined;
	#page: PageHead | undefined;
	/** The version of the page that the webview shows. */
	#version: number | undefined;
	/** Whether the page has not been drawn yet. It is scrolled to the position of the editor when it is drawn first. */
	#isNew = false;
	/** Whether the script in the webview is running. VS Code destroys a hidden webview and reloads it when shown. */
	#isReady = false;
	/** URI of a document opened by a click in the page. The preview does not follow it. */
	#revealed: string | undefined;

	constructor(panel: WebviewPanel, extension: Uri, server: LogServer) {
		this.#panel = panel;
		this.#server = server;
		this.#scroll = new ScrollSync(anchor => void this.#scrollTo(anchor));
		this.#disposables = Disposable.from(
			this.#scroll,
			server.onDidChangeLog(({ root }) => this.#logChanged(root)),
			panel.webview.onDidReceiveMessage((message: unknown) => {
				const read = readFromPage(message);
				if (read !== undefined) {
					void this.#receive(read);
				}
			}),
			panel.onDidChangeViewState(() => {
				this.#isReady &&= panel.visible;
			}),
			panel.onDidDispose(() => this.#disposables.dispose()),
		);
		panel.iconPath = {
			light: Uri.joinPath(extension, 'media', 'preview-light.svg'),
			dark: Uri.joinPath(extension, 'media', 'preview-dark.svg'),
		};
		panel.webview.html = shell(panel.webview, extension);
	}

	get onDidDispose() {
		return this.#panel.onDidDispose;
	}

	reveal(): void {
		this.#panel.reveal(undefined, true);
	}

	/**
	 * Shows the page of a document, or an empty state. `where`: whether to scroll to the position of its editor or to the
	 * position that the page has stored.
	 */
	show(document: Uri | undefined, where: 'as-editor' | 'as-stored' = 'as-editor'): void {
		this.#isNew = where === 'as-editor' && document?.toString() !== this.#document?.toString();
		this.#document = document;
		this.#week = undefined;
		this.#redraw.request();
	}

	/** Shows the page of a document that became active. Keeps the current page for files outside of all logs. */
	async follow(document: Uri): Promise<void> {
		const revealed = this.#revealed;
		this.#revealed = undefined;
		if (this.#isLocked || document.toString() === revealed) {
			return;
		}
		const kind = (await this.#server.kind(document))?.kind;
		// The configuration has no page: the current page shows its effect.
		if (kind !== undefined && (kind !== 'configuration' || this.#page === undefined)) {
			this.show(document);
		}
	}

	#logChanged(root: string): void {
		// Without a page, any log may supply it.
		if (this.#page === undefined || this.#page.root === root) {
			this.#redraw.request();
		}
	}

	async #draw(): Promise<void> {
		if (!this.#isReady) {
			return;
		}
		const document = this.#document;
		const week = this.#week;
		const known = this.#version;
		this.#version = undefined;
		if (document === undefined) {
			await this.#post({ type: 'empty', ...NOTHING_OPEN });
			return;
		}
		const view = await this.#server.pageView({
			uri: document.toString(),
			view: this.#view,
			...(week !== undefined && { week }),
			...(known !== undefined && { known }),
		});
		if (document !== this.#document || week !== this.#week || !this.#isReady) {
			return; // Another document was requested meanwhile, and is drawn next, or the page is hidden.
		}
		this.#page = view ?? undefined;
		this.#scroll.setDocument(document);
		if (view === null) {
			this.#panel.title = 'Bulletin';
			await this.#post({ type: 'empty', ...withoutPage((await this.#server.kind(document))?.kind ?? null) });
		} else {
			this.#panel.title = view.title;
			this.#status = { errors: view.errors, warnings: view.warnings };
			// Before the page: a toolbar that appears above it would change the restored scroll position.
			await this.#showStatus();
			await this.#post({
				type: 'page',
				uri: document.toString(),
				key: `${view.root} ${view.to}`,
				source: view.source,
				parts: view.parts,
				changes: view.changes,
			});
			this.#version = view.version;
			if (this.#isNew) {
				this.#isNew = false;
				this.#scroll.scrollPage();
			}
		}
	}

	async #showStatus(): Promise<void> {
		await this.#post({ type: 'toolbar', ...this.#status, isLocked: this.#isLocked });
	}

	async #run(command: ToolbarCommand): Promise<void> {
		switch (command) {
			case 'previous-week':
			case 'next-week':
				this.#week = weekBeside(this.#page, command === 'next-week' ? 7 : -7) ?? this.#week;
				this.#redraw.request();
				break;
			case 'this-week':
				this.#week = undefined;
				this.#redraw.request();
				break;
			case 'lock':
				this.#isLocked = !this.#isLocked;
				await this.#showStatus();
				break;
			default:
				if (this.#document !== undefined) {
					const uri = this.#document.toString();
					const week = this.#week;
					await exportPage(command, this.#server, { uri, ...(week !== undefined && { week }) });
				}
		}
	}

	async #post(message: ToPage): Promise<void> {
		await this.#panel.webview.postMessage(message);
	}

	async #receive(message: FromPage): Promise<void> {
		switch (message.type) {
			case 'ready':
				this.#isReady = true;
				this.#version = undefined;
				this.#redraw.request();
				break;
			case 'reveal': {
				const anchor = this.#resolveAnchor(message);
				this.#revealed = anchor?.uri;
				if (anchor !== undefined) {
					await revealSource(this.#server, anchor, this.#sourceColumn());
				}
				break;
			}
			case 'link':
				await openLink(message.href, this.#page, this.#sourceColumn());
				break;
			case 'set-time-zone':
				if (this.#page?.timeZone !== undefined) {
					await setTimeZone(Uri.parse(this.#page.root), this.#page.timeZone, this.#sourceColumn());
				}
				break;
			case 'command':
				await this.#run(message.command);
				break;
			case 'scrolled': {
				const anchor = this.#resolveAnchor(message);
				if (anchor !== undefined) {
					this.#scroll.pageScrolled(anchor);
				}
				break;
			}
		}
	}

	async #scrollTo({ uri, offset }: ScrollAnchor): Promise<void> {
		if (this.#page !== undefined) {
			await this.#post({ type: 'scroll', source: relativeUri(this.#page.base, uri), offset });
		}
	}

	/** Resolves a position in a message of the page. */
	#resolveAnchor({ source, offset }: { readonly source: string; readonly offset: number }): ScrollAnchor | undefined {
		// Sources of a page are documents of its log. Other URIs do not come from the renderer.
		const isSource =
			this.#page !== undefined && resolveWithin([this.#page.root], this.#page.base, source) !== undefined;
		return this.#page !== undefined && isSource ? { uri: resolveUri(this.#page.base, source), offset } : undefined;
	}

	/** Returns the column for sources: not the preview's column. */
	#sourceColumn(): ViewColumn {
		return this.#panel.viewColumn === ViewColumn.One ? ViewColumn.Beside : ViewColumn.One;
	}

	dispose(): void {
		this.#panel.dispose();
		this.#disposables.dispose();
	}
}
