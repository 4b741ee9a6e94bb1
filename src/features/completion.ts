import type { CompletionRequest } from 'vscode-languageserver-protocol';
import { type CompletionItem, type CompletionList, TextEdit } from 'vscode-languageserver-types';
import { withLineBreak } from '../core/line-breaks.ts';
import type { Choices } from './choice.ts';
import { type DocumentContext, documentFeature } from './feature.ts';
import { idChoices } from './id-choices.ts';
import { keyChoices } from './key-choices.ts';
import { toLspRange } from './positions.ts';
import { valueChoices } from './value-choices.ts';
import { wikiLinkAt } from './wiki-link-place.ts';
import { type YamlCursor, yamlCursorAt } from './yaml-cursor.ts';

/** Keys and values of the schema, and everything that the log knows of: ids, levels, components, now. */
export const completion = documentFeature<typeof CompletionRequest>({
	method: 'textDocument/completion',
	capabilities: { completionProvider: { triggerCharacters: ['[', ' '] } },
	handle: ({ document, log, session }, { position, context }): CompletionList | null => {
		const place = { document, log };
		const offset = document.lines.offsetAt(position);
		const snippets = session.client.textDocument?.completion?.completionItem?.snippetSupport === true;
		const choices =
			inWikiLink(place, offset) ??
			inYaml(place, offset, { now: session.now(), snippets, typed: context?.triggerCharacter });
		return choices === undefined ? null : toList(place, choices);
	},
});

function inWikiLink(place: DocumentContext, offset: number): Choices | undefined {
	const link = wikiLinkAt(place.document.text, offset);
	return link && idChoices(place, ['incident', 'postmortem'], link.written, link.closed ? '' : ']]');
}

interface YamlOptions {
	readonly now: number;
	readonly snippets: boolean;
	/** The character that triggered the request; undefined if the user did. */
	readonly typed: string | undefined;
}

function inYaml(context: DocumentContext, offset: number, { now, snippets, typed }: YamlOptions): Choices | undefined {
	const cursor = yamlCursorAt(context.document, offset);
	if (cursor === undefined || (typed !== undefined && !mayBeTriggered(cursor))) {
		return undefined;
	}
	const values = valueChoices(context, cursor, now);
	const keys = cursor.expects === 'value' ? [] : keyChoices(context, cursor, snippets);
	return { ...values, items: [...values.items, ...keys] };
}

/** A space or a bracket can begin a value or an item. Elsewhere it is typed inside of a text, and a list would disturb. */
function mayBeTriggered({ expects, path }: YamlCursor): boolean {
	return expects === 'value' || path.some(step => typeof step === 'number');
}

/** The order in which the choices were made is the order in which the editor shows them. */
function toList({ document }: DocumentContext, { items, written, incomplete }: Choices): CompletionList {
	const range = toLspRange(document, written);
	const width = String(items.length).length;
	return {
		isIncomplete: incomplete ?? false,
		items: items.map(
			({ insert, ...choice }, index): CompletionItem => ({
				...choice,
				sortText: String(index).padStart(width, '0'),
				textEdit: TextEdit.replace(range, withLineBreak(insert ?? choice.label, document.lineBreak)),
			}),
		),
	};
}
