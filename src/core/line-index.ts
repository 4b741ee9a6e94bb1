/** A place as the Language Server Protocol counts it: line and UTF-16 character, both from 0. */
export interface Position {
	readonly line: number;
	readonly character: number;
}

/** Translates between offsets (UTF-16 code units) and positions. Lines end at `\n`, `\r\n` or `\r`, as in LSP. */
export class LineIndex {
	readonly #starts: number[] = [0];
	readonly #length: number;

	constructor(text: string) {
		this.#length = text.length;
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

	/** The offset at which a line begins; the end of the text for a line beyond it. */
	startOfLine(line: number): number {
		return line < 0 ? 0 : (this.#starts[line] ?? this.#length);
	}

	lineAt(offset: number): number {
		let low = 0;
		let high = this.#starts.length - 1;
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			if ((this.#starts[middle] ?? 0) <= offset) {
				low = middle;
			} else {
				high = middle - 1;
			}
		}
		return low;
	}

	positionAt(offset: number): Position {
		const clamped = Math.max(0, Math.min(offset, this.#length));
		const line = this.lineAt(clamped);
		return { line, character: clamped - this.startOfLine(line) };
	}

	offsetAt(position: Position): number {
		const start = this.startOfLine(position.line);
		return Math.min(start + position.character, this.startOfLine(position.line + 1));
	}
}
