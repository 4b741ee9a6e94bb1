import fs from 'node:fs';
import path from 'node:path';
import MarkdownIt, { type Token } from 'markdown-it';
import { projectRoot } from './process.ts';

/** The pages for users and contributors. `docs/rules/` is generated from the rules, whose examples are tests themselves. */
export const PAGES: readonly string[] = [
	'README.md',
	'CONTRIBUTING.md',
	...fs
		.readdirSync(path.join(projectRoot, 'docs'))
		.filter(name => name.endsWith('.md'))
		.map(name => `docs/${name}`),
	'test/vscode/README.md',
];

export interface CodeBlock {
	/** The page and the line of the block, for messages. */
	readonly position: string;
	readonly page: string;
	readonly language: string;
	/** The second word of the info string: `bad` or `good` in the style guide. */
	readonly quality: string | undefined;
	readonly text: string;
	/** Values of the comments `<!-- name: value -->` directly above the block. */
	readonly attributes: ReadonlyMap<string, string>;
}

export interface InlineCode {
	readonly position: string;
	readonly page: string;
	readonly text: string;
}

const ATTRIBUTE = /<!-- (\w+): (\S+) -->/g;
const markdown = new MarkdownIt({ html: true });

export const readPage = (page: string) => fs.readFileSync(path.join(projectRoot, page), 'utf8');

/** Returns the fenced code blocks of a page. */
export function codeBlocks(page: string): CodeBlock[] {
	const tokens = markdown.parse(readPage(page), {});
	return tokens.flatMap((token, index) => {
		if (token.type !== 'fence') {
			return [];
		}
		const [language = '', quality] = token.info.trim().split(/\s+/);
		const comments = commentsBefore(tokens, index);
		const attributes = new Map([...comments.matchAll(ATTRIBUTE)].map(([, name = '', value = '']) => [name, value]));
		const position = `${page}:${(token.map?.[0] ?? 0) + 1}`;
		return [{ position, page, language, quality, text: token.content, attributes }];
	});
}

/** Returns the HTML blocks directly before a token. */
function commentsBefore(tokens: readonly Token[], index: number): string {
	const previous = tokens[index - 1];
	return previous?.type === 'html_block' ? commentsBefore(tokens, index - 1) + previous.content : '';
}

/** Returns the code spans of a page. */
export function inlineCode(page: string): InlineCode[] {
	return markdown
		.parse(readPage(page), {})
		.flatMap(token =>
			(token.children ?? [])
				.filter(({ type }) => type === 'code_inline')
				.map(({ content }) => ({ position: `${page}:${(token.map?.[0] ?? 0) + 1}`, page, text: content })),
		);
}

/** Returns the destinations of the links and images of a page. */
export function linkDestinations(page: string): string[] {
	return markdown
		.parse(readPage(page), {})
		.flatMap(({ children }) => children ?? [])
		.map(token => token.attrGet(token.type === 'image' ? 'src' : 'href'))
		.filter(destination => typeof destination === 'string');
}

/** Returns the texts of the headings of a page. */
export function headings(page: string): string[] {
	const tokens = markdown.parse(readPage(page), {});
	return tokens.flatMap((token, index) => (token.type === 'heading_open' ? (tokens[index + 1]?.content ?? '') : []));
}
