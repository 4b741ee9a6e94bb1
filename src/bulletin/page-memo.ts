import type { Reference } from '../core/reference.ts';
import type { PictureLayout } from './layout.ts';
import { MemoTable } from './memo.ts';
import type { MergedIncident } from './merged-incident.ts';
import type { PictureBox } from './model.ts';

/** HTML with the offset of its part when it was rendered. Offsets in it change with that of the part. */
export interface RenderedAt {
	readonly html: string;
	readonly offset: number;
}

/** Prose with the looks of its references. */
export interface RenderedProse extends RenderedAt {
	/** The references that were rendered, with all that is visible of their targets. */
	readonly looks: readonly (readonly [reference: Reference, look: string])[];
}

/**
 * The parts of a page that were drawn before. A page that is drawn again after an edit computes only the parts whose facts
 * have changed. Belongs to one view of a log: see `sweep`.
 */
export class PageMemo {
	readonly merged = new MemoTable<MergedIncident | undefined>();
	readonly boxes = new MemoTable<PictureBox>();
	readonly prose = new MemoTable<RenderedProse>();
	readonly entries = new MemoTable<RenderedAt>();
	readonly layouts = new MemoTable<PictureLayout>();
	readonly items = new MemoTable<RenderedAt>();
	readonly rows = new MemoTable<string>();
	readonly legends = new MemoTable<{ readonly html: string; readonly height: number }>();

	/** The box of which another one is a copy with another offset. */
	readonly #originals = new WeakMap<PictureBox, PictureBox>();

	/** Returns the box at another offset. */
	moved(box: PictureBox, offset: number): PictureBox {
		if (box.offset === offset) {
			return box;
		}
		const moved = { ...box, offset };
		this.#originals.set(moved, box);
		return moved;
	}

	/** Returns an object that is the same as long as all facts of a box but its offset are. */
	factsOf(box: PictureBox): PictureBox {
		return this.#originals.get(box) ?? box;
	}

	/** The number of computed results of each table, for tests. */
	get computed(): Readonly<Record<string, number>> {
		return Object.fromEntries(Object.entries(this.#tables).map(([name, table]) => [name, table.computed]));
	}

	/** Removes the parts that the last page did not use. */
	sweep(): void {
		for (const table of Object.values(this.#tables)) {
			table.sweep();
		}
	}

	get #tables(): Readonly<Record<string, MemoTable<unknown>>> {
		const { merged, boxes, prose, entries, layouts, items, rows, legends } = this;
		return { merged, boxes, prose, entries, layouts, items, rows, legends } as Readonly<
			Record<string, MemoTable<unknown>>
		>;
	}
}
