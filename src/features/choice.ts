import type { CompletionItem } from 'vscode-languageserver-types';
import type { Range } from '../core/range.ts';

/** One completion item. The other properties are those of the protocol; `insert` is the inserted text. */
export interface Choice
	extends Pick<
		CompletionItem,
		| 'label'
		| 'labelDetails'
		| 'command'
		| 'kind'
		| 'detail'
		| 'documentation'
		| 'filterText'
		| 'insertTextFormat'
		| 'preselect'
	> {
	/** Defaults to the label. */
	readonly insert?: string;
}

export interface Choices {
	/** In the order in which the editor shows them. */
	readonly items: readonly Choice[];
	/** The range that an item replaces. */
	readonly written: Range;
	/** There are more items: the editor repeats the request as the user types. */
	readonly isIncomplete?: boolean;
}
