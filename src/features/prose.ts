/** A format of text in hovers: Markdown, or plain text for clients without Markdown. */
export interface Prose {
	/** Literal text: it cannot become markup, a link or a command. */
	text(words: string): string;
	bold(words: string): string;
	code(words: string): string;
	link(words: string, uri: string): string;
	/** Joins paragraphs, each a list of lines. Empty lines and paragraphs are left out. */
	join(paragraphs: readonly (readonly string[])[]): string;
}

/** Characters with a meaning in CommonMark or its dialects (tables, strikethrough, autolinks). */
const SPECIAL_CHARACTERS = /[\\`*_{}[\]()<>#|~&:!@$^=+-]/g;

/**
 * Escapes text for literal display on one line. Dashes between word characters, as in ids and dates, are not escaped; a
 * full stop is escaped where it would begin a numbered list or an autolink such as `www.`.
 */
export function escapeMarkdown(words: string): string {
	return words
		.replace(/\s+/g, ' ')
		.replace(SPECIAL_CHARACTERS, (character, at: number, all: string) => {
			const inWord = /\w/.test(all[at - 1] ?? '') && /\w/.test(all[at + 1] ?? '');
			return (character === '-' || character === '+') && inWord ? character : `\\${character}`;
		})
		.replace(/^(\s*\d+)\./, '$1\\.')
		.replace(/(www)\./gi, '$1\\.');
}

/** Backticks in code cannot be escaped: a longer run of backticks encloses the code. */
function codeSpan(words: string): string {
	const line = words.replace(/\s+/g, ' ');
	const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map(ticks => ticks.length));
	const fence = '`'.repeat(longest + 1);
	return longest === 0 ? `${fence}${line}${fence}` : `${fence} ${line} ${fence}`;
}

/** Only links to files are rendered as links. URIs that could run a command remain text. */
function markdownLink(words: string, uri: string): string {
	const target = uri.replace(/[()<>\\\s]/g, character => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`);
	return /^(?:command|javascript|data):/i.test(uri) ? escapeMarkdown(words) : `[${escapeMarkdown(words)}](${target})`;
}

function joined(paragraphs: readonly (readonly string[])[], lineBreak: string): string {
	return paragraphs
		.map(lines => lines.filter(line => line !== '').join(lineBreak))
		.filter(paragraph => paragraph !== '')
		.join('\n\n');
}

export const markdownProse: Prose = {
	text: escapeMarkdown,
	bold: words => `**${escapeMarkdown(words).trim()}**`,
	code: codeSpan,
	link: markdownLink,
	join: paragraphs => joined(paragraphs, '  \n'),
};

const oneLine = (words: string) => words.replace(/\s+/g, ' ').trim();

export const plainProse: Prose = {
	text: oneLine,
	bold: oneLine,
	code: oneLine,
	link: oneLine,
	join: paragraphs => joined(paragraphs, '\n'),
};

/**
 * The first sentences of a Markdown text as plain text: link texts without targets, no emphasis, comments or HTML. Ends
 * at a word, with an ellipsis, within `limit` characters.
 */
export function plainSummary(source: string, limit: number): string {
	const words = source
		.slice(0, 4 * limit)
		.replace(/<!--[\s\S]*?(?:-->|$)/g, ' ')
		.replace(/<\/?[A-Za-z][^<>]*>/g, ' ')
		.replace(/!?\[([^[\]]*)\]\([^()\s]*\)/g, '$1')
		.replace(/\[\[([^[\]|]*?)(?:\\?\|([^[\]]*))?\]\]/g, (_, id: string, label: string | undefined) => label ?? id)
		.replace(/[*`]+|^#+ /gm, '')
		.replace(/\s+/g, ' ')
		.trim();
	if (words.length <= limit) {
		return words;
	}
	const cut = words.lastIndexOf(' ', limit - 1);
	return `${words.slice(0, cut > limit / 2 ? cut : limit - 1)}…`;
}
