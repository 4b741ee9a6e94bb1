import type { Document } from 'yaml';
import type { Range } from '../../core/range.ts';
import type { Fix } from '../../core/text-edit.ts';
import type { DataPath, YamlCursor, YamlData } from '../model/data.ts';
import type { Problem } from '../model/document.ts';
import { cursorAt, pathAt } from './cursor.ts';
import { findTooDeep } from './depth.ts';
import { MAX_LEXEMES, readYamlDocument } from './parser.ts';
import { readPlainYaml } from './plain-reader.ts';
import { findRepair } from './repair.ts';
import { RepairedText } from './repaired-text.ts';
import { dropCascadingErrors, type SyntaxFault, syntaxFaults } from './syntax-faults.ts';
import { nodeAt, TOO_DEEP, TreeBuilder, type TreeNode } from './tree.ts';

/** Each repair costs another parse. Enough for a file that is being typed; a long text gets a single repair. */
const MAX_REPAIRS = 6;
const LONG_TEXT = 100_000;

/** Limit for aliases and duplicate keys: further ones in the same file add no information. */
const MAX_PROBLEMS = 100;

interface Parsed {
	readonly data: YamlData | undefined;
	readonly problems: Problem[];
}

/**
 * Parses the part of a document's text that is YAML. All ranges are offsets into the whole text. The data is undefined
 * if there are only comments, and if the root is not a mapping (which is also a problem). A syntax error such as an
 * unclosed quote is repaired, so that the rest of the text is still read. `plainFirst`: whether the reader of plain YAML
 * may read it; the result is the same.
 */
export function parseYaml(text: string, range: Range, { plainFirst = true } = {}): Parsed {
	const root = plainFirst ? readPlainYaml(text, range) : undefined;
	return root ? { data: new TreeData(text, range, root), problems: [] } : parseAnyYaml(text, range);
}

function parseAnyYaml(text: string, range: Range): Parsed {
	const repaired = new RepairedText(text.slice(range.start, range.end), range.start);
	const tooDeep = findTooDeep(repaired.text);
	if (tooDeep !== undefined) {
		const fault = { range: { start: tooDeep, end: tooDeep + 1 }, message: TOO_DEEP };
		return { data: undefined, problems: [syntaxProblem(inDocument(repaired, fault))] };
	}
	const { parsed, faults } = parseWithRepairs(repaired);
	if (!parsed) {
		const message = `YAML too long: more than ${MAX_LEXEMES} tokens. Expected at most ${MAX_LEXEMES} tokens.`;
		const head = { start: range.start, end: range.start };
		return { data: undefined, problems: [{ kind: 'too-large', range: head, message, related: undefined }] };
	}
	const builder = new TreeBuilder(repaired.text, offset => repaired.toDocument(offset));
	const { contents } = parsed;
	const root = contents === null ? undefined : builder.build(contents);
	const isMapping = root?.shape === 'block-map' || root?.shape === 'flow-map';
	if (root && !isMapping && root.value !== null) {
		const isList = root.shape === 'block-seq' || root.shape === 'flow-seq';
		const found = isList || faults.length === 0 ? [notMapping(root)] : dropCascadingErrors(text, faults);
		return { data: undefined, problems: found.map(fault => ({ ...syntaxProblem(fault), hidesFields: true })) };
	}
	const problems = [
		...dropCascadingErrors(text, faults).map(syntaxProblem),
		...builder.problems.slice(0, MAX_PROBLEMS),
	];
	return { data: isMapping ? new TreeData(text, range, root) : undefined, problems };
}

/** Parses the text and repairs one fault after another. Ranges of the returned faults are document offsets. */
function parseWithRepairs(repaired: RepairedText): { parsed: Document.Parsed | undefined; faults: SyntaxFault[] } {
	const faults: SyntaxFault[] = [];
	const most = repaired.text.length > LONG_TEXT ? 1 : MAX_REPAIRS;
	for (;;) {
		const parsed = readYamlDocument(repaired.text);
		const repair = parsed && faults.length < most ? findRepair(repaired.text, parsed) : undefined;
		if (!repair) {
			const rest = syntaxFaults(repaired.text, parsed ? [...parsed.errors, ...parsed.warnings] : []);
			return { parsed, faults: [...faults, ...rest.map(fault => inDocument(repaired, fault))] };
		}
		faults.push(inDocument(repaired, repair.fault));
		repaired.apply(repair.edits);
	}
}

function inDocument(repaired: RepairedText, fault: SyntaxFault): SyntaxFault {
	const { start, end } = fault.range;
	return { ...fault, range: { start: repaired.toDocument(start), end: repaired.toDocument(end) } };
}

function syntaxProblem({ range, message, corrected }: SyntaxFault): Problem {
	const fix = corrected === undefined ? undefined : addQuotes(range, corrected);
	return { kind: 'syntax', range, message, related: undefined, ...(fix && { fix }) };
}

function addQuotes(range: Range, quoted: string): Fix {
	return { title: 'Add quotes', edits: [{ range, newText: quoted }], safe: true };
}

function notMapping(root: TreeNode): SyntaxFault {
	const message =
		root.shape === 'scalar'
			? 'Document is a single value. Expected a mapping (`key: value`).'
			: 'Document is a list. Expected a mapping (`key: value`), with one record per file.';
	const { start, end } = root.fullRange;
	return { range: { start, end: Math.min(end, start + 1) }, message };
}

class TreeData implements YamlData {
	readonly range: Range;
	readonly #text: string;
	readonly #root: TreeNode;

	constructor(text: string, range: Range, root: TreeNode) {
		this.range = range;
		this.#text = text;
		this.#root = root;
	}

	get value(): Readonly<Record<string, unknown>> {
		return this.#root.value as Readonly<Record<string, unknown>>;
	}

	at(path: DataPath): TreeNode | undefined {
		return nodeAt(this.#root, path);
	}

	itemCount(path: DataPath): number {
		const node = nodeAt(this.#root, path);
		return node?.shape === 'block-seq' || node?.shape === 'flow-seq' ? node.members.length : 0;
	}

	pathAt(offset: number): DataPath {
		return pathAt(this.#root, offset);
	}

	cursorAt(offset: number): YamlCursor | undefined {
		return cursorAt(this.#text, this.range, this.#root, offset);
	}

	keys(path: DataPath): readonly { readonly key: string; readonly range: Range }[] {
		const members = nodeAt(this.#root, path)?.members ?? [];
		return members.flatMap(({ step, keyRange }) =>
			typeof step === 'string' && keyRange ? [{ key: step, range: keyRange }] : [],
		);
	}
}
