import type { Range } from '../../core/range.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import type { LogDocument } from '../model/document.ts';

/** A line that states a field, whether its value is understood or not. */
export interface LabelledLine {
	/** The native name of the field, or the label in lower case. */
	readonly field: string;
	readonly label: string;
	readonly value: string;
	/** The line, and the lines of a value below it. */
	readonly range: Range;
}

/** `**Label:** value`, `- Label: value`, `Label: value`, `| Label | value |`. */
const LABEL = /^[ \t>*+|-]{0,20}([\p{L}\p{N}][^:：|*_\n]{0,60})[*_]{0,3}[ \t]{0,20}[:：|][*_]{0,3}([^\n]*)/u;

/** Finds the lines of a Markdown document that state a field, in the front matter or in the text. */
export function labelledLines({ text, format, lines }: LogDocument, vocabulary: Vocabulary): readonly LabelledLine[] {
	if (format === 'yaml') {
		return [];
	}
	const found: LabelledLine[] = [];
	const lineText = (line: number) => text.slice(lines.startOfLine(line), endOf(line));
	const endOf = (line: number) => (line + 1 < lines.lineCount ? lines.startOfLine(line + 1) : text.length);
	for (let line = 0; line < lines.lineCount; line++) {
		const [, label, value] = LABEL.exec(lineText(line)) ?? [];
		if (label === undefined || value === undefined) {
			continue;
		}
		const written = value.replace(/\|\s*$/, '').trim();
		let end = line + 1;
		if (written === '' || /^[|>][-+\d]*$/.test(written)) {
			while (end < lines.lineCount && lineText(end).trim() === '') {
				end++;
			}
			while (end < lines.lineCount && /^(?:[ \t]+\S|[-*+] )/.test(lineText(end))) {
				end++;
			}
		}
		const name = label.trim();
		found.push({
			field: vocabulary.field(name) ?? name.toLowerCase(),
			label: name,
			value: written,
			range: { start: lines.startOfLine(line), end: endOf(end - 1) },
		});
	}
	return found;
}
