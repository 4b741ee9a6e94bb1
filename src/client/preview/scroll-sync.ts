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

/** A place in a document. */
export interface ScrollAnchor {
	readonly uri: string;
	/** UTF-16, into that document's text. */
	readonly offset: number;
}

/** Milliseconds for which the one side's scrolling is taken for the echo of the other's. */
const ECHO = 250;

/** Keeps the top of the editor and the top of the page at the same place of the text, whichever of them is scrolled. */
export class ScrollSync implements Disposable {
	readonly #scrollPage: (place: ScrollAnchor) => void;
	readonly #listener: Disposable;
	#document: string | undefined;
	/** The line at the top of its editor, as far as that is known. */
	#topLine: number | undefined;
	#echoUntil = 0;

	constructor(scrollPage: (place: ScrollAnchor) => void) {
		this.#scrollPage = scrollPage;
		this.#listener = window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => this.#editorScrolled(textEditor));
	}

	/** The document whose page is shown from now on. */
	setDocument(uri: Uri): void {
		this.#document = uri.toString();
		this.#topLine = this.#editor()?.visibleRanges[0]?.start.line;
	}

	/** Brings the page to where the editor is; a page that has just been drawn is at its top already. */
	scrollPage(): void {
		const editor = this.#editor();
		if (editor !== undefined && this.#topLine !== undefined && this.#topLine > 0 && this.#enabled()) {
			this.#tellPage(editor, this.#topLine);
		}
	}

	#editor(): TextEditor | undefined {
		return window.visibleTextEditors.find(({ document }) => document.uri.toString() === this.#document);
	}

	#tellPage({ document }: TextEditor, line: number): void {
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
		// Typing changes what is visible, too, at the lower end; and an editor that has just come was not scrolled.
		const moved = this.#topLine !== undefined && this.#topLine !== line;
		this.#topLine = line;
		if (moved && Date.now() > this.#echoUntil && this.#enabled()) {
			this.#tellPage(editor, line);
		}
	}

	pageScrolled({ uri, offset }: ScrollAnchor): void {
		const editor = this.#editor();
		if (editor === undefined || uri !== this.#document || !this.#enabled()) {
			return;
		}
		const top = new Position(lineAtPlainOffset(editor.document, offset), 0);
		this.#echoUntil = Date.now() + ECHO;
		editor.revealRange(new Range(top, top), TextEditorRevealType.AtTop);
	}

	dispose(): void {
		this.#listener.dispose();
	}
}
