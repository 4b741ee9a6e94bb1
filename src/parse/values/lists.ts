import type { Located } from '../../core/range.ts';

/** More words are prose. */
const MAX_WORDS = 6;
const MAX_ITEM_LENGTH = 60;
const SEPARATOR = /[,;，、；]|\s\+\s|\s&\s/gu;

/** Splits a value such as "mail, web (EU)" into its items. Empty if it is prose. */
export function readList({ value, range }: Located<string>): Located<string>[] {
	const items: Located<string>[] = [];
	const isUnchanged = range.end - range.start === value.length;
	let start = 0;
	const cuts = [...value.matchAll(SEPARATOR)].filter(({ index }) => !isInParentheses(value, index));
	for (const cut of [...cuts, { index: value.length, 0: '' }]) {
		const written = value.slice(start, cut.index);
		const item = written.replace(/[*`]/g, '').trim();
		if (item.length > MAX_ITEM_LENGTH || item.split(/\s+/u).length > MAX_WORDS) {
			return [];
		}
		if (item !== '') {
			const at = value.indexOf(item, start);
			items.push({
				value: item,
				range: isUnchanged && at >= 0 ? { start: range.start + at, end: range.start + at + item.length } : range,
			});
		}
		start = cut.index + cut[0].length;
	}
	return items;
}

/** Whether an offset is after an opening parenthesis that is not closed before it. Values are short. */
function isInParentheses(value: string, offset: number): boolean {
	const before = value.slice(Math.max(0, offset - 200), offset);
	return before.lastIndexOf('(') > before.lastIndexOf(')');
}
