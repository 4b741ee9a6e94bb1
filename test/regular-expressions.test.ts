import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { checkSync } from 'recheck/lib/browser.js';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { DURATION_CUE_BEFORE, NO_DURATION_BEFORE, SURE_CUE_BEFORE } from '../src/parse/english/inference-words.ts';

const ROOT = path.join(import.meta.dirname, '..');
const SRC = path.join(ROOT, 'src');
const CHECKED = path.join(import.meta.dirname, 'regular-expressions.json');

/**
 * How much work one expression may cost the checker. It counts, and draws from a fixed seed, so that the answer does not
 * depend on the machine; the time limit only ends the check of far too complicated expressions.
 */
const EFFORT = {
	timeout: 60_000,
	randomSeed: 1,
	maxNFASize: 5000,
	maxIteration: 1,
	maxInitialGenerationSize: 60,
	maxGenerationSize: 20,
	crossoverSize: 5,
	mutationSize: 5,
	incubationLimit: 10_000,
	incubationTimeout: null,
	attackLimit: 20_000_000,
	attackTimeout: null,
	maxAttackStringSize: 20_000,
} as const;

const BEFORE_DURATION = 'inference.ts gives it the NEIGHBOURHOOD of 80 characters before a duration';

/** Expressions that are not linear, and the reason why the text they are applied to is bounded. */
const BOUNDED: ReadonlyMap<string, string> = new Map([
	[NO_DURATION_BEFORE.source, BEFORE_DURATION],
	[SURE_CUE_BEFORE.source, BEFORE_DURATION],
	[DURATION_CUE_BEFORE.source, BEFORE_DURATION],
]);

interface Expression {
	readonly source: string;
	readonly flags: string;
	/** The file and the line; for a built expression, its index in the file. */
	readonly place: string;
}

const files = fs
	.readdirSync(SRC, { recursive: true, encoding: 'utf8' })
	.map(name => name.split(path.sep).join('/'))
	.filter(name => name.endsWith('.ts') && !name.endsWith('.d.ts'))
	.sort();

function parse(file: string): ts.SourceFile {
	const text = fs.readFileSync(path.join(SRC, file), 'utf8');
	return ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
}

function visit(node: ts.Node, see: (node: ts.Node) => void): void {
	see(node);
	ts.forEachChild(node, child => visit(child, see));
}

function literals(name: string): Expression[] {
	const found: Expression[] = [];
	const file = parse(name);
	visit(file, node => {
		if (ts.isRegularExpressionLiteral(node)) {
			const end = node.text.lastIndexOf('/');
			const { line } = file.getLineAndCharacterOfPosition(node.getStart());
			const place = `${name}:${line + 1}`;
			found.push({ source: node.text.slice(1, end), flags: node.text.slice(end + 1), place });
		}
	});
	return found;
}

/** Returns for each `new RegExp` of a file whether it is evaluated while the module is loaded. */
function builders(file: string): boolean[] {
	const found: boolean[] = [];
	visit(parse(file), node => {
		if (ts.isNewExpression(node) && node.expression.getText() === 'RegExp') {
			let isAtLoad = true;
			for (let at: ts.Node | undefined = node.parent; at; at = at.parent) {
				isAtLoad &&= !ts.isFunctionDeclaration(at) && !ts.isMethodDeclaration(at);
			}
			found.push(isAtLoad);
		}
	});
	return found;
}

/** Files with functions that build expressions and are called only while their module is loaded. */
const CALLED_AT_LOAD = ['parse/english/inference-words.ts'];

/** Returns the expressions that a module builds while it is loaded, observed through the global `RegExp`. */
async function built(file: string): Promise<Expression[]> {
	// Loads the modules that it imports first, so that theirs, such as a library's, are never counted as its own.
	await import(/* @vite-ignore */ path.join(SRC, file));
	const found: Expression[] = [];
	const original = globalThis.RegExp;
	globalThis.RegExp = new Proxy(original, {
		construct(target, [source, flags], newTarget) {
			if (typeof source === 'string') {
				found.push({ source, flags: String(flags ?? ''), place: `${file} built ${found.length}` });
			}
			return Reflect.construct(target, [source, flags], newTarget === globalThis.RegExp ? target : newTarget);
		},
	});
	try {
		// The query makes it a new module: without it, a module that was loaded before is not evaluated again.
		await import(/* @vite-ignore */ `${path.join(SRC, file)}?watched`);
	} finally {
		globalThis.RegExp = original;
	}
	return found;
}

/** An expression without such a repetition reads a limited number of characters from each start. */
function repeatsWithoutLimit({ source }: Expression): boolean {
	const signs = source.replace(/\\./g, '').replace(/\[[^\]]*\]/g, '');
	return /[*+]|\{\d+,\}/.test(signs);
}

const keyOf = ({ source, flags }: Expression) =>
	createHash('sha256').update(`${source}/${flags}`).digest('hex').slice(0, 16);

test('expressions are built only while their module is loaded, where this test observes them', () => {
	const late = files.filter(file => builders(file).includes(false) && !CALLED_AT_LOAD.includes(file));
	expect(late).toEqual([]);
});

/**
 * `regular-expressions.json` lists the expressions that were found to be linear, so that only new ones are checked;
 * `vitest -u` writes it. A sticky expression is checked as if it were searched for.
 */
test('every regular expression takes linear time', { timeout: 300_000 }, async () => {
	const expressions = files.flatMap(literals);
	for (const file of files.filter(each => builders(each).length > 0)) {
		expressions.push(...(await built(file)));
	}
	expect(expressions.length).toBeGreaterThan(250);
	const checked: readonly string[] = fs.existsSync(CHECKED) ? JSON.parse(fs.readFileSync(CHECKED, 'utf8')) : [];
	const known = new Set(checked);
	const wrong: string[] = [];
	for (const expression of expressions) {
		if (!repeatsWithoutLimit(expression) || known.has(keyOf(expression)) || BOUNDED.has(expression.source)) {
			continue;
		}
		const diagnostics = checkSync(expression.source, expression.flags.replace('y', ''), EFFORT);
		if (diagnostics.status === 'safe') {
			known.add(keyOf(expression));
		} else {
			wrong.push(
				`${expression.place}: ${diagnostics.status === 'vulnerable' ? diagnostics.complexity.summary : 'not decided'}: /${expression.source}/${expression.flags}`,
			);
		}
	}
	expect(wrong).toEqual([]);
	const used = [...new Set(expressions.map(keyOf))].filter(key => known.has(key)).sort();
	await expect(`${JSON.stringify(used, null, '\t')}\n`).toMatchFileSnapshot(CHECKED);
});
