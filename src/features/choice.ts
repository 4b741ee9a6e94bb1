import type { CompletionItem } from 'vscode-languageserver-types';
import type { Range } from '../core/range.ts';

/** One thing that can be completed. What the editor shows is the protocol's; what it writes is `insert`. */
export interface Choice
	extends Pick<
		CompletionItem,
		'label' | 'labelDetails' | 'kind' | 'detail' | 'documentation' | 'filterText' | 'insertTextFormat' | 'preselect'
	> {
	/** Without it, the label. */
	readonly insert?: string;
}

export interface Choices {
	/** In the order in which they are shown. */
	readonly items: readonly Choice[];
	/** What they would replace. */
	readonly written: Range;
	/** There are more: the editor asks again as more is typed. */
	readonly incomplete?: boolean;
}
