import { Composer, type CST, type Document, Lexer, Parser, YAMLParseError } from 'yaml';

/**
 * YAML's core schema, whatever a `%YAML` directive in the text says: `12:30` and `2024-08-26` stay the strings that
 * they are. Keys may stand twice for the parser; the tree tells of them.
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
 * Lexemes (words, signs, line breaks; a block of text is one) that are read of one text. A long record has a thousand.
 * A megabyte of signs would keep the parser busy for half a minute.
 */
export const MAX_LEXEMES = 100_000;

/** What `parseDocument` of the `yaml` package does, within bounds: undefined for a text of more lexemes than are read. */
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
