import { Disposable, Uri, ViewColumn, type WebviewPanel } from 'vscode';
import { relativeUri, resolveUri } from '../../core/uri/relative-uri.ts';
import { resolveWithin } from '../../core/uri/uri.ts';
import type { PageResult } from '../../server/protocol.ts';
import { type FromPage, readFromPage, type ToPage } from '../../webview/messages.ts';
import { LatestOnly } from '../latest-only.ts';
import type { LogServer } from '../log-server.ts';
import { NOTHING_OPEN, withoutPage } from './empty-states.ts';
import { openLink } from './links.ts';
import { revealSource } from './reveal-source.ts';
import { type ScrollAnchor, ScrollSync } from './scroll-sync.ts';
import { shell } from './shell.ts';

/** One webview and the page in it. */
export class PreviewPanel implements Disposable {
	readonly #panel: WebviewPanel;
	readonly #server: LogServer;
	readonly #scroll: ScrollSync;
	readonly #disposables: Disposable;
	readonly #redraw = new LatestOnly(() => this.#draw());
	/** The document whose page is shown. */
	#document: Uri | undefined;
	#page: PageResult | undefined;
	/** Its page has not been drawn yet, and is to be brought to where the editor is. */
	#isNew = false;
	/** The script in the webview listens. A hidden webview is taken down, and comes up anew when it is shown again. */
	#ready = false;
	/** Opened by a click in the page, which is to stay as it is. */
	#revealed: string | undefined;

	constructor(panel: WebviewPanel, extension: Uri, server: LogServer) {
		this.#panel = panel;
		this.#server = server;
		this.#scroll = new ScrollSync(place => void this.#scrollTo(place));
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
				this.#ready &&= panel.visible;
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
	 * Shows the page of a document, or what to do next where it has none. `where`: the part that its editor shows, or the
	 * part that the page itself remembers.
	 */
	show(document: Uri | undefined, where: 'as-editor' | 'as-remembered' = 'as-editor'): void {
		this.#isNew = where === 'as-editor' && document?.toString() !== this.#document?.toString();
		this.#document = document;
		this.#redraw.request();
	}

	/** Shows the page of the document that became the active one, if it has a page; otherwise the page stays. */
	async follow(document: Uri): Promise<void> {
		const revealed = this.#revealed;
		this.#revealed = undefined;
		if (document.toString() !== revealed && (await this.#server.kind(document)) !== null) {
			this.show(document);
		}
	}

	#logChanged(root: string): void {
		// Without a page yet, any log may be the one that is waited for.
		if (this.#page === undefined || this.#page.root === root) {
			this.#redraw.request();
		}
	}

	async #draw(): Promise<void> {
		if (!this.#ready) {
			return;
		}
		const document = this.#document;
		if (document === undefined) {
			await this.#post({ type: 'empty', ...NOTHING_OPEN });
			return;
		}
		const page = await this.#server.page(document);
		if (document !== this.#document) {
			return; // Another one was asked for meanwhile; its own drawing follows.
		}
		this.#page = page ?? undefined;
		this.#scroll.setDocument(document);
		if (page === null) {
			this.#panel.title = 'Bulletin';
			await this.#post({ type: 'empty', ...withoutPage((await this.#server.kind(document))?.kind ?? null) });
		} else {
			this.#panel.title = page.title;
			await this.#post({
				type: 'page',
				uri: document.toString(),
				key: `${page.root} ${page.to}`,
				html: page.html,
			});
			if (this.#isNew) {
				this.#isNew = false;
				this.#scroll.scrollPage();
			}
		}
	}

	async #post(message: ToPage): Promise<void> {
		await this.#panel.webview.postMessage(message);
	}

	async #receive(message: FromPage): Promise<void> {
		switch (message.type) {
			case 'ready':
				this.#ready = true;
				this.#redraw.request();
				break;
			case 'reveal': {
				const place = this.#placeOf(message);
				this.#revealed = place?.uri;
				if (place !== undefined) {
					await revealSource(this.#server, place, this.#besides());
				}
				break;
			}
			case 'link':
				await openLink(message.href, this.#page, this.#besides());
				break;
			case 'scrolled': {
				const place = this.#placeOf(message);
				if (place !== undefined) {
					this.#scroll.pageScrolled(place);
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

	/** A place that the page names. */
	#placeOf({ source, offset }: { readonly source: string; readonly offset: number }): ScrollAnchor | undefined {
		// Sources of a page are documents of its log. Whatever else is named did not come from the renderer.
		const isSource =
			this.#page !== undefined && resolveWithin([this.#page.root], this.#page.base, source) !== undefined;
		return this.#page !== undefined && isSource ? { uri: resolveUri(this.#page.base, source), offset } : undefined;
	}

	/** The column for sources: any but the preview's own. */
	#besides(): ViewColumn {
		return this.#panel.viewColumn === ViewColumn.One ? ViewColumn.Beside : ViewColumn.One;
	}

	dispose(): void {
		this.#panel.dispose();
		this.#disposables.dispose();
	}
}
