import type { LineIndex, Position } from '../../src/core/line-index.ts';
import type { Log } from '../../src/log/log.ts';

interface LspRange {
	readonly start: Position;
	readonly end: Position;
}

/**
 * Returns the faults in an answer to any request: ranges outside of a document or in an unknown one, and overlapping edits
 * of one document. `uri` is the document of ranges that name none.
 */
export function faultsOf(answer: unknown, uri: string, log: Log): string[] {
	return [...rangeFaults(answer, uri, log), ...editFaults(answer, uri, log)];
}

function* rangeFaults(value: unknown, uri: string, log: Log): Generator<string> {
	if (typeof value !== 'object' || value === null) {
		return;
	}
	if (isRange(value)) {
		const document = log.document(uri);
		const place = `${write(value)} of ${uri}`;
		if (document === undefined) {
			yield `${place}: the document does not exist`;
		} else if (!isIn(value.start, document.text, document.lines) || !isIn(value.end, document.text, document.lines)) {
			yield `${place}: outside of the document`;
		} else if (document.lines.offsetAt(value.start) > document.lines.offsetAt(value.end)) {
			yield `${place}: it ends before it starts`;
		}
		return;
	}
	if ('selectionRange' in value && 'range' in value && isRange(value.selectionRange) && isRange(value.range)) {
		if (
			!isBefore(value.range.start, value.selectionRange.start) ||
			!isBefore(value.selectionRange.end, value.range.end)
		) {
			yield `${write(value.selectionRange)}: outside of ${write(value.range)}`;
		}
	}
	const own = uriOf(value) ?? uri;
	for (const [key, part] of Object.entries(value)) {
		yield* rangeFaults(part, key.startsWith('file:') ? key : own, log);
	}
}

/**
 * Finds overlaps among edits that are applied together: those of a workspace edit by document, those of a completion
 * item.
 */
function* editFaults(value: unknown, uri: string, log: Log): Generator<string> {
	for (const group of groupsOfEdits(value, uri)) {
		for (const [of, edits] of group) {
			const lines = log.document(of)?.lines;
			const ranges = edits
				.map(({ start, end }) => ({ start: lines?.offsetAt(start) ?? 0, end: lines?.offsetAt(end) ?? 0 }))
				.sort((a, b) => a.start - b.start || a.end - b.end);
			for (const [index, range] of ranges.entries()) {
				const before = ranges[index - 1];
				// The order of two insertions at one position is undefined.
				if (before !== undefined && (range.start < before.end || range.start === before.start)) {
					yield `edits of ${of} overlap: ${JSON.stringify(ranges)}`;
					break;
				}
			}
		}
	}
}

type Edits = Map<string, LspRange[]>;

function groupsOfEdits(value: unknown, uri: string): Edits[] {
	if (typeof value !== 'object' || value === null) {
		return [];
	}
	if (Array.isArray(value)) {
		return value.flatMap(part => groupsOfEdits(part, uri));
	}
	if ('documentChanges' in value || 'changes' in value || 'textEdit' in value || 'additionalTextEdits' in value) {
		const edits: Edits = new Map();
		collectEdits(value, uri, edits);
		return [edits];
	}
	return Object.values(value).flatMap(part => groupsOfEdits(part, uri));
}

function collectEdits(value: unknown, uri: string, edits: Edits): void {
	if (typeof value !== 'object' || value === null) {
		return;
	}
	if ('newText' in value && 'range' in value && isRange(value.range)) {
		edits.set(uri, [...(edits.get(uri) ?? []), value.range]);
		return;
	}
	const own = uriOf(value) ?? uri;
	for (const [key, part] of Object.entries(value)) {
		collectEdits(part, key.startsWith('file:') ? key : own, edits);
	}
}

function uriOf(value: object): string | undefined {
	const named = 'textDocument' in value ? value.textDocument : value;
	return typeof named === 'object' && named !== null && 'uri' in named && typeof named.uri === 'string'
		? named.uri
		: undefined;
}

function isPosition(value: unknown): value is Position {
	return (
		typeof value === 'object' &&
		value !== null &&
		'line' in value &&
		'character' in value &&
		typeof value.line === 'number' &&
		typeof value.character === 'number'
	);
}

function isRange(value: unknown): value is LspRange {
	return (
		typeof value === 'object' &&
		value !== null &&
		'start' in value &&
		'end' in value &&
		isPosition(value.start) &&
		isPosition(value.end)
	);
}

/** Whether a position exists in the document: not after the last line or the end of its line. */
function isIn({ line, character }: Position, text: string, lines: LineIndex): boolean {
	if (!Number.isInteger(line) || line < 0 || line >= lines.lineCount) {
		return false;
	}
	const written = text.slice(lines.startOfLine(line), lines.startOfLine(line + 1)).replace(/[\r\n]+$/, '');
	return Number.isInteger(character) && character >= 0 && character <= written.length;
}

function isBefore(one: Position, other: Position): boolean {
	return one.line < other.line || (one.line === other.line && one.character <= other.character);
}

function write({ start, end }: LspRange): string {
	return `${start.line}:${start.character}-${end.line}:${end.character}`;
}
