import path from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

/*
 * A value of a user's file may be a null-prototype object or an array of them: `String()`, a template literal, `+`,
 * `join` and the like throw on it ("Cannot convert object to primitive value"). Such values are typed `unknown`, and
 * tsc accepts `unknown` in most of these. This test checks the types at every implicit or explicit conversion.
 */

const root = path.join(import.meta.dirname, '..');
const CONVERTERS: ReadonlySet<string> = new Set(['String', 'Number', 'BigInt', 'parseInt', 'parseFloat', 'isNaN']);
const CONSTRUCTORS: ReadonlySet<string> = new Set(['Date', 'RegExp', 'String', 'Number']);
/** Array methods that convert each element to text. */
const JOINING: ReadonlySet<string> = new Set(['join', 'toString', 'toLocaleString']);
const SORTING: ReadonlySet<string> = new Set(['sort', 'toSorted']);
const PRIMITIVE =
	ts.TypeFlags.StringLike |
	ts.TypeFlags.NumberLike |
	ts.TypeFlags.BooleanLike |
	ts.TypeFlags.BigIntLike |
	ts.TypeFlags.Null |
	ts.TypeFlags.Undefined |
	ts.TypeFlags.Never;

/** Returns the conversions to text of values whose type does not guarantee one, as `file:line code`. */
function unsafeCoercions(program: ts.Program, isChecked: (file: string) => boolean): string[] {
	const checker = program.getTypeChecker();
	const found: string[] = [];

	function isSafe(type: ts.Type, depth = 0): boolean {
		if (type.isUnion()) {
			return type.types.every(part => isSafe(part, depth));
		}
		if (type.isIntersection()) {
			// One part with a text is enough: a branded string is a string.
			return type.types.some(part => isSafe(part, depth));
		}
		if (type.flags & PRIMITIVE) {
			return true;
		}
		if (type.flags & ts.TypeFlags.TypeParameter) {
			const constraint = checker.getBaseConstraintOfType(type);
			return constraint !== undefined && isSafe(constraint, depth);
		}
		const element = elementOf(type);
		if (element !== undefined) {
			return depth < 5 && isSafe(element, depth + 1);
		}
		if ((type.flags & ts.TypeFlags.Object) === 0) {
			return false;
		}
		// Every object type has the `toString` of `Object`, which a null-prototype object does not have at run time.
		const declared = type.getProperty('toString')?.declarations ?? [];
		return declared.some(({ parent }) => !(ts.isInterfaceDeclaration(parent) && parent.name.text === 'Object'));
	}

	function elementOf(type: ts.Type): ts.Type | undefined {
		return checker.isArrayType(type) || checker.isTupleType(type)
			? checker.getIndexTypeOfType(type, ts.IndexKind.Number)
			: undefined;
	}

	function check(node: ts.Expression, place: ts.Node = node): void {
		if (!isSafe(checker.getTypeAtLocation(node))) {
			const file = place.getSourceFile();
			const { line } = file.getLineAndCharacterOfPosition(place.getStart());
			found.push(`${path.relative(root, file.fileName)}:${line + 1} ${place.getText().split('\n', 1)[0]}`);
		}
	}

	function visitCall(node: ts.CallExpression): void {
		const { expression, arguments: given } = node;
		const [first] = given;
		if (ts.isIdentifier(expression) && CONVERTERS.has(expression.text) && first) {
			check(first, node);
		}
		if (!ts.isPropertyAccessExpression(expression)) {
			return;
		}
		const { expression: receiver, name } = expression;
		const element = elementOf(checker.getNonNullableType(checker.getTypeAtLocation(receiver)));
		const joins = JOINING.has(name.text) && (element !== undefined || name.text !== 'join');
		if (joins || (SORTING.has(name.text) && element !== undefined && given.length === 0)) {
			check(receiver, node);
		}
		if (first && ts.isIdentifier(first) && CONVERTERS.has(first.text) && element !== undefined) {
			check(receiver, node);
		}
	}

	function visit(node: ts.Node): void {
		if (ts.isTemplateExpression(node) && !ts.isTaggedTemplateExpression(node.parent)) {
			for (const { expression } of node.templateSpans) {
				check(expression);
			}
		} else if (ts.isCallExpression(node)) {
			visitCall(node);
		} else if (ts.isNewExpression(node) && ts.isIdentifier(node.expression) && CONSTRUCTORS.has(node.expression.text)) {
			node.arguments?.forEach(argument => {
				check(argument, node);
			});
		} else if (ts.isBinaryExpression(node) && isAddition(node.operatorToken.kind)) {
			check(node.left);
			check(node.right);
		}
		ts.forEachChild(node, visit);
	}

	for (const file of program.getSourceFiles()) {
		if (isChecked(file.fileName)) {
			visit(file);
		}
	}
	return found;
}

function isAddition(kind: ts.SyntaxKind): boolean {
	return kind === ts.SyntaxKind.PlusToken || kind === ts.SyntaxKind.PlusEqualsToken;
}

function programOf(files: readonly string[], host?: ts.CompilerHost): ts.Program {
	const { config } = ts.readConfigFile(path.join(root, 'tsconfig.json'), ts.sys.readFile);
	const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
	return ts.createProgram([...files], options, host);
}

test('finds conversions of values that may have no text', { timeout: 300_000 }, () => {
	const name = path.join(root, 'src', 'probe.ts');
	const lines: readonly (readonly [code: string, isFound: boolean])[] = [
		['String(value);', true],
		[`\`\${value}\`;`, true],
		["'' + record;", true],
		["values.join(', ');", true],
		['values.map(String);', true],
		['values.toSorted();', true],
		['record.toString();', true],
		['String(record);', true],
		[`\`\${[record]}\`;`, true],
		['String(text);', false],
		[`\`\${text}\${1}\`;`, false],
		['[text].join();', false],
		['new Date().toString();', false],
		[`typeof value === "string" && \`\${value}\`;`, false],
	];
	const head = 'declare const value: unknown, values: unknown[], record: Record<string, unknown>, text: string | 5;';
	const source = [head, ...lines.map(([code]) => code), 'export {};'].join('\n');
	const options = programOf([]).getCompilerOptions();
	const host = ts.createCompilerHost(options);
	const read = host.getSourceFile.bind(host);
	host.getSourceFile = (file, version) =>
		path.normalize(file) === name ? ts.createSourceFile(file, source, version, true) : read(file, version);
	const found = unsafeCoercions(programOf([name], host), file => path.normalize(file) === name);
	const expected = lines.flatMap(([, isFound], index) => (isFound ? [index + 2] : []));
	expect(found.map(place => Number(/:(\d+) /.exec(place)?.[1]))).toEqual(expected);
});

test('src converts no value to text whose type does not guarantee one', { timeout: 300_000 }, () => {
	const files = ts.sys.readDirectory(path.join(root, 'src'), ['.ts'], ['**/webview/**', '**/generated/**']);
	expect(files.length).toBeGreaterThan(100);
	const checked = new Set(files.map(file => path.normalize(file)));
	expect(unsafeCoercions(programOf(files), file => checked.has(path.normalize(file)))).toEqual([]);
});
