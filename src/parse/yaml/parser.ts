import { Composer, type CST, type Document, Lexer, Parser, YAMLParseError } from 'yaml';

/**
 * Uses YAML's core schema and ignores a `%YAML` directive in the text: `12:30` and `2024-08-26` remain strings. The
 * parser accepts duplicate keys, because the tree builder reports them.
 */
const OPTIONS = {
	schema: 'core',
	resolveKnownTags: false,
	version: '1.2',
	merge: false,
	uniqueKeys: false,
	prettyErrors: false,
} as const;

/**
 * Maximum number of lexemes (words, punctuation, line breaks; a block scalar is one) in a text. A long record has a
 * thousand. The parser would need half a minute for a megabyte of punctuation.
 */
export const MAX_LEXEMES = 100_000;

/** Like `parseDocument` of the `yaml` package, with a limit: undefined for a text with more lexemes than `MAX_LEXEMES`. */
export function readYamlDocument(text: string): Document.Parsed | undefined {
	const tokens = tokensOf(text);
	if (!tokens) {
		return undefined;
	}
	const [first, second] = new Composer(OPTIONS).compose(tokens, true, text.length);
	if (first && second) {
		const [start, end] = second.range;
		first.errors.push(new YAMLParseError([start, end], 'MULTIPLE_DOCS', 'a second document'));
	}
	return first;
}

function tokensOf(text: string): CST.Token[] | undefined {
	const parser = new Parser();
	const tokens: CST.Token[] = [];
	let lexemes = 0;
	for (const lexeme of new Lexer().lex(text)) {
		if (++lexemes > MAX_LEXEMES) {
			return undefined;
		}
		for (const token of parser.next(lexeme)) {
			tokens.push(token);
		}
	}
	for (const token of parser.end()) {
		tokens.push(token);
	}
	return tokens;
}
