import type { NewPart, PartChange, UnchangedParts } from '../core/part-change.ts';
import { type LeafPart, type PagePart, type ParentPart, shiftedHtml } from './page-part.ts';

/** Returns how the parts of a rendered page follow from those of an earlier one. */
export function partChanges(before: readonly PagePart[], after: readonly PagePart[]): readonly PartChange[] {
	const earlier = new Map(before.map((part, index) => [part.key, { part, index }]));
	const changes: PartChange[] = [];
	for (const part of after) {
		const old = earlier.get(part.key);
		// A key that occurs twice is used once.
		earlier.delete(part.key);
		const change = old === undefined ? newPart(part) : changeOf(old.part, part, old.index);
		const last = changes.at(-1);
		if (last !== undefined && continues(last, change)) {
			changes[changes.length - 1] = { ...last, count: last.count + 1 };
		} else {
			changes.push(change);
		}
	}
	return changes;
}

/** Returns a part as it is first sent. */
export function newPart(part: PagePart): NewPart {
	return 'html' in part
		? { html: shiftedHtml(part) }
		: { open: part.open, close: part.close, children: part.children.map(newPart) };
}

function changeOf(before: PagePart, after: PagePart, from: number): PartChange {
	if (before === after) {
		return { from, count: 1 };
	}
	if ('html' in before && 'html' in after) {
		return leafChange(before, after, from);
	}
	if (!('html' in before) && !('html' in after) && nameOf(before) === nameOf(after) && before.close === after.close) {
		return parentChange(before, after, from);
	}
	return newPart(after);
}

function leafChange(before: LeafPart, after: LeafPart, from: number): PartChange {
	const shift = (after.shift ?? 0) - (before.shift ?? 0);
	if (before.html !== after.html || (shift !== 0 && before.source !== after.source)) {
		return { html: shiftedHtml(after), replaces: from };
	}
	return { from, count: 1, ...(shift !== 0 && { shift }) };
}

function parentChange(before: ParentPart, after: ParentPart, from: number): PartChange {
	const changes = partChanges(before.children, after.children);
	const [run] = changes;
	const isUnchanged =
		changes.length === 0
			? before.children.length === 0
			: changes.length === 1 && isRun(run) && run.count === before.children.length && run.shift === undefined;
	return before.open === after.open && isUnchanged
		? { from, count: 1 }
		: { from, ...(before.open !== after.open && { tag: after.open }), changes };
}

/** The name of an element. Empty for parts without an element. */
function nameOf({ open }: ParentPart): string {
	return /^<([a-z]+)/.exec(open)?.[1] ?? '';
}

function isRun(change: PartChange | undefined): change is UnchangedParts {
	return change !== undefined && 'count' in change;
}

function continues(last: PartChange, next: PartChange): last is UnchangedParts {
	return isRun(last) && isRun(next) && next.from === last.from + last.count && next.shift === last.shift;
}
