import type { CompletionRequest } from 'vscode-languageserver-protocol';
import { type CompletionItem, type CompletionList, TextEdit } from 'vscode-languageserver-types';
import { withLineBreak } from '../core/line-breaks.ts';
import type { Choices } from './choice.ts';
import { type DocumentContext, documentFeature } from './feature.ts';
import { idChoices } from './id-choices.ts';
import { keyChoices } from './key-choices.ts';
import { wikiLinkAt } from './open-wiki-link.ts';
import { toLspRange } from './positions.ts';
import { valueChoices } from './value-choices.ts';
import { type YamlCursor, yamlCursorAt } from './yaml-cursor.ts';

/** Completes keys and values of the schema with data of the log: ids, levels, components, the current time. */
export const completion = documentFeature<typeof CompletionRequest>({
	method: 'textDocument/completion',
	capabilities: { completionProvider: { triggerCharacters: ['[', ' '] } },
	handle: ({ document, log, session }, { position, context: trigger }): CompletionList | null => {
		const context = { document, log };
		const offset = document.lines.offsetAt(position);
		const supportsSnippets = session.client.textDocument?.completion?.completionItem?.snippetSupport === true;
		const choices =
			inWikiLink(context, offset) ??
			inYaml(context, offset, { now: session.now(), supportsSnippets, typed: trigger?.triggerCharacter });
		return choices === undefined ? null : toList(context, choices);
	},
});

function inWikiLink(context: DocumentContext, offset: number): Choices | undefined {
	const link = wikiLinkAt(context.document.text, offset);
	return link && idChoices(context, ['incident', 'postmortem'], link.written, link.isClosed ? '' : ']]', link.folder);
}

interface YamlOptions {
	readonly now: number;
	readonly supportsSnippets: boolean;
	/** The character that triggered the request; undefined if the user did. */
	readonly typed: string | undefined;
}

function inYaml(
	context: DocumentContext,
	offset: number,
	{ now, supportsSnippets, typed }: YamlOptions,
): Choices | undefined {
	const cursor = yamlCursorAt(context.document, offset);
	if (cursor === undefined || (typed !== undefined && !mayBeTriggered(cursor))) {
		return undefined;
	}
	const values = valueChoices(context, cursor, now);
	const keys = cursor.expects === 'value' ? [] : keyChoices(context, cursor, supportsSnippets);
	return { ...values, items: [...values.items, ...keys] };
}

/** A space or a bracket can begin a value or an item. In other text it does not open a list of keys. */
function mayBeTriggered({ expects, path }: YamlCursor): boolean {
	return expects === 'value' || path.some(step => typeof step === 'number');
}

/** Editors sort items by `sortText`: it keeps the order of the choices. */
function toList({ document }: DocumentContext, { items, written, isIncomplete }: Choices): CompletionList {
	const range = toLspRange(document, written);
	const width = String(items.length).length;
	return {
		isIncomplete: isIncomplete ?? false,
		items: items.map(
			({ insert, ...choice }, index): CompletionItem => ({
				...choice,
				sortText: String(index).padStart(width, '0'),
				textEdit: TextEdit.replace(range, withLineBreak(insert ?? choice.label, document.lineBreak)),
			}),
		),
	};
}
