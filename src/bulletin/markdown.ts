import MarkdownIt, { type Env, type RendererRule, type StateCore, type Token } from 'markdown-it';
import type { Range } from '../core/range.ts';
import { skipComments } from '../parse/markdown/comments.ts';
import type { LinkDefinitions } from '../parse/markdown/link-definitions.ts';
import { attributes, escapeText, type Html, html, withoutControls } from './html.ts';
import { referenceIndex, setReferences, yieldReferenceTokens } from './reference-tokens.ts';

/** References in a Markdown text. */
export interface MarkdownReferences {
	/** The source text: the rendered text, or that text with the indentation of its lines. */
	readonly text: string;
	/** Offsets into `text`, in order and without overlap. */
	readonly ranges: readonly Range[];
	/** Returns the reference at an index of `ranges` as HTML. `isInLink`: it cannot be a link, since links do not nest. */
	readonly render: (index: number, isInLink: boolean) => Html;
}

/** What the renderer needs in addition to the Markdown. */
export interface MarkdownContext {
	/** Attributes for a block that begins at a line (from 0) of the rendered text. */
	readonly source: (line: number) => Readonly<Record<string, string | number>>;
	readonly references?: MarkdownReferences;
	/** Returns the tags of a relative link to a record, or undefined for any other link. */
	readonly relativeLink: (href: string) => { readonly open: Html; readonly close: Html } | undefined;
	/** Inserted at the start of the first paragraph, or as a paragraph before a text that begins with another block. */
	readonly lead?: Html;
	/** A heading with this text at the start of the Markdown is omitted. */
	readonly titled?: string;
}

/**
 * Renders Markdown as HTML with text elements only. Raw HTML becomes text. Links to the web, to mail addresses and within
 * the log are kept. Images are replaced by their alternative texts, because a page makes no requests.
 */
export function renderMarkdown(text: string, context: MarkdownContext, definitions?: LinkDefinitions): string {
	const env: Env = definitions === undefined ? {} : { references: { ...definitions } };
	env[CONTEXT] = context;
	if (context.references !== undefined) {
		setReferences(env, context.references.text, context.references.ranges);
	}
	return withoutControls(markdown.render(text, env));
}

/** Renders a title as HTML: text and code spans. */
export function renderTitle(title: string): string {
	return withoutControls(titleMarkdown.renderInline(title.replace(/\s+/g, ' ').trim()));
}

/** Key of the `MarkdownContext` in the environment of a markdown-it run. */
const CONTEXT = Symbol('context');

function contextOf(env: Env): MarkdownContext | undefined {
	return env[CONTEXT] as MarkdownContext | undefined;
}

const titleMarkdown = new MarkdownIt('zero').enable(['backticks']);

const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false });
markdown.validateLink = mayLink;
yieldReferenceTokens(markdown);
skipComments(markdown);
markdown.core.ruler.push('references', renderReferences);
markdown.core.ruler.push('sources', addSources);
markdown.core.ruler.push('lead', addLead);

/** Whether a URL may be a link: a web or mail address, or a relative path. Other links are shown as text. */
export function mayLink(url: string): boolean {
	const address = withoutControls(url).trimStart();
	const hasScheme = /^[^/?#]*:/.test(address);
	// Requires the slashes: `https:a` is relative to the address at which the page is published.
	return !hasScheme || /^(?:https?:\/\/|mailto:)/i.test(address);
}

/** Replaces reference tokens by their HTML, and the tags of links to records. */
function renderReferences(state: StateCore): void {
	const context = contextOf(state.env);
	if (context === undefined) {
		return;
	}
	for (const token of state.tokens) {
		if (token.type === 'inline' && token.children !== null) {
			token.children = token.children.length === 0 ? token.children : withReferences(token.children, context, state);
		}
	}
}

function withReferences(tokens: readonly Token[], context: MarkdownContext, state: StateCore): Token[] {
	const closingTags: (Html | undefined)[] = [];
	return tokens.map(token => {
		switch (token.type) {
			case 'link_open': {
				const record = context.relativeLink(attributeOf(token, 'href'));
				closingTags.push(record?.close);
				return record === undefined ? token : markupToken(record.open, state);
			}
			case 'link_close': {
				const close = closingTags.pop();
				return close === undefined ? token : markupToken(close, state);
			}
			default: {
				const index = referenceIndex(token);
				const markup = index === undefined ? undefined : context.references?.render(index, closingTags.length > 0);
				return markup === undefined ? token : markupToken(markup, state);
			}
		}
	});
}

function attributeOf(token: Token, name: string): string {
	return String(token.attrGet(name) ?? '');
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

/** Adds the source attributes to blocks. */
function addSources(state: StateCore): void {
	const source = contextOf(state.env)?.source;
	for (const token of state.tokens) {
		const isBlock = token.level === 0 || token.type === 'list_item_open';
		if (source !== undefined && isBlock && token.nesting >= 0 && token.map !== null) {
			for (const [name, value] of Object.entries(source(token.map[0]))) {
				token.attrSet(name, String(value));
			}
		}
	}
}

/** Inserts the lead. */
function addLead(state: StateCore): void {
	const context = contextOf(state.env);
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

/** Converts the alignment of a cell to a class: the content security policy of the page forbids style attributes. */
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
