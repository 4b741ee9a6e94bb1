import { type Document, isCollection, type Scalar, visit, type YAMLParseError } from 'yaml';
import type { Range } from '../../core/range.ts';
import type { TextEdit } from '../../core/text-edit.ts';
import { CONFLICT } from '../model/document.ts';
import { endOfLine, type SyntaxFault, startOfLine } from './syntax-faults.ts';
import { brief } from './tree.ts';

/** In UTF-16 units. Longer tagged values are not repaired. */
const MAX_TAGGED_LENGTH = 1000;

/** A recognised syntax fault, with the edits that make the rest of the text parse as intended. */
export interface Repair {
	readonly fault: SyntaxFault;
	readonly edits: readonly TextEdit[];
}

/** The input of a repair: the parsed text, the parse result, and the error with the lowest offset. */
interface BrokenYaml {
	readonly text: string;
	readonly parsed: Document.Parsed;
	readonly error: YAMLParseError;
}

/**
 * Returns the likely cause of the first error of a text. A YAML parser often reports an error far from its cause: it
 * reports an unclosed quote only at the end of the file, and reads all fields in between as its text. Undefined if there
 * is no error or no repair recognises it.
 */
export function findRepair(text: string, parsed: Document.Parsed): Repair | undefined {
	let error: YAMLParseError | undefined;
	for (const other of parsed.errors) {
		error = !error || other.pos[0] < error.pos[0] ? other : error;
	}
	const tag = unknownTag(text, parsed, error?.pos[0] ?? text.length);
	if (tag !== undefined || error === undefined) {
		return tag;
	}
	const broken = { text, parsed, error };
	for (const repair of REPAIRS) {
		const found = repair(broken);
		if (found) {
			return found;
		}
	}
	return undefined;
}

const REPAIRS: readonly ((broken: BrokenYaml) => Repair | undefined)[] = [
	mergeConflict,
	tabIndentation,
	openQuote,
	openBracket,
	deeperKey,
	keyWithoutColon,
	unquotedValue,
	strayToken,
];

/** Conflict markers of a version control system. Their lines are blanked. */
function mergeConflict({ text }: BrokenYaml): Repair | undefined {
	const marks = [...text.matchAll(/^(?:<{7} .*|={7}|>{7} .*)\r?$/gm)];
	const first = marks[0];
	if (!first) {
		return undefined;
	}
	return {
		fault: {
			range: { start: first.index, end: first.index + 7 },
			message: CONFLICT,
		},
		edits: marks.map(mark => blank(text, mark.index, mark.index + mark[0].length)),
	};
}

/** Tabs in an indentation. Each is replaced by one space. */
function tabIndentation({ text, error }: BrokenYaml): Repair | undefined {
	if (error.code !== 'TAB_AS_INDENT') {
		return undefined;
	}
	const untabbed = text.replace(/^[ \t]+/gm, indentation => ' '.repeat(indentation.length));
	const [start] = error.pos;
	return {
		fault: { range: { start, end: start + 1 }, message: 'Tab in the indentation. Expected spaces.' },
		edits: [{ range: { start: 0, end: text.length }, newText: untabbed }],
	};
}

/** A quote that is closed on a later line, or never. It is closed at the end of its line. */
function openQuote({ text, parsed, error }: BrokenYaml): Repair | undefined {
	const [at] = error.pos;
	let open: { readonly node: Scalar; readonly isFlow: boolean } | undefined;
	visit(parsed, {
		Scalar: (_key, node, path) => {
			const range = node.range;
			if (!range || range[0] > at) {
				return;
			}
			const quoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE';
			const endsHere = range[1] >= at || endOfLine(text, range[1]) >= at;
			const never = error.message.startsWith('Missing closing') && range[1] >= at - 1;
			if (quoted && endsHere && (never || endOfLine(text, range[0]) < range[1])) {
				open = { node, isFlow: path.some(parent => isCollection(parent) && parent.flow === true) };
			}
		},
	});
	const start = open?.node.range?.[0];
	if (!open || start === undefined) {
		return undefined;
	}
	const quote = text[start] ?? '"';
	const line = text.slice(start + 1, endOfLine(text, start));
	const stop = open.isFlow ? line.search(/[,}\]]/) : -1;
	const end = start + 1 + (stop < 0 ? line : line.slice(0, stop)).trimEnd().length;
	return {
		fault: {
			range: { start, end: start + 1 },
			message: `Unclosed quote \`${quote}\`. Expected another \`${quote}\` on the same line.`,
		},
		edits: [{ range: { start: end, end }, newText: quote }],
	};
}

/** An unclosed bracket. It is closed where the parser, by the indentation, reports the end of the collection. */
function openBracket({ text, parsed, error }: BrokenYaml): Repair | undefined {
	if (!/^Flow .* end with a [\]}]$/.test(error.message)) {
		return undefined;
	}
	const end = text.slice(0, error.pos[0]).trimEnd().length;
	const open: number[] = [];
	visit(parsed, {
		Collection: (_key, node) => {
			const [from, to] = node.range ?? [0, 0];
			const unclosed = /[[{]/.test(text[from] ?? '') && !/[\]}]/.test(text[to - 1] ?? '');
			if (node.flow === true && unclosed && from < end && to >= end) {
				open.push(from);
			}
		},
	});
	const start = open[0];
	if (start === undefined) {
		return undefined;
	}
	const opening = text[start] ?? '';
	const closing = open.reverse().map(closingOf(text)).join('');
	const message = `Unclosed bracket \`${opening}\`. Expected \`${closing.at(-1)}\`.`;
	return {
		fault: { range: { start, end: start + 1 }, message },
		edits: [{ range: { start: end, end }, newText: closing }],
	};
}

function closingOf(text: string): (opening: number) => string {
	return opening => (text[opening] === '[' ? ']' : '}');
}

/** A key with more indentation than the key before it, which already has a value. Its indentation is reduced. */
function deeperKey({ text, parsed, error }: BrokenYaml): Repair | undefined {
	const [start] = error.pos;
	const again = parsed.errors.find(({ code, pos }) => code === 'MULTILINE_IMPLICIT_KEY' && pos[0] === start);
	const valueLine = startOfLine(text, start);
	if (!again || text.slice(valueLine, start).trim() === '') {
		return undefined;
	}
	const keyLine = startOfLine(text, again.pos[1]);
	const expected = /^[ \t]*(?:- +)*/.exec(text.slice(valueLine, start))?.[0].length ?? 0;
	const found = indentationAt(text, keyLine);
	if (found <= expected) {
		return undefined;
	}
	const edits: TextEdit[] = [];
	for (let line = keyLine; line < text.length && indentationAt(text, line) === found; ) {
		edits.push({ range: { start: line + expected, end: line + found }, newText: '' });
		line = text.indexOf('\n', line) + 1 || text.length;
	}
	const key = { start: keyLine + found, end: Math.max(keyLine + found, again.pos[1]) };
	const name = brief(text.slice(key.start, key.end));
	const message = `Key \`${name}\` has more indentation than the key before it. Expected the same indentation.`;
	return { fault: { range: key, message }, edits };
}

function indentationAt(text: string, line: number): number {
	return /^ */.exec(text.slice(line, line + 1000))?.[0].length ?? 0;
}

/** A word on a line of its own without a colon, such as a key that is being typed. It is blanked. */
function keyWithoutColon({ text, error }: BrokenYaml): Repair | undefined {
	const multiline = error.code === 'MULTILINE_IMPLICIT_KEY';
	if (!multiline && !error.message.startsWith('Implicit map keys')) {
		return undefined;
	}
	const start = error.pos[0];
	if (text.startsWith('- ', start)) {
		return blankRestOfLine(
			text,
			start,
			'List item `- ` between keys. Expected `key: value`, or the list under its own key.',
		);
	}
	const end = multiline ? startOfLine(text, error.pos[1]) : error.pos[1];
	const before = text.slice(startOfLine(text, start), start);
	if (end <= start || !/^[ \t]*(?:- +)*$/.test(before)) {
		return undefined;
	}
	const range = { start, end: Math.min(end, endOfLine(text, start)) };
	const word = text.slice(range.start, range.end).trimEnd();
	const message = `Key without a value: \`${brief(word)}\`. Expected \`key: value\`.`;
	return { fault: { range: { start, end: start + word.length }, message }, edits: [blank(text, start, end)] };
}

const REFUSED_STARTS: ReadonlySet<string> = new Set(['BAD_SCALAR_START', 'BAD_ALIAS']);

/** A value that YAML reads as something else without quotes: `Fix: it`, `**bold**`, `[a](b)`, `- a`, `"a" b`. */
function unquotedValue({ text, error }: BrokenYaml): Repair | undefined {
	const line = startOfLine(text, error.pos[0]);
	const inFlow = error.code === 'BLOCK_IN_FLOW';
	const head = inFlow
		? error.pos[0] - line
		: (/^[ \t]*(?:- +)*(?:[\w.-]+:[ \t]+)?/.exec(text.slice(line))?.[0].length ?? 0);
	const start = line + head;
	const end = inFlow ? Math.min(error.pos[1], endOfLine(text, start)) : endOfLine(text, start);
	const rest = text.slice(start, end);
	const comment = rest.search(/[ \t]#/);
	const value = (comment < 0 ? rest : rest.slice(0, comment)).trimEnd();
	const question = value.startsWith('? ');
	const colon = !question && (error.code === 'BLOCK_AS_IMPLICIT_KEY' || inFlow);
	const reserved = /^[*&!%@`[{"'|>?-]/.test(value);
	const isBlockText = /^[|>]/.test(value) && indentationAt(text, end + 1) > indentationAt(text, line);
	const isRefused =
		REFUSED_STARTS.has(error.code) ||
		(reserved && !isBlockText && /node end|same line|YAML token|header includes/.test(error.message));
	const isFault = colon || question || isRefused;
	if (head === 0 || value === '' || !isFault) {
		return undefined;
	}
	const message = colon
		? 'Second `: ` in one value. Expected the value in quotes.'
		: /^["']/.test(value)
			? `Text after the closing quote \`${value[0]}\`. Expected the whole value in other quotes.`
			: `Unquoted value begins with ${value.startsWith('`') ? 'a backtick' : `\`${value[0]}\``}. Expected the value in quotes.`;
	return quoteValue({ start, end: start + value.length }, value, message);
}

/** A text that begins with an exclamation mark, which YAML takes for a tag: `!important host`. */
function unknownTag(text: string, { warnings }: Document.Parsed, before: number): Repair | undefined {
	const tag = warnings.find(({ code, pos }) => code === 'TAG_RESOLVE_FAILED' && pos[0] < before);
	// Tags with two marks are those of YAML 1.1, such as `!!timestamp`.
	if (tag === undefined || text.startsWith('!!', tag.pos[0])) {
		return undefined;
	}
	const [start] = tag.pos;
	const end = endOfLine(text, start);
	const line = startOfLine(text, start);
	const rest = text.slice(start, Math.min(end, start + MAX_TAGGED_LENGTH));
	const comment = rest.search(/[ \t]#/);
	const value = (comment < 0 ? rest : rest.slice(0, comment)).trimEnd();
	const isPlain = /^[ \t]*(?:- +)*[\w.-]+:[ \t]+$/.test(text.slice(line, start)) && !/[[{"']/.test(value);
	const continues = indentationAt(text, end + 1) > indentationAt(text, line);
	const message = 'Unquoted value begins with `!`. Expected the value in quotes.';
	return isPlain && !continues ? quoteValue({ start, end: start + value.length }, value, message) : undefined;
}

/** Puts a value in quotes. Undefined if it contains both kinds of quotes. */
function quoteValue(range: Range, value: string, message: string): Repair | undefined {
	const quote = /["\\]/.test(value) ? "'" : '"';
	if (value.includes(quote)) {
		return undefined;
	}
	return {
		fault: { range, message, corrected: quote + value + quote },
		edits: [
			{ range: { start: range.start, end: range.start }, newText: quote },
			{ range: { start: range.end, end: range.end }, newText: quote },
		],
	};
}

/** A token at which the parser ends the document, such as an extra closing bracket. The rest of its line is blanked. */
function strayToken({ text, error }: BrokenYaml): Repair | undefined {
	const [start] = error.pos;
	const found = text.slice(start, endOfLine(text, start)).trim();
	if (error.code !== 'UNEXPECTED_TOKEN' || !/in YAML (?:stream|document)/.test(error.message) || found === '') {
		return undefined;
	}
	const message = /^[\]}]/.test(found)
		? `Unmatched closing bracket \`${found[0]}\`. Expected an opening bracket before it.`
		: `Unexpected text \`${brief(found)}\`. Expected \`key: value\`.`;
	return blankRestOfLine(text, start, message);
}

/** Blanks the rest of a line. */
function blankRestOfLine(text: string, start: number, message: string): Repair {
	return { fault: { range: { start, end: start + 1 }, message }, edits: [blank(text, start, endOfLine(text, start))] };
}

/** Replaces a stretch of text by spaces. Line breaks and all other offsets are unchanged. */
function blank(text: string, start: number, end: number): TextEdit {
	return { range: { start, end }, newText: text.slice(start, end).replace(/[^\r\n]/g, ' ') };
}
