import type { DataPath } from '../../core/data-path.ts';
import type { Range } from '../../core/range.ts';
import type { TimeReading } from '../../core/time/written-time.ts';

export type { DataPath };

/** A node of a YAML text, with the ranges of its key and its value. */
export interface DataNode {
	/** Null-prototype objects, arrays, strings, numbers, booleans and null: the core schema of YAML, in which times are strings. */
	readonly value: unknown;
	/** The range of the value; for a scalar without its quotes. For an absent value (`key:`), the end of its key. */
	readonly range: Range;
	/** The key of a member of a mapping. */
	readonly keyRange: Range | undefined;
	/** The time that the value states, if its date or zone is elsewhere in the document. */
	readonly reading?: TimeReading;
}

/** A YAML mapping as plain data, with the ranges of all parts. */
export interface Data {
	/** A null-prototype object, like all nested mappings. It can be recomputed on each access. */
	readonly value: Readonly<Record<string, unknown>>;
	/** The whole YAML text; for front matter, the text between the delimiters. */
	readonly range: Range;
	/** Fields that are not reported if absent, because documents of this dialect do not have them. */
	readonly absentFields?: ReadonlySet<string>;
	/** The words that this dialect has for the values of a native field. */
	readonly fieldWords?: ReadonlyMap<string, readonly string[]>;
	/** The name of a native field in this dialect, whether present or not. Defaults to the native name. */
	sourceName?(field: string): string;
	/** The node at a path such as `['references', 0, 'id']`. */
	at(path: DataPath): DataNode | undefined;
	/** The number of items of the list at a path; 0 for another value. */
	itemCount(path: DataPath): number;
	/** The innermost path whose key or value contains an offset. */
	pathAt(offset: number): DataPath;
	/** Keys of the mapping at a path, in the order of the text, including duplicates. */
	keys(path: DataPath): readonly { readonly key: string; readonly range: Range }[];
}

/** Data as it is written in YAML, before fields of another dialect are mapped or fields of the page are added. */
export interface YamlData extends Data {
	/** Returns what can be completed at an offset in the range of the data. */
	cursorAt(offset: number): YamlCursor | undefined;
}

/** What can be completed at a cursor in YAML. */
export interface YamlCursor {
	/** `item`: a whole list item, which can become a value or the first key of a mapping. */
	readonly expects: 'key' | 'value' | 'item';
	/** For a key the path of its mapping, otherwise the path of the value or item. */
	readonly path: DataPath;
	/** The text that a completion replaces. On one line, and contains the cursor. */
	readonly written: Range;
	/** The other keys of the mapping. */
	readonly siblings: ReadonlySet<string>;
	/** A colon follows the key. */
	readonly hasColon: boolean;
	/** In `{…}` or `[…]`. */
	readonly isInFlow: boolean;
	/** Directly after a colon or a dash: the completion has to begin with a space. */
	readonly needsSpace: boolean;
}
