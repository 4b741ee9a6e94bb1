import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { readExample } from '../../src/rules/example.ts';
import { rules } from '../../src/rules/index.ts';
import { SMALL_LOG } from '../features/small-log.ts';
import { cases } from '../parse/dialects/cases.ts';
import { filesIn } from './fixture.ts';
import type { Files, Mutated } from './log-of-files.ts';

const NOW = Date.UTC(2024, 8, 1, 12);

/**
 * Returns all example logs of the project: `examples/`, the small log of the feature tests, rule examples and dialect
 * cases.
 */
export function corpus(): readonly Files[] {
	return [exampleFolder(), smallLog(), ...ruleExamples(), ...dialectCases()];
}

function exampleFolder(): Files {
	const root = path.join(import.meta.dirname, '..', '..', 'examples');
	const texts: Record<string, string> = {};
	for (const entry of fs.readdirSync(root, { recursive: true, encoding: 'utf8' }).toSorted()) {
		if (/\.(?:md|yaml)$/.test(entry)) {
			texts[entry.replaceAll(path.sep, '/')] = fs.readFileSync(path.join(root, entry), 'utf8');
		}
	}
	return { name: 'examples/', now: NOW, texts };
}

function smallLog(): Files {
	return { name: 'the small log', now: NOW, texts: Object.fromEntries(filesIn(SMALL_LOG)) };
}

function ruleExamples(): Files[] {
	return rules.flatMap(({ code, valid, invalid }) =>
		[...valid, ...invalid].map((example, index) => {
			const { files, now } = readExample(example);
			const texts = Object.fromEntries(files.map(({ path, text }) => [path.slice(1), text]));
			return { name: `${code}, example ${index + 1}`, now, texts };
		}),
	);
}

function dialectCases(): Files[] {
	return cases.map(({ dialect, what, path, text }) => ({
		name: `${dialect}: ${what}`,
		now: NOW,
		texts: { [path]: text },
	}));
}

/** Returns the log with other line breaks. */
export function withLineBreaks(files: Files, lineBreak: string): Files {
	const texts = Object.entries(files.texts).map(([path, text]) => [path, text.replace(/\r\n?|\n/g, lineBreak)]);
	return { ...files, texts: Object.fromEntries(texts) };
}

/** Syntax that the readers look for, and characters that may confuse them. */
const PIECES = [
	...'\n|\n\n|\r\n|\r|---\n|...\n| |  |    |\t|- |* |> |# |: |:|{|}|[|]|[[|]]|(|)|<!-- | -->|"|\'|`|```\n|**|#|&a|*a|!!|%|@'.split(
		'|',
	),
	'| ',
	'|\n',
	'summary: |\n  ',
	'id: ',
	'references:\n  - ',
	'2024-08-26',
	'August 26: ',
	'05:30 EST',
	'é',
	'😀',
	'\ud800',
	'\u2028',
	'\u0000',
	'\ufeff',
];

/** Draws logs with a few random edits in one file, with each of `lineBreaks`. */
export function mutated(logs: readonly Files[], lineBreaks: readonly string[] = ['\n', '\r\n']): fc.Arbitrary<Mutated> {
	const edit = fc.record({
		at: fc.double({ min: 0, max: 1, noNaN: true }),
		cut: fc.oneof(fc.constant(0), fc.nat(30)),
		piece: fc.constantFrom('', ...PIECES),
	});
	return fc
		.record({
			files: fc.constantFrom(...logs),
			file: fc.nat(),
			edits: fc.array(edit, { minLength: 1, maxLength: 6 }),
			lineBreak: fc.constantFrom(...lineBreaks),
		})
		.map(({ files, file, edits, lineBreak }) => {
			const paths = Object.keys(files.texts);
			const path = paths[file % paths.length] ?? '';
			const before = (files.texts[path] ?? '').replaceAll('\n', lineBreak);
			const text = edits.reduce((text, { at, cut, piece }) => {
				const from = Math.floor(at * text.length);
				return text.slice(0, from) + piece + text.slice(from + cut);
			}, before);
			return { files: { ...files, texts: { ...files.texts, [path]: text } }, path };
		});
}
