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

/** A place in a document. */
export interface Place {
	readonly uri: string;
	/** UTF-16, into that document's text. */
	readonly offset: number;
}

/** Milliseconds for which the one side's scrolling is taken for the echo of the other's. */
const ECHO = 250;

/** Keeps the top of the editor and the top of the page at the same place of the text, whichever of them is scrolled. */
export class ScrollSync implements Disposable {
	readonly #scrollPage: (place: Place) => void;
	readonly #listener: Disposable;
	#document: string | undefined;
	#top: Place | undefined;
	#echoUntil = 0;

	constructor(scrollPage: (place: Place) => void) {
		this.#scrollPage = scrollPage;
		this.#listener = window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => this.#editorScrolled(textEditor));
	}

	/** The document whose page is shown. */
	setDocument(uri: Uri): void {
		this.#document = uri.toString();
		const editor = window.visibleTextEditors.find(({ document }) => document.uri.toString() === this.#document);
		const start = editor?.visibleRanges[0]?.start;
		this.#top =
			editor === undefined || start === undefined
				? undefined
				: { uri: this.#document, offset: editor.document.offsetAt(start) };
	}

	#enabled(): boolean {
		return workspace.getConfiguration('incidentLog.preview').get('scrollSync', true);
	}

	#editorScrolled(editor: TextEditor): void {
		const start = editor.visibleRanges[0]?.start;
		const uri = editor.document.uri.toString();
		if (start === undefined || uri !== this.#document) {
			return;
		}
		const top = { uri, offset: editor.document.offsetAt(start) };
		// Typing changes what is visible, too, at the lower end: that is no scrolling.
		const moved = this.#top?.uri !== uri || this.#top.offset !== top.offset;
		this.#top = top;
		if (moved && Date.now() > this.#echoUntil && this.#enabled()) {
			this.#scrollPage(top);
		}
	}

	pageScrolled({ uri, offset }: Place): void {
		const editor = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri);
		if (editor === undefined || uri !== this.#document || !this.#enabled()) {
			return;
		}
		const line = editor.document.positionAt(offset).line;
		this.#echoUntil = Date.now() + ECHO;
		editor.revealRange(new Range(new Position(line, 0), new Position(line, 0)), TextEditorRevealType.AtTop);
	}

	dispose(): void {
		this.#listener.dispose();
	}
}
