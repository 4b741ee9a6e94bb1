import type { Range } from '../../core/range.ts';
import type { Markdown } from '../markdown/read-markdown.ts';
import { plainText } from '../markdown/sections.ts';
import type { Data } from '../model/data.ts';
import { type MappedNode, scalar } from '../model/mapped-data.ts';

/** Where a head states a field, in the order of precedence. */
export type HeadForm =
	/** A key of the YAML front matter. */
	| 'front-matter'
	/** `Key: value` lines at the start of the file, up to the first empty line. */
	| 'key-value'
	/** `**Label:** value`, as a line of a paragraph or a quote, or an item of a list; several in one line. */
	| 'label'
	/** A row of a label and a value, or a column of a table with one row of values. */
	| 'table'
	/** A section whose heading is a label: `## Severity`. */
	| 'section'
	/** The first heading: its day, its id and its title. */
	| 'title';

/** A field of a head, not yet mapped to a native field. */
export interface HeadField {
	/** As written, or the name of a field if the head has no labels. */
	readonly label: string;
	readonly form: HeadForm;
	/** `keyRange` is the range of the label. The value of a field of Markdown is text, or a list of texts. */
	readonly node: MappedNode;
	/** Of a list item, the item with its nested lists. Otherwise the line, row or section. */
	readonly fullRange: Range;
	/** True if the label is not marked as one by a colon, a cell or a heading: prose can begin like this. */
	readonly isWeak: boolean;
	/** From a part of the page whose labels can be about something else. Only a time counts. */
	readonly isLoose?: boolean;
	/** The name of the section in which the field is, as the vocabulary has it; undefined at the top of the page. */
	readonly section: string | undefined;
}

/** A field whose label the vocabulary knows. */
export interface NamedField extends HeadField {
	readonly field: string;
}

/** The parsed text of a record. `data` is the front matter. */
export interface HeadSource {
	readonly text: string;
	readonly data: Data | undefined;
	readonly page: Markdown | undefined;
}

/** More fields are not read. */
export const MAX_HEAD_FIELDS = 200;

/** A scalar of Markdown without its outer marks. */
export function textNode(text: string, value: Range, label: Range | undefined): MappedNode {
	const plain = plainText(text, value);
	return scalar(plain.value, plain.range, label);
}
