import MarkdownIt, { type Env, type RendererRule, type StateCore, type Token } from 'markdown-it';
import { attributes, escapeText, type Html, html, withoutControls } from './html.ts';
import { withoutComments } from './markdown-comments.ts';
import { splitAtPlaceholders, withoutEncodedPlaceholders, withoutPlaceholders } from './placeholders.ts';

/** What the renderer has to know beside the Markdown. */
export interface MarkdownContext {
	/** Attributes for a block that begins at a line (from 0) of the text that is rendered. */
	readonly source: (line: number) => Readonly<Record<string, string | number>>;
	/** The reference that stands at the placeholder of a number. `inLink`: a link cannot stand within another. */
	readonly reference: (number: number, inLink: boolean) => Html | undefined;
	/** What a placeholder of that number stands for, as it is written. */
	readonly written: (number: number) => string;
	/** A relative link that means a record: its opening and closing tags. Undefined: a link like any other. */
	readonly relativeLink: (href: string) => { readonly open: Html; readonly close: Html } | undefined;
	/** Stands at the head of the first paragraph, or as a paragraph of its own where the text begins otherwise. */
	readonly lead?: Html;
	/** A heading that the text begins with and that says no more than this is left out. */
	readonly titled?: string;
}

/** Link definitions of a whole page, for the pieces that are rendered one by one. */
export type LinkDefinitions = Env['references'];

/** The link definitions in a Markdown text. */
export function linkDefinitions(text: string): LinkDefinitions {
	const env: Env = {};
	blocksOnly.parse(text, env);
	return env.references;
}

/**
 * Markdown as HTML of nothing but the tags of text. Raw HTML is text; links lead to the web, to an address or within the
 * log; pictures are their alternative texts, since a page asks for nothing from anywhere.
 */
export function renderMarkdown(text: string, context: MarkdownContext, definitions?: LinkDefinitions): string {
	const env: Env = definitions === undefined ? {} : { references: { ...definitions } };
	contexts.set(env, context);
	return withoutControls(markdown.render(text, env));
}

/** A title as HTML: text and code. */
export function renderTitle(title: string): string {
	return withoutControls(titleMarkdown.renderInline(title.replace(/\s+/g, ' ').trim()));
}

const contexts = new WeakMap<object, MarkdownContext>();

const titleMarkdown = new MarkdownIt('zero').enable(['backticks']);
const blocksOnly = new MarkdownIt({ html: false });
blocksOnly.core.ruler.disable(['inline', 'text_join']);

const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false });
markdown.validateLink = mayLink;
withoutComments(markdown);
withoutComments(blocksOnly);
markdown.core.ruler.push('references', placeReferences);
markdown.core.ruler.push('sources', placeSources);
markdown.core.ruler.push('lead', placeLead);

/** An address of the web or of mail, or a way within the site; everything else with a scheme is shown as text. */
export function mayLink(url: string): boolean {
	const address = withoutControls(url).trimStart();
	const hasScheme = /^[^/?#]*:/.test(address);
	// Without the slashes, what `https:a` means depends on where the page is published.
	return !hasScheme || /^(?:https?:\/\/|mailto:)/i.test(address);
}

/** Puts what references look like at their placeholders, and marks the links that mean records. */
function placeReferences(state: StateCore): void {
	const context = contexts.get(state.env);
	if (context === undefined) {
		return;
	}
	for (const token of state.tokens) {
		restore(token, context);
		if (token.type === 'inline' && token.children !== null) {
			token.children = withReferences(token.children, context, state);
		}
	}
}

function withReferences(tokens: readonly Token[], context: MarkdownContext, state: StateCore): Token[] {
	const result: Token[] = [];
	const ends: (Html | undefined)[] = [];
	for (const token of tokens) {
		if (token.type === 'link_open') {
			restore(token, context);
			const marked = context.relativeLink(attributeOf(token, 'href'));
			ends.push(marked?.close);
			result.push(marked === undefined ? token : markupToken(marked.open, state));
		} else if (token.type === 'link_close') {
			const end = ends.pop();
			result.push(end === undefined ? token : markupToken(end, state));
		} else if (token.type === 'text') {
			for (const part of splitAtPlaceholders(token.content)) {
				const markup = typeof part === 'number' ? context.reference(part, ends.length > 0) : undefined;
				result.push(
					markup === undefined
						? textToken(typeof part === 'number' ? context.written(part) : part, state)
						: markupToken(markup, state),
				);
			}
		} else {
			restore(token, context);
			result.push(token);
		}
	}
	return result;
}

/** In code, in addresses and in alternative texts a placeholder is what was written. */
function restore(token: Token, context: MarkdownContext): void {
	if (token.type !== 'inline') {
		token.content = restored(token.content, context);
	}
	for (const attribute of token.attrs ?? []) {
		attribute[1] = restored(String(attribute[1]), context);
	}
	if (token.type === 'image') {
		for (const child of token.children ?? []) {
			restore(child, context);
		}
	}
}

function attributeOf(token: Token, name: string): string {
	return String(token.attrGet(name) ?? '');
}

function restored(text: string, context: MarkdownContext): string {
	return withoutEncodedPlaceholders(withoutPlaceholders(text, context.written), context.written);
}

function markupToken(markup: Html, state: StateCore): Token {
	const token = new state.Token('markup', '', 0);
	token.content = markup.toString();
	return token;
}

function textToken(text: string, state: StateCore): Token {
	const token = new state.Token('text', '', 0);
	token.content = text;
	return token;
}

/** Says of each block where it comes from. */
function placeSources(state: StateCore): void {
	const source = contexts.get(state.env)?.source;
	for (const token of state.tokens) {
		const isBlock = token.level === 0 || token.type === 'list_item_open';
		if (source !== undefined && isBlock && token.nesting >= 0 && token.map !== null) {
			for (const [name, value] of Object.entries(source(token.map[0]))) {
				token.attrSet(name, String(value));
			}
		}
	}
}

function placeLead(state: StateCore): void {
	const context = contexts.get(state.env);
	if (context?.lead === undefined) {
		return;
	}
	const [first, inline] = state.tokens;
	if (first?.type === 'heading_open' && inline?.content.trim() === context.titled?.trim()) {
		state.tokens.splice(0, 3);
	}
	const [paragraph, content] = state.tokens;
	const lead = markupToken(context.lead, state);
	if (paragraph?.type === 'paragraph_open' && content?.children !== null && content !== undefined) {
		content.children.unshift(lead, textToken(' ', state));
		return;
	}
	const inlineToken = new state.Token('inline', '', 0);
	inlineToken.children = [lead];
	state.tokens.unshift(
		new state.Token('paragraph_open', 'p', 1),
		inlineToken,
		new state.Token('paragraph_close', 'p', -1),
	);
}

const code: RendererRule = (tokens, index) => {
	const token = tokens[index];
	const language = /^[a-z0-9+#-]{1,30}/i.exec(token?.info ?? '')?.[0];
	const name = language === undefined ? undefined : `language-${language.toLowerCase()}`;
	const own = Object.fromEntries(token?.attrs ?? []);
	return `${html`<pre${attributes(own)}><code${attributes({ class: name })}>${token?.content ?? ''}</code></pre>`}\n`;
};

const image: RendererRule = (tokens, index, options, env, self) => {
	const token = tokens[index];
	const src = token === undefined ? '' : attributeOf(token, 'src');
	const alt = self.renderInlineAsText(token?.children ?? [], options, env);
	return html`<span class="il-image"${attributes({ title: src })}>${alt === '' ? src : alt}</span>`.toString();
};

/** A table's alignment is a class: the page allows no style of its own to any element. */
const cell: RendererRule = (tokens, index, options, _env, self) => {
	const token = tokens[index];
	if (token === undefined) {
		return '';
	}
	const side = /^text-align:(right|center)$/.exec(attributeOf(token, 'style'))?.[1];
	token.attrs = side === undefined ? null : [['class', `il-${side}`]];
	return self.renderToken(tokens, index, options);
};

const link: RendererRule = (tokens, index, options, _env, self) => {
	tokens[index]?.attrSet('rel', 'noopener noreferrer');
	return self.renderToken(tokens, index, options);
};

Object.assign(markdown.renderer.rules, {
	fence: code,
	code_block: code,
	image,
	th_open: cell,
	td_open: cell,
	link_open: link,
	markup: (tokens: Token[], index: number) => tokens[index]?.content ?? '',
	text: (tokens: Token[], index: number) => escapeText(tokens[index]?.content ?? ''),
} satisfies Record<string, RendererRule>);
