import { findFirstIndex } from './binary-search.ts';

/** A position as in LSP: line and UTF-16 character, both from 0. */
export interface Position {
	readonly line: number;
	readonly character: number;
}

/** Converts between offsets (UTF-16 code units) and positions. Lines end at `\n`, `\r\n` or `\r`, as in LSP. */
export class LineIndex {
	readonly #starts: number[] = [0];
	readonly #text: string;

	constructor(text: string) {
		this.#text = text;
		for (let i = 0; i < text.length; i++) {
			const c = text.charCodeAt(i);
			if (c === 10 || (c === 13 && text.charCodeAt(i + 1) !== 10)) {
				this.#starts.push(i + 1);
			}
		}
	}

	get lineCount(): number {
		return this.#starts.length;
	}

	/** The start offset of a line; the end of the text for a line beyond it. */
	startOfLine(line: number): number {
		return line < 0 ? 0 : (this.#starts[line] ?? this.#text.length);
	}

	/** The end offset of a line, before its line break; the end of the text for a line beyond it. */
	endOfLine(line: number): number {
		let end = this.startOfLine(line + 1);
		if (line >= 0 && line < this.lineCount - 1) {
			end -= this.#text.startsWith('\r\n', end - 2) ? 2 : 1;
		}
		return end;
	}

	lineAt(offset: number): number {
		const next = findFirstIndex(this.#starts.length, line => (this.#starts[line] ?? 0) <= offset);
		return Math.max(0, next - 1);
	}

	positionAt(offset: number): Position {
		const clamped = Math.max(0, Math.min(offset, this.#text.length));
		const line = this.lineAt(clamped);
		return { line, character: clamped - this.startOfLine(line) };
	}

	/** A character beyond the end of its line gives the end of that line, as in LSP. */
	offsetAt({ line, character }: Position): number {
		return Math.min(this.startOfLine(line) + character, this.endOfLine(line));
	}
}
