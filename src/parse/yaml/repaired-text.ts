import type { TextEdit } from '../../core/text-edit.ts';
import { applyEdits } from '../../core/text-edit.ts';

/**
 * The text passed to the YAML parser: a document's own, or one with repairs, so that a syntax error in one line does not
 * hide the rest of the file. Maps offsets into it to offsets into the document.
 */
export class RepairedText {
	readonly #start: number;
	/** The edits of each repair, ordered by offset. Offsets are into the text before that repair. */
	readonly #repairs: (readonly TextEdit[])[] = [];
	#text: string;

	/** `start`: the document offset at which the text begins. */
	constructor(text: string, start: number) {
		this.#text = text;
		this.#start = start;
	}

	get text(): string {
		return this.#text;
	}

	/** Applies a repair. The edits have offsets into the current text and do not overlap. */
	apply(edits: readonly TextEdit[]): void {
		this.#repairs.push([...edits].sort((a, b) => a.range.start - b.range.start));
		this.#text = applyEdits(this.#text, edits);
	}

	toDocument(offset: number): number {
		return this.#start + this.#repairs.reduceRight(beforeEdits, offset);
	}
}

/** Maps an offset into an edited text to one before the edits. Inside new text it is the offset of the insertion. */
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
