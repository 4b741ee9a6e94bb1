import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

const SRC = path.join(import.meta.dirname, '..', 'src');

/** A predicate: `isOpen`, `hasZone`, `canSetSave`, `supportsSnippets`, `fits`. */
const PREDICATE = /^#?(?:(?:is|has|can)(?=[A-Z])|[a-z]+s(?=[A-Z]|$)|should(?=[A-Z]))/;
/** Options of the command line and of VS Code, and fields of JSON and of JSON Schema. */
const PUBLIC = /^src\/cli\/|^src\/server\/protocol\.ts |\b(?:safe|whole|running|uniqueItems|asynchronous)$/;

/** Returns the properties of type `boolean` as "file name". */
function booleanProperties(file: string): string[] {
	const source = ts.createSourceFile(file, fs.readFileSync(path.join(SRC, file), 'utf8'), ts.ScriptTarget.Latest, true);
	const found: string[] = [];
	const visit = (node: ts.Node) => {
		const isProperty = ts.isPropertySignature(node) || ts.isPropertyDeclaration(node) || ts.isGetAccessor(node);
		if (isProperty && node.type?.kind === ts.SyntaxKind.BooleanKeyword) {
			found.push(`src/${file} ${node.name.getText()}`);
		}
		ts.forEachChild(node, visit);
	};
	visit(source);
	return found;
}

test('boolean properties are named as predicates', () => {
	const found = fs
		.readdirSync(SRC, { recursive: true, encoding: 'utf8' })
		.map(name => name.replaceAll(path.sep, '/'))
		.filter(name => name.endsWith('.ts') && !name.startsWith('generated/'))
		.flatMap(booleanProperties);
	expect(found.length).toBeGreaterThan(100);
	expect(found.filter(each => !PUBLIC.test(each) && !PREDICATE.test(each.split(' ')[1] ?? ''))).toEqual([]);
});
