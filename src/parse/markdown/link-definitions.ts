import MarkdownIt, { type Env } from 'markdown-it';
import { skipComments } from './comments.ts';

/** Link definitions by `definitionKey`. */
export type LinkDefinitions = NonNullable<Env['references']>;

const blocksOnly = new MarkdownIt({ html: false });
blocksOnly.core.ruler.disable(['inline', 'text_join']);
skipComments(blocksOnly);

/** Returns the key of a label in `LinkDefinitions`. Labels are compared without regard to case and amount of white space. */
export function definitionKey(label: string): string {
	return blocksOnly.utils.normalizeReference(label);
}

/** Reads the link definitions (`[label]: address "title"`) of a Markdown text. */
export function readLinkDefinitions(text: string): LinkDefinitions {
	const env: Env = {};
	blocksOnly.parse(text, env);
	return env.references ?? {};
}
