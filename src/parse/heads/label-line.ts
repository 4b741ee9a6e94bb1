import type { Range } from '../../core/range.ts';
import { trimmed } from '../model/ranges.ts';

/** A label and its value in one line. */
export interface LabelledValue {
	readonly label: Range;
	/** Empty at the end of the label if the value is elsewhere, such as in a nested list or in the next paragraph. */
	readonly value: Range;
	/** No colon marks the label. */
	readonly isWeak: boolean;
}

/** In UTF-16 code units. */
const MAX_LINE_LENGTH = 2000;

/** List markers, checkboxes, emoji and quote marks before a label. */
const OPENING = /^(?:\[[ xX]\][ \t]|[^\p{L}\p{N}*_[(`|]){0,12}/u;
/** `**Label:**` or `**Label**:`. */
const BOLD_LABEL = /(?:\*\*|__)([^*\n:：]{1,80})(?:[:：][ \t]{0,4}(?:\*\*|__)|(?:\*\*|__)[ \t]{0,4}[:：])[ \t]{0,4}/gu;
/** What can precede a second label in a line. */
const SEPARATOR = /(?:^|[\s|·•,;/–—-])[*_]{0,2}$/u;
/** `**Label: value**`. */
const ALL_BOLD = /^(?:\*\*|__)([^*\n:：]{1,60})[:：][ \t]{0,4}([^*\n]{1,1900})(?:\*\*|__)[ \t]{0,40}$/u;
/** `**Label** value`, `**Label** - value`. */
const BOLD_WITHOUT_COLON =
	/^(?:\*\*|__)([^*\n:：]{1,60})(?:\*\*|__)[ \t]{1,20}(?:[–—=→-]{1,2}[ \t]{1,20})?(\S.{0,1900})$/u;
/** `Label: value`, `_Label:_ value`, and `Label:: value` as in Obsidian. */
const PLAIN_LABEL = /^[*_]?(\p{L}[^\n:：|*]{0,59})(?:::|[:：])[*_]?(?:[ \t]{1,40}(.{0,1900}))?$/u;
/** A label that a date follows at once: `Incident declared 2024-08-26 05:40`. */
const BEFORE_DATE = /^(\p{L}[^\n:：|*\d]{0,59})[ \t](\d{4}-\d\d-\d\d.{0,200})$/u;
const PARTS = /[ \t]{1,20}[|·•][ \t]{1,20}/gu;

/** Reads the labels of a line, in order. Only the first line of `range` is read. */
export function readLabelLine(text: string, range: Range): LabelledValue[] {
	const newline = text.indexOf('\n', range.start);
	const end = Math.min(range.start + MAX_LINE_LENGTH, newline < 0 ? range.end : Math.min(newline, range.end));
	const line = trimmed(text, { start: range.start, end: endWithoutBreak(text, end) });
	const opening = OPENING.exec(text.slice(line.start, line.end))?.[0].length ?? 0;
	const whole = { start: Math.min(line.end, line.start + opening), end: line.end };
	const bold = boldLabels(text, whole);
	return bold.length > 0 ? bold : (allBold(text, whole) ?? plainLabels(text, whole));
}

/** A backslash at the end of a line is a hard break. */
function endWithoutBreak(text: string, end: number): number {
	return text[end - 1] === '\\' ? end - 1 : end;
}

function boldLabels(text: string, line: Range): LabelledValue[] {
	const written = text.slice(line.start, line.end);
	const matches = [...written.matchAll(BOLD_LABEL)].filter(
		({ index }) => index === 0 || SEPARATOR.test(written.slice(Math.max(0, index - 6), index)),
	);
	// A bold label in the middle of a sentence is emphasis.
	if (matches[0]?.index !== 0) {
		return [];
	}
	return matches.map((match, i) => {
		const start = line.start + match.index + match[0].length;
		const end = line.start + (matches[i + 1]?.index ?? written.length);
		const label = labelRange(text, line.start + match.index + 2, match[1] ?? '');
		return { label, value: withoutSeparators(text, { start, end }), isWeak: false };
	});
}

function allBold(text: string, line: Range): LabelledValue[] | undefined {
	const written = text.slice(line.start, line.end);
	const [, label, value] = ALL_BOLD.exec(written) ?? [];
	if (label !== undefined && value !== undefined) {
		const start = written.indexOf(value, 2 + label.length);
		return [
			{
				label: labelRange(text, line.start + 2, label),
				value: trimmed(text, { start: line.start + start, end: line.start + start + value.length }),
				isWeak: false,
			},
		];
	}
	const [, name, rest] = BOLD_WITHOUT_COLON.exec(written) ?? [];
	if (name === undefined || rest === undefined) {
		return undefined;
	}
	return [
		{
			label: labelRange(text, line.start + 2, name),
			value: trimmed(text, { start: line.end - rest.length, end: line.end }),
			isWeak: true,
		},
	];
}

/** `Date: 2026-02-03 | Severity: SEV-2`, `Severity | SEV-2`, or one label. */
function plainLabels(text: string, line: Range): LabelledValue[] {
	const written = text.slice(line.start, line.end);
	const cuts = [...written.matchAll(PARTS)].slice(0, 20);
	const starts = [0, ...cuts.map(cut => cut.index + cut[0].length)];
	const parts = starts.map((start, i) => ({
		start: line.start + start,
		end: line.start + (cuts[i]?.index ?? written.length),
	}));
	const labels = parts.map(part => plainLabel(text, part));
	if (labels[0] !== undefined) {
		return mergeParts(labels, parts);
	}
	const [label, value] = parts;
	if (parts.length === 2 && label && value && label.end - label.start <= 60) {
		return [{ label: trimmed(text, label), value: trimmed(text, value), isWeak: true }];
	}
	const [, name, rest] = BEFORE_DATE.exec(written) ?? [];
	return name === undefined || rest === undefined
		? []
		: [
				{
					label: labelRange(text, line.start, name),
					value: { start: line.end - rest.length, end: line.end },
					isWeak: true,
				},
			];
}

function plainLabel(text: string, part: Range): LabelledValue | undefined {
	const written = text.slice(part.start, part.end);
	const [, label, value = ''] = PLAIN_LABEL.exec(written) ?? [];
	return label === undefined
		? undefined
		: {
				label: labelRange(text, part.start + written.indexOf(label), label),
				value: trimmed(text, { start: part.end - value.length, end: part.end }),
				isWeak: false,
			};
}

/** A part without a label belongs to the value before it: "Date: 2026-02-03 | Tuesday". */
function mergeParts(labels: readonly (LabelledValue | undefined)[], parts: readonly Range[]): LabelledValue[] {
	const merged: LabelledValue[] = [];
	for (const [i, label] of labels.entries()) {
		const last = merged.at(-1);
		const part = parts[i];
		if (label !== undefined) {
			merged.push(label);
		} else if (last !== undefined && part !== undefined) {
			merged[merged.length - 1] = { ...last, value: { start: last.value.start, end: part.end } };
		}
	}
	return merged;
}

function labelRange(text: string, start: number, label: string): Range {
	return trimmed(text, { start, end: start + label.length });
}

function withoutSeparators(text: string, range: Range): Range {
	let { start, end } = trimmed(text, range);
	while (end > start && /[\s|·•,;]/.test(text[end - 1] ?? '')) {
		end--;
	}
	// The dash of "**Label:** - value", and a dash before the next label.
	while (end > start && /[–—/-]/.test(text[end - 1] ?? '') && /\s/.test(text[end - 2] ?? ' ')) {
		({ start, end } = trimmed(text, { start, end: end - 1 }));
	}
	while (end > start && /[–—-]/.test(text[start] ?? '') && /\s/.test(text[start + 1] ?? '')) {
		({ start, end } = trimmed(text, { start: start + 1, end }));
	}
	return { start, end };
}
