import { PageMemo } from '../bulletin/page-memo.ts';
import type { PagePart } from '../bulletin/page-part.ts';
import { newPart, partChanges } from '../bulletin/part-changes.ts';
import type { NewPart, PartChange } from '../core/part-change.ts';

interface View {
	readonly memo: PageMemo;
	readonly version: number;
	/** The parts of the last page. */
	readonly parts: readonly PagePart[];
}

/** Number of views whose last page is kept. An editor has one view of its page, or one in each of a few windows. */
const MAX_VIEWS = 4;

/** The last page of each view of a client, for the changes to the next one. */
export class PageViews {
	readonly #views = new Map<string, View>();

	/** Returns the drawn parts of the last page of a view. */
	memoOf(view: string): PageMemo {
		return this.#views.get(view)?.memo ?? this.#store(view, { memo: new PageMemo(), version: 0, parts: [] }).memo;
	}

	/** Stores the next page of a view. Returns its changes since the known version, or the whole page if another one is known. */
	update(
		view: string,
		known: number | undefined,
		parts: readonly PagePart[],
	): {
		readonly version: number;
		readonly parts?: readonly NewPart[];
		readonly changes?: readonly PartChange[];
	} {
		const memo = this.memoOf(view);
		const last = this.#views.get(view);
		const { version } = this.#store(view, { memo, version: (last?.version ?? 0) + 1, parts });
		return last !== undefined && known === last.version && known > 0
			? { version, changes: partChanges(last.parts, parts) }
			: { version, parts: parts.map(newPart) };
	}

	/** Stores a view as the last used one, and forgets the one that was not used for the longest time. */
	#store(name: string, view: View): View {
		this.#views.delete(name);
		this.#views.set(name, view);
		const [oldest] = this.#views.keys();
		if (this.#views.size > MAX_VIEWS && oldest !== undefined) {
			this.#views.delete(oldest);
		}
		return view;
	}
}
