import type { CompletionRequest } from 'vscode-languageserver-protocol';
import { type CompletionItem, type CompletionList, TextEdit } from 'vscode-languageserver-types';
import { withLineBreak } from '../core/line-breaks.ts';
import { contains, type Range } from '../core/range.ts';
import { findFrontMatter } from '../parse/markdown/front-matter.ts';
import type { Choices } from './choice.ts';
import { type DocumentContext, documentFeature } from './feature.ts';
import { idChoices } from './id-choices.ts';
import { keyChoices } from './key-choices.ts';
import { toLspRange } from './positions.ts';
import { valueChoices } from './value-choices.ts';
import { wikiLinkAt } from './wiki-link-place.ts';
import { yamlPlaceAt } from './yaml-place.ts';

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
	/** The character that made the editor ask; undefined where the user did. */
	readonly typed: string | undefined;
}

function inYaml(place: DocumentContext, offset: number, { now, snippets, typed }: YamlOptions): Choices | undefined {
	const range = yamlRange(place);
	const yaml = range && contains(range, offset) ? yamlPlaceAt(place.document.text, range, offset) : undefined;
	// A space or a bracket may begin a value. Elsewhere it is in the midst of writing, and a list would be in the way.
	if (yaml === undefined || (typed !== undefined && yaml.expects === 'word' && !yaml.path.includes('*'))) {
		return undefined;
	}
	const values = valueChoices(place, yaml, now);
	const keys = yaml.expects === 'word' ? keyChoices(place, yaml, snippets) : [];
	return { ...values, items: [...values.items, ...keys] };
}

/** The whole of a YAML file; of Markdown the front matter. */
function yamlRange({ document }: DocumentContext): Range | undefined {
	if (document.dialect !== 'native') {
		// The keys and words of the schema are not those of another dialect.
		return undefined;
	}
	return document.format === 'yaml' ? { start: 0, end: document.text.length } : findFrontMatter(document.text)?.range;
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
