import type { TextEdit } from '../../core/text-edit.ts';
import { applyEdits } from '../../core/text-edit.ts';

/**
 * The text that the YAML parser is given: a document's own, or one mended here and there so that a slip in one line
 * does not hide the rest of the file. Knows for each offset in it the one in the document.
 */
export class RepairedText {
	readonly #start: number;
	/** The edits of each mending, in the order of their places, in the offsets that the draft had before it. */
	readonly #repairs: (readonly TextEdit[])[] = [];
	#text: string;

	/** `start`: where in the document the text begins. */
	constructor(text: string, start: number) {
		this.#text = text;
		this.#start = start;
	}

	get text(): string {
		return this.#text;
	}

	/** Mends the draft. The edits, in its offsets, do not overlap. */
	apply(edits: readonly TextEdit[]): void {
		this.#repairs.push([...edits].sort((a, b) => a.range.start - b.range.start));
		this.#text = applyEdits(this.#text, edits);
	}

	toDocument(offset: number): number {
		return this.#start + this.#repairs.reduceRight(beforeEdits, offset);
	}
}

/** Where an offset into an edited text was before the edits. Within new text it is the place where that was put. */
function beforeEdits(offset: number, edits: readonly TextEdit[]): number {
	let grown = 0;
	for (const { range, newText } of edits) {
		const start = range.start + grown;
		if (offset < start) {
			break;
		}
		if (offset <= start + newText.length) {
			return Math.min(range.start + offset - start, range.end);
		}
		grown += newText.length - (range.end - range.start);
	}
	return offset - grown;
}
