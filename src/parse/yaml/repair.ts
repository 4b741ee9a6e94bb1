import { type Document, isCollection, type Scalar, visit, type YAMLParseError } from 'yaml';
import type { TextEdit } from '../../core/text-edit.ts';
import { endOfLine, type SyntaxFault, startOfLine } from './syntax-faults.ts';
import { brief } from './tree.ts';

/** A slip that is understood, with the edits under which the rest of the text can be read as it is meant. */
export interface Repair {
	readonly fault: SyntaxFault;
	readonly edits: readonly TextEdit[];
}

/** What a repair may look at: the text that was parsed, what came of it, and its first error. */
interface BrokenYaml {
	readonly text: string;
	readonly parsed: Document.Parsed;
	readonly error: YAMLParseError;
}

/**
 * Says what slip of the hand is behind the first error of a text. Errors of a YAML parser tend to stand far from their
 * cause: an open quote is only missed at the end of the file, and swallows all fields in between. Undefined where there
 * is no error, or none that is understood.
 */
export function findRepair(text: string, parsed: Document.Parsed): Repair | undefined {
	let error: YAMLParseError | undefined;
	for (const other of parsed.errors) {
		error = !error || other.pos[0] < error.pos[0] ? other : error;
	}
	if (!error) {
		return undefined;
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

/** The marks that a merge leaves: their lines are left out. */
function mergeConflict({ text }: BrokenYaml): Repair | undefined {
	const marks = [...text.matchAll(/^(?:<{7} .*|={7}|>{7} .*)\r?$/gm)];
	const first = marks[0];
	if (!first) {
		return undefined;
	}
	return {
		fault: { range: { start: first.index, end: first.index + 7 }, message: 'a merge conflict; expected one version' },
		edits: marks.map(mark => blank(text, mark.index, mark.index + mark[0].length)),
	};
}

/** Every tab in an indentation counts as one space. */
function tabIndentation({ text, error }: BrokenYaml): Repair | undefined {
	if (error.code !== 'TAB_AS_INDENT') {
		return undefined;
	}
	const mended = text.replace(/^[ \t]+/gm, indentation => ' '.repeat(indentation.length));
	const [start] = error.pos;
	return {
		fault: { range: { start, end: start + 1 }, message: 'a tab in the indentation; expected spaces' },
		edits: [{ range: { start: 0, end: text.length }, newText: mended }],
	};
}

/** A quote that is closed only lines further down, or never: closed where its line ends. */
function openQuote({ text, parsed, error }: BrokenYaml): Repair | undefined {
	const [at] = error.pos;
	let open: { readonly node: Scalar; readonly flow: boolean } | undefined;
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
				open = { node, flow: path.some(parent => isCollection(parent) && parent.flow === true) };
			}
		},
	});
	const start = open?.node.range?.[0];
	if (!open || start === undefined) {
		return undefined;
	}
	const quote = text[start] ?? '"';
	const line = text.slice(start + 1, endOfLine(text, start));
	const stop = open.flow ? line.search(/[,}\]]/) : -1;
	const end = start + 1 + (stop < 0 ? line : line.slice(0, stop)).trimEnd().length;
	return {
		fault: {
			range: { start, end: start + 1 },
			message: `\`${quote}\` is not closed on its line; expected another \`${quote}\``,
		},
		edits: [{ range: { start: end, end }, newText: quote }],
	};
}

/** A bracket that is not closed: closed where the parser, by the indentation, sees its end. */
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
	const message = `\`${opening}\` is not closed; expected \`${closing.at(-1)}\``;
	return {
		fault: { range: { start, end: start + 1 }, message },
		edits: [{ range: { start: end, end }, newText: closing }],
	};
}

function closingOf(text: string): (opening: number) => string {
	return opening => (text[opening] === '[' ? ']' : '}');
}

/** A key that stands further in than the one before it, which has a value already: brought back into line. */
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
	const message = `\`${name}\` is indented further than the key before it; expected the same indentation`;
	return { fault: { range: key, message }, edits };
}

function indentationAt(text: string, line: number): number {
	return /^ */.exec(text.slice(line, line + 1000))?.[0].length ?? 0;
}

/** A word on a line of its own that has no colon (yet): left out. */
function keyWithoutColon({ text, error }: BrokenYaml): Repair | undefined {
	const multiline = error.code === 'MULTILINE_IMPLICIT_KEY';
	if (!multiline && !error.message.startsWith('Implicit map keys')) {
		return undefined;
	}
	const start = error.pos[0];
	if (text.startsWith('- ', start)) {
		return blankRestOfLine(text, start, '`- ` among keys; expected `key: value`, or the list under a key of its own');
	}
	const end = multiline ? startOfLine(text, error.pos[1]) : error.pos[1];
	const before = text.slice(startOfLine(text, start), start);
	if (end <= start || !/^[ \t]*(?:- +)*$/.test(before)) {
		return undefined;
	}
	const range = { start, end: Math.min(end, endOfLine(text, start)) };
	const word = text.slice(range.start, range.end).trimEnd();
	const message = `\`${brief(word)}\` without \`: \`; expected \`key: value\``;
	return { fault: { range: { start, end: start + word.length }, message }, edits: [blank(text, start, end)] };
}

/** A value that must be quoted, as YAML sees something else in it: `Fix: it`, `**bold**`, `[a](b)`, `- a`, `"a" b`. */
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
	const colon = error.code === 'BLOCK_AS_IMPLICIT_KEY' || inFlow;
	const reserved = /^[*&!%@`[{"'-]/.test(value);
	if (head === 0 || value === '' || !(colon || (reserved && /node end|same line/.test(error.message)))) {
		return undefined;
	}
	const quote = /["\\]/.test(value) ? "'" : '"';
	if (value.includes(quote)) {
		return undefined;
	}
	const message = colon
		? 'a second `: ` in one value; expected the value in quotes'
		: /^["']/.test(value)
			? `text behind the closing \`${value[0]}\`; expected the whole value in other quotes`
			: `\`${value[0]}\` at the head of a text; expected the text in quotes`;
	const range = { start, end: start + value.length };
	return {
		fault: { range, message },
		edits: [
			{ range: { start, end: start }, newText: quote },
			{ range: { start: range.end, end: range.end }, newText: quote },
		],
	};
}

/** A token that ends the document for the parser, such as a closing bracket too many: its line is left out from there. */
function strayToken({ text, error }: BrokenYaml): Repair | undefined {
	const [start] = error.pos;
	const found = text.slice(start, endOfLine(text, start)).trim();
	if (error.code !== 'UNEXPECTED_TOKEN' || !/in YAML (?:stream|document)/.test(error.message) || found === '') {
		return undefined;
	}
	const message = /^[\]}]/.test(found)
		? `\`${found[0]}\` closes nothing; expected an opening bracket before it`
		: `\`${brief(found)}\` where nothing may stand; expected \`key: value\``;
	return blankRestOfLine(text, start, message);
}

/** Leaves out the rest of a line. */
function blankRestOfLine(text: string, start: number, message: string): Repair {
	return { fault: { range: { start, end: start + 1 }, message }, edits: [blank(text, start, endOfLine(text, start))] };
}

/** Spaces in place of a stretch of text, which leave its line breaks and every other place as they are. */
function blank(text: string, start: number, end: number): TextEdit {
	return { range: { start, end }, newText: text.slice(start, end).replace(/[^\r\n]/g, ' ') };
}
