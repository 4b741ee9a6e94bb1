import type { ActionItem } from '../../../core/incident.ts';
import type { Range } from '../../../core/range.ts';
import type { LogDocument } from '../../../parse/model/document.ts';
import type { ItemState } from '../../../vocabulary/language.ts';
import type { Vocabulary } from '../../../vocabulary/vocabulary.ts';

/** Returns the action items of a record or a postmortem, from its fields and from its text. */
export function actionItemsOf({ incidents, postmortem }: LogDocument): readonly ActionItem[] {
	return [...incidents.flatMap(({ actionItems }) => actionItems), ...(postmortem?.actionItems ?? [])];
}

/** Returns true for an item of the field `action_items`, and false for one in a Markdown list or table. */
export function isInField({ range }: ActionItem, { data }: LogDocument): boolean {
	return data !== undefined && data.range.start <= range.start && range.end <= data.range.end;
}

/** Returns the state of an item; undefined for an unknown status. An item without a status is open. */
export function stateOf({ status }: ActionItem, vocabulary: Vocabulary): ItemState | undefined {
	return status === undefined ? 'open' : vocabulary.itemState(status.value);
}

/** Returns true for a completed or dropped item. */
export function isClosed(item: ActionItem, vocabulary: Vocabulary): boolean {
	const state = stateOf(item, vocabulary);
	return state === 'done' || state === 'dropped';
}

const PLACEHOLDER =
	/^(?:tb[acd]|to\s?do|to be (?:agreed|assigned|confirmed|decided|defined)|\?+|n\/?a|none|nobody|unassigned|unknown|\[?@?(?:owner|name|assignee|team|person|username|your name)\]?|<[^<>]{1,40}>|[-–—…._@]+)$/i;

/** Returns true for a value that states that the owner or the date is not known yet. */
export function isPlaceholder(text: string): boolean {
	return PLACEHOLDER.test(text.trim());
}

/** Returns true for a Markdown item with a reference to a tracker: a link, an issue number, or the key of a ticket. */
export function isTracked({ range, ticket }: ActionItem, { text }: LogDocument): boolean {
	if (ticket !== undefined && !isPlaceholder(ticket.value)) {
		return true;
	}
	const written = text.slice(range.start, range.end);
	return /\]\(|https?:\/\/|(?<![\w&])#\d|\b[A-Z][A-Z\d]{1,9}-\d/.test(written);
}

const BOX = /^\[[ xX]\]\s+/;

/** Returns the range of an item's title without its checkbox, or of its first line if it has no title. */
export function nameOfItem({ title, range }: ActionItem, { text }: LogDocument): Range {
	const { start, end } = title?.range ?? range;
	const written = text.slice(start, end);
	const box = BOX.exec(written)?.[0].length ?? 0;
	const line = /^[^\r\n]*/.exec(written)?.[0].trimEnd().length ?? 0;
	return { start: start + box, end: title ? end : start + Math.max(box, line) };
}
