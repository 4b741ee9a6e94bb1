import type { Document } from 'yaml';
import type { Range } from '../../core/range.ts';
import type { Data, DataPath } from '../model/data.ts';
import type { Problem } from '../model/document.ts';
import { pathAt } from './cursor.ts';
import { findTooDeep } from './depth.ts';
import { MAX_LEXEMES, readYamlDocument } from './parser.ts';
import { findRepair } from './repair.ts';
import { RepairedText } from './repaired-text.ts';
import { dropCascadingErrors, type SyntaxFault, syntaxFaults } from './syntax-faults.ts';
import { nodeAt, TOO_DEEP, TreeBuilder, type TreeNode } from './tree.ts';

/** Each slip that is mended costs another parse: enough for what a hand leaves half-typed, and no more in a long text. */
const MAX_REPAIRS = 6;
const LONG_TEXT = 100_000;

/** Aliases and keys that stand twice: more in one file say nothing that the first ones do not. */
const MAX_PROBLEMS = 100;

/**
 * Reads the part of a document's text that is YAML. All places are offsets into the whole text. The data is undefined
 * where there is nothing but comments, and where the YAML is no mapping (which is a problem, too). After a slip such as
 * an open quote the rest is read as it is meant.
 */
export function parseYaml(text: string, range: Range): { data: Data | undefined; problems: Problem[] } {
	const draft = new RepairedText(text.slice(range.start, range.end), range.start);
	const tooDeep = findTooDeep(draft.text);
	if (tooDeep !== undefined) {
		const slip = { range: { start: tooDeep, end: tooDeep + 1 }, message: TOO_DEEP };
		return { data: undefined, problems: [syntaxProblem(inDocument(draft, slip))] };
	}
	const { parsed, slips } = parseWithRepairs(draft);
	if (!parsed) {
		const message = `more than ${MAX_LEXEMES} words and signs of YAML; expected a record of a few hundred`;
		const head = { start: range.start, end: range.start };
		return { data: undefined, problems: [{ kind: 'too-large', range: head, message, related: undefined }] };
	}
	const builder = new TreeBuilder(draft.text, offset => draft.toDocument(offset));
	const { contents } = parsed;
	const root = contents === null ? undefined : builder.build(contents);
	const isMapping = root?.shape === 'block-map' || root?.shape === 'flow-map';
	if (root && !isMapping && root.value !== null) {
		const isList = root.shape === 'block-seq' || root.shape === 'flow-seq';
		const found = isList || slips.length === 0 ? [notMapping(root)] : dropCascadingErrors(text, slips);
		return { data: undefined, problems: found.map(syntaxProblem) };
	}
	const problems = [...dropCascadingErrors(text, slips).map(syntaxProblem), ...builder.problems.slice(0, MAX_PROBLEMS)];
	return { data: isMapping ? new YamlData(text, range, root) : undefined, problems };
}

/** Parses, and mends slip after slip. The slips are placed in the document. */
function parseWithRepairs(draft: RepairedText): { parsed: Document.Parsed | undefined; slips: SyntaxFault[] } {
	const slips: SyntaxFault[] = [];
	const most = draft.text.length > LONG_TEXT ? 1 : MAX_REPAIRS;
	for (;;) {
		const parsed = readYamlDocument(draft.text);
		const repair = parsed && slips.length < most ? findRepair(draft.text, parsed) : undefined;
		if (!repair) {
			const rest = syntaxFaults(draft.text, parsed?.errors ?? []);
			return { parsed, slips: [...slips, ...rest.map(slip => inDocument(draft, slip))] };
		}
		slips.push(inDocument(draft, repair.fault));
		draft.apply(repair.edits);
	}
}

function inDocument(draft: RepairedText, { range, message }: SyntaxFault): SyntaxFault {
	return { range: { start: draft.toDocument(range.start), end: draft.toDocument(range.end) }, message };
}

function syntaxProblem({ range, message }: SyntaxFault): Problem {
	return { kind: 'syntax', range, message, related: undefined };
}

function notMapping(root: TreeNode): SyntaxFault {
	const found = root.shape === 'scalar' ? 'a single value' : 'a list';
	const { start, end } = root.whole;
	return {
		range: { start, end: Math.min(end, start + 1) },
		message: `${found}; expected a mapping (\`key: value\`)`,
	};
}

class YamlData implements Data {
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

	pathAt(offset: number): DataPath {
		return pathAt(this.#text, this.range, this.#root, offset);
	}

	keys(path: DataPath): readonly { readonly key: string; readonly range: Range }[] {
		const members = nodeAt(this.#root, path)?.members ?? [];
		return members.flatMap(({ step, keyRange }) =>
			typeof step === 'string' && keyRange ? [{ key: step, range: keyRange }] : [],
		);
	}
}
