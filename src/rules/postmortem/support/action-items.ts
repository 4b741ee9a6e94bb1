import type { ActionItem } from '../../../core/incident.ts';
import type { Range } from '../../../core/range.ts';
import type { LogDocument } from '../../../parse/model/document.ts';

/** The action items of a record or a postmortem, from its fields and from its text. */
export function actionItemsOf({ incidents, postmortem }: LogDocument): readonly ActionItem[] {
	return [...incidents.flatMap(({ actionItems }) => actionItems), ...(postmortem?.actionItems ?? [])];
}

/** Whether it stands in `action_items`, and not in a list or a table in Markdown. */
export function isInField({ range }: ActionItem, { data }: LogDocument): boolean {
	return data !== undefined && data.range.start <= range.start && range.end <= data.range.end;
}

const CLOSED: ReadonlySet<string> = new Set([
	'cancelled',
	'canceled',
	'closed',
	'complete',
	'completed',
	'done',
	'dropped',
	'fixed',
	'merged',
	'obsolete',
	'resolved',
	"won't do",
	'wontfix',
	'x',
	'yes',
	'✅',
	'✔',
	'✔️',
]);

/** Done, or dropped. One that does not say is still to do. */
export function isClosed({ status }: ActionItem): boolean {
	return status !== undefined && CLOSED.has(status.value.trim().toLowerCase());
}

const NOBODY =
	/^(?:tb[acd]|to\s?do|to be (?:agreed|assigned|confirmed|decided|defined)|\?+|n\/?a|none|nobody|unassigned|unknown|[-–—]+)$/i;

/** Whether a cell or a field that should say who or when says that nobody knows yet. */
export function saysNothing(text: string): boolean {
	return NOBODY.test(text.trim());
}

/** Whether an item in Markdown leads to where it is followed up: a link, a number of an issue, a ticket. */
export function isTracked({ range }: ActionItem, { text }: LogDocument): boolean {
	const written = text.slice(range.start, range.end);
	return /\]\(|https?:\/\/|(?<![\w&])#\d|\b[A-Z][A-Z\d]{1,9}-\d/.test(written);
}

const BOX = /^\[[ xX]\]\s+/;

/** Where an item is named: its title without the box before it, or else its first line. */
export function nameOfItem({ title, range }: ActionItem, { text }: LogDocument): Range {
	const { start, end } = title?.range ?? range;
	const written = text.slice(start, end);
	const box = BOX.exec(written)?.[0].length ?? 0;
	const line = /^[^\r\n]*/.exec(written)?.[0].trimEnd().length ?? 0;
	return { start: start + box, end: title ? end : start + Math.max(box, line) };
}
