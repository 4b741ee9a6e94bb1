import type { Range } from '../core/range.ts';
import { lineAround, linesAbove, linesBelow } from '../core/text-lines.ts';
import type { Line, YamlPlace } from './yaml-cursor-context.ts';
import { placeInFlow } from './yaml-flow.ts';
import { commentStart, type Mark, marksOf, skipDashes, splitKey, trimEnd, unquoted } from './yaml-lines.ts';

/** Undefined in a comment, in a block of text (`summary: |`), and where the lines make no sense. */
export function yamlPlaceAt(text: string, yaml: Range, offset: number): YamlPlace | undefined {
	const { start: lineStart, end: lineEnd } = lineAround(text, yaml, offset);
	const before = text.slice(lineStart, offset);
	if (commentStart(before) >= 0) {
		return undefined;
	}
	const dashes: Mark[] = [];
	const column = skipDashes(before, dashes);
	const around = climb(text, yaml, lineStart, column, dashes);
	if (around === undefined) {
		return undefined;
	}
	return placeInLine({ text, lineStart, lineEnd: trimEnd(text, offset, lineEnd), offset, column }, around);
}

interface Around {
	readonly path: readonly string[];
	readonly siblings: ReadonlySet<string>;
}

/** Goes up from line to line to whatever is indented less, and collects the keys on the way. */
function climb(
	text: string,
	yaml: Range,
	lineStart: number,
	column: number,
	dashes: readonly Mark[],
): Around | undefined {
	const path: string[] = [];
	const siblings = new Set<string>();
	// The column that the parent must be left of, and whether a dash was the last step: its key may stand right above it.
	let inside = column;
	let ofList = false;
	for (const dash of dashes.toReversed()) {
		path.unshift('*');
		inside = dash.column;
		ofList = true;
	}
	let firstMapping = dashes.length === 0;
	const step = (mark: Mark): boolean => {
		if (mark.type === 'dash') {
			if (mark.column < inside) {
				path.unshift('*');
				inside = mark.column;
				ofList = true;
				firstMapping = false;
			}
			return true;
		}
		if (mark.column < inside || (ofList && mark.column === inside)) {
			if (/^[|>]/.test(mark.value)) {
				return false;
			}
			path.unshift(mark.key);
			inside = mark.column;
			ofList = false;
			firstMapping = false;
		} else if (firstMapping && mark.column === inside) {
			siblings.add(mark.key);
		}
		return true;
	};
	for (const { start, end } of linesAbove(text, yaml, lineStart)) {
		if (inside === 0 && !ofList && !firstMapping) {
			break;
		}
		for (const mark of marksOf(text.slice(start, end)).toReversed()) {
			if (!step(mark)) {
				return undefined;
			}
		}
	}
	for (const key of keysBelow(text, yaml, lineStart, column)) {
		siblings.add(key);
	}
	return { path, siblings };
}

/** The keys of the same mapping on the lines after the cursor's. */
function keysBelow(text: string, yaml: Range, lineStart: number, column: number): string[] {
	const keys: string[] = [];
	for (const { start, end } of linesBelow(text, yaml, lineStart)) {
		const [first] = marksOf(text.slice(start, end));
		if (first !== undefined && (first.column < column || (first.type === 'dash' && first.column === column))) {
			break;
		}
		if (first?.type === 'key' && first.column === column) {
			keys.push(first.key);
		}
	}
	return keys;
}

function placeInLine(line: Line, around: Around): YamlPlace {
	const { text, lineStart, lineEnd, offset, column } = line;
	const content = text.slice(lineStart, lineEnd);
	const cursor = offset - lineStart;
	const split = splitKey(content, column);
	const base = { column, hasColon: false, inFlow: false, needsSpace: false };
	const onValue = split !== undefined && cursor > split.keyEnd;
	const valueStart = onValue ? Math.min(split.valueStart, cursor) : column;
	if (content[valueStart] === '{' || content[valueStart] === '[') {
		if (cursor > valueStart) {
			return placeInFlow(line, onValue ? [...around.path, split.key] : around.path, valueStart);
		}
	}
	if (onValue) {
		return {
			...base,
			expects: 'value',
			path: [...around.path, split.key],
			written: unquoted(text, { start: lineStart + valueStart, end: lineEnd }, offset),
			siblings: around.siblings,
			needsSpace: cursor === valueStart && content[cursor - 1] === ':',
		};
	}
	const end = split === undefined ? lineEnd : lineStart + split.keyEnd;
	return {
		...base,
		expects: 'word',
		path: around.path,
		written: unquoted(text, { start: Math.min(lineStart + column, offset), end: Math.max(end, offset) }, offset),
		siblings: around.siblings,
		hasColon: split !== undefined,
		needsSpace: cursor === column && content[cursor - 1] === '-',
	};
}
