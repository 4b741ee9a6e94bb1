/** What a card is written in: Markdown, or plain text for clients that show none. */
export interface Prose {
	/** Words of ours or of the user's, as they are: nothing in them can become markup, a link or a command. */
	text(words: string): string;
	bold(words: string): string;
	code(words: string): string;
	link(words: string, uri: string): string;
	/** Paragraphs of one or more lines each; empty ones are left out. */
	join(paragraphs: readonly (readonly string[])[]): string;
}

/** Everything that CommonMark and its dialects (tables, strikethrough, bare links and addresses) may take for a sign. */
const SIGNS = /[\\`*_{}[\]()<>#|~&:!@$^=+-]/g;

/**
 * Words as Markdown shows them letter by letter, on one line. Dashes between word characters, as in ids and dates, stay
 * as they are; the full stop is escaped where it would begin a numbered list or a bare `www.` link.
 */
export function escapeMarkdown(words: string): string {
	return words
		.replace(/\s+/g, ' ')
		.replace(SIGNS, (sign, at: number, all: string) => {
			const inWord = /\w/.test(all[at - 1] ?? '') && /\w/.test(all[at + 1] ?? '');
			return (sign === '-' || sign === '+') && inWord ? sign : `\\${sign}`;
		})
		.replace(/^(\s*\d+)\./, '$1\\.')
		.replace(/(www)\./gi, '$1\\.');
}

/** Code cannot be escaped in Markdown, only be enclosed in more backticks than it holds. */
function codeSpan(words: string): string {
	const line = words.replace(/\s+/g, ' ');
	const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map(ticks => ticks.length));
	const fence = '`'.repeat(longest + 1);
	return longest === 0 ? `${fence}${line}${fence}` : `${fence} ${line} ${fence}`;
}

/** Only what leads to a file of the log becomes a link; anything that could run something stays words. */
function markdownLink(words: string, uri: string): string {
	const target = uri.replace(/[()<>\\\s]/g, sign => `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`);
	return /^(?:command|javascript|data):/i.test(uri) ? escapeMarkdown(words) : `[${escapeMarkdown(words)}](${target})`;
}

function joined(paragraphs: readonly (readonly string[])[], lineBreak: string): string {
	return paragraphs
		.map(lines => lines.filter(line => line !== '').join(lineBreak))
		.filter(paragraph => paragraph !== '')
		.join('\n\n');
}

export const markdown: Prose = {
	text: escapeMarkdown,
	bold: words => `**${escapeMarkdown(words).trim()}**`,
	code: codeSpan,
	link: markdownLink,
	join: paragraphs => joined(paragraphs, '  \n'),
};

const oneLine = (words: string) => words.replace(/\s+/g, ' ').trim();

export const plainText: Prose = {
	text: oneLine,
	bold: oneLine,
	code: oneLine,
	link: oneLine,
	join: paragraphs => joined(paragraphs, '\n'),
};

/**
 * The first sentences of a Markdown source as plain words: the text of links without their targets, no emphasis, no
 * comments, no HTML. Cut at a word, with an ellipsis, before `limit` characters.
 */
export function plainSummary(source: string, limit: number): string {
	const words = source
		.slice(0, 4 * limit)
		.replace(/<!--[\s\S]*?(?:-->|$)/g, ' ')
		.replace(/<\/?[A-Za-z][^<>]*>/g, ' ')
		.replace(/!?\[([^[\]]*)\]\([^()\s]*\)/g, '$1')
		.replace(/\[\[([^[\]|]*)(?:\|([^[\]]*))?\]\]/g, (_, id: string, label: string | undefined) => label ?? id)
		.replace(/[*`]+|^#+ /gm, '')
		.replace(/\s+/g, ' ')
		.trim();
	if (words.length <= limit) {
		return words;
	}
	const cut = words.lastIndexOf(' ', limit - 1);
	return `${words.slice(0, cut > limit / 2 ? cut : limit - 1)}…`;
}
