import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = path.join(import.meta.dirname, '..');

/** Words that are not used in code, messages and documentation, each with standard terms. See CONTRIBUTING.md. */
const BANNED: readonly (readonly [words: RegExp, standard: string])[] = [
	[/\b(?:told|tells?(?! City)|telling|tellings)\b/i, '"record", "emit", "report" or "state"'],
	[/\bslips?\b/i, '"syntax error", "fault" or "misspelling"'],
	[/\bmend(?:s|ed|ing)?\b/i, '"repair" or "fix"'],
	[/\bbears?\b/i, '"has" or "matches"'],
	[/\bwho(?:ever|mever)\b/i, 'the noun of the person or program'],
	[/\b(?:whatever|whichever|wherever)\b/i, '"any", "each", or a main clause'],
	[/\bn[ao]ught\b/i, '"zero", "none" or "nothing"'],
	[/\b(?:lest|thereof|therein|whence|thence|hitherto)\b/i, '"so that … not", or a main clause'],
	[/\bsays\b/i, '"states", "contains", "returns" or "specifies"'],
	[/\bspeaks\b/i, '"uses", "refers to" or "describes"'],
	[/\bstands?\b(?! for\b)/i, '"is", "is located" or "occurs"'],
	[/\bcommonest\b/i, '"most common"'],
	[/\b(?:that|which|it) (?:is|are) no (?!longer\b)/i, '"is not a"'],
	[/\bsuch an?\b/i, 'the noun, or "of this kind"'],
];

const FOLDERS = ['src', 'docs', 'schemas', 'snippets'];
const PAGES = ['README.md', 'CONTRIBUTING.md'];
/** Compiled, and words in other languages. */
const EXCLUDED = ['src/generated/', 'src/vocabulary/languages/'];

/** Blanks the bad examples of the style guide, and keeps the line numbers. */
function withoutBadExamples(text: string): string {
	return text.replace(/^([ \t]*)```\w+ bad\n[\s\S]*?^\1```$/gm, block => block.replace(/[^\n]/g, ''));
}

/** Separates the words of identifiers: `toldBy` is "told By". */
function splitIdentifiers(text: string): string {
	return text.replace(/(?<=[a-z\d])(?=[A-Z])|_/g, ' ');
}

function findBannedWords(text: string): string[] {
	return splitIdentifiers(withoutBadExamples(text))
		.split('\n')
		.flatMap((line, index) =>
			BANNED.flatMap(([words, standard]) => {
				const found = words.exec(line)?.[0];
				return found === undefined ? [] : [`${index + 1}: Banned word "${found}". Expected ${standard}.`];
			}),
		);
}

function filesIn(folder: string): string[] {
	return fs
		.readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
		.filter(entry => entry.isFile() && /\.(?:ts|css|md|json)$/.test(entry.name))
		.map(entry => path.relative(ROOT, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
		.filter(file => !EXCLUDED.some(excluded => file.startsWith(excluded)));
}

test('code, messages and documentation use standard terms', () => {
	const files = [...PAGES, ...FOLDERS.flatMap(filesIn)];
	const found = files.flatMap(file =>
		findBannedWords(fs.readFileSync(path.join(ROOT, file), 'utf8')).map(message => `${file}:${message}`),
	);
	expect(found).toEqual([]);
	// Guards against a vacuous pass.
	expect(files.length).toBeGreaterThan(400);
});

describe('the search for banned words', () => {
	test.each([
		['in a comment', '// Whoever asks gets it.'],
		['in an identifier', 'const toldBy = 1;'],
		['in a part of a constant', 'const MAX_SLIPS = 1;'],
		['in a message', "'It says nothing'"],
		['in a phrase', '// The output is a file that is no terminal.'],
	])('finds a word %s', (_, text) => {
		expect(findBannedWords(text)).toHaveLength(1);
	});

	test.each([
		['a longer word', 'standard, outstanding, told1, bearing, eclipse'],
		['the phrase "stands for"', 'PST stands for Pacific Standard Time.'],
		['a bad example of the style guide', '```ts bad\ntold();\n```\n\n  ```ts bad\n  slip();\n  ```'],
	])('ignores %s', (_, text) => {
		expect(findBannedWords(text)).toEqual([]);
	});
});
