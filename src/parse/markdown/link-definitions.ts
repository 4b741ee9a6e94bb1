import MarkdownIt, { type Env } from 'markdown-it';
import { skipComments } from './comments.ts';

/** Link definitions by label, as markdown-it normalizes labels. */
export type LinkDefinitions = NonNullable<Env['references']>;

const blocksOnly = new MarkdownIt({ html: false });
blocksOnly.core.ruler.disable(['inline', 'text_join']);
skipComments(blocksOnly);

/** Reads the link definitions (`[label]: address "title"`) of a Markdown text. */
export function readLinkDefinitions(text: string): LinkDefinitions {
	const env: Env = {};
	blocksOnly.parse(text, env);
	return env.references ?? {};
}
