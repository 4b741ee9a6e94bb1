import {
	type Disposable,
	Position,
	Range,
	type TextEditor,
	TextEditorRevealType,
	type Uri,
	window,
	workspace,
} from 'vscode';
import { lineAtPlainOffset, plainOffsetOf } from './plain-offsets.ts';

/** A position in a document. */
export interface ScrollAnchor {
	readonly uri: string;
	/** UTF-16 offset in the text of the document. */
	readonly offset: number;
}

/** Milliseconds for which scrolling of the editor counts as an echo of the page's scrolling. */
const ECHO_MS = 250;

/** Synchronizes the top lines of editor and page in both directions. */
export class ScrollSync implements Disposable {
	readonly #scrollPage: (anchor: ScrollAnchor) => void;
	readonly #listener: Disposable;
	#document: string | undefined;
	/** The line at the top of its editor, if known. */
	#topLine: number | undefined;
	#echoUntil = 0;

	constructor(scrollPage: (anchor: ScrollAnchor) => void) {
		this.#scrollPage = scrollPage;
		this.#listener = window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => this.#editorScrolled(textEditor));
	}

	/** Sets the document whose page is shown. */
	setDocument(uri: Uri): void {
		this.#document = uri.toString();
		this.#topLine = this.#editor()?.visibleRanges[0]?.start.line;
	}

	/** Scrolls the page to the position of the editor. A new page is at its top. */
	scrollPage(): void {
		const editor = this.#editor();
		if (editor !== undefined && this.#topLine !== undefined && this.#topLine > 0 && this.#enabled()) {
			this.#scrollPageTo(editor, this.#topLine);
		}
	}

	#editor(): TextEditor | undefined {
		return window.visibleTextEditors.find(({ document }) => document.uri.toString() === this.#document);
	}

	#scrollPageTo({ document }: TextEditor, line: number): void {
		this.#scrollPage({ uri: document.uri.toString(), offset: plainOffsetOf(document, line) });
	}

	#enabled(): boolean {
		return workspace.getConfiguration('incidentLog.preview').get('scrollSync', true);
	}

	#editorScrolled(editor: TextEditor): void {
		const line = editor.visibleRanges[0]?.start.line;
		if (line === undefined || editor.document.uri.toString() !== this.#document) {
			return;
		}
		// Typing changes the visible range only at its lower end. A new editor has not been scrolled.
		const moved = this.#topLine !== undefined && this.#topLine !== line;
		this.#topLine = line;
		if (moved && Date.now() > this.#echoUntil && this.#enabled()) {
			this.#scrollPageTo(editor, line);
		}
	}

	pageScrolled({ uri, offset }: ScrollAnchor): void {
		const editor = this.#editor();
		if (editor === undefined || uri !== this.#document || !this.#enabled()) {
			return;
		}
		const top = new Position(lineAtPlainOffset(editor.document, offset), 0);
		this.#echoUntil = Date.now() + ECHO_MS;
		editor.revealRange(new Range(top, top), TextEditorRevealType.AtTop);
	}

	dispose(): void {
		this.#listener.dispose();
	}
}
