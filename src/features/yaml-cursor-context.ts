import type { Range } from '../core/range.ts';

/** Where in a YAML text a cursor stands, read from the lines around it: it works while the text is half typed. */
export interface YamlPlace {
	/**
	 * `word`: a key is being typed, or the only word of a list item; `value`: behind `key:`, or an item that can be no
	 * key.
	 */
	readonly expects: 'word' | 'value';
	/** Keys from the root, `*` for an item of a list. Of a word the mapping or item around it, of a value its own. */
	readonly path: readonly string[];
	/** What is written there so far, and would be replaced. */
	readonly written: Range;
	/** The keys that stand beside it, its own not among them. */
	readonly siblings: ReadonlySet<string>;
	/** The column of the keys of this mapping: what the next line of it would be indented by. */
	readonly column: number;
	/** A colon follows already. */
	readonly hasColon: boolean;
	/** It stands within `{…}` or `[…]`. */
	readonly inFlow: boolean;
	/** Directly behind a colon or a dash: a space has to be written first. */
	readonly needsSpace: boolean;
}

/** The line of the cursor, as far as it is understood. */
export interface Line {
	readonly text: string;
	readonly lineStart: number;
	/** Without white space and comment at its end, yet never before the cursor. */
	readonly lineEnd: number;
	readonly offset: number;
	/** Behind indentation and dashes. */
	readonly column: number;
}
