import type { CodeLensRequest } from 'vscode-languageserver-protocol';
import type { CodeLens, Location } from 'vscode-languageserver-types';
import { counted } from '../core/counted.ts';
import type { Definition } from '../core/definition.ts';
import type { Range } from '../core/range.ts';
import { formatDay } from '../core/time/format.ts';
import { weekOf } from '../core/week.ts';
import { isClosed } from '../rules/postmortem/support/action-items.ts';
import { type DocumentContext, documentFeature } from './feature.ts';
import { locationIn, toLspRange } from './positions.ts';
import { SHOW_REFERENCES } from './show-references.ts';

/** What refers to each incident and postmortem, the bulletin of its week, and its open action items. */
export const codeLenses = documentFeature<typeof CodeLensRequest>({
	method: 'textDocument/codeLens',
	capabilities: { codeLensProvider: { resolveProvider: false } },
	emptyResult: [],
	handle: ({ document, log }): CodeLens[] => {
		const context = { document, log };
		return log
			.definitionsOf(document.uri)
			.filter(({ kind }) => kind !== 'bulletin')
			.flatMap(definition => lensesOf(definition, context));
	},
});

function lensesOf(definition: Definition, context: DocumentContext): CodeLens[] {
	const { document, log } = context;
	const range = toLspRange(document, { start: definition.range.start, end: definition.range.start });
	const lens = (title: string, locations: readonly Location[]): CodeLens[] =>
		locations.length === 0
			? []
			: [{ range, command: { title, command: SHOW_REFERENCES, arguments: [document.uri, range.start, locations] } }];
	const references = distinct(
		log.referencesTo(definition).map(({ uri, reference }) => ({ uri, range: reference.range })),
	).flatMap(({ uri, range: at }) => locationIn(log, uri, at) ?? []);
	const items = openItems(definition, context);
	return [
		...lens(`referred to by ${references.length}`, references),
		...bulletinOf(definition, context).flatMap(bulletin =>
			lens(`in the bulletin of ${formatDay(bulletin.date ?? '')}`, located(bulletin, context)),
		),
		...lens(
			counted(items.length, 'open action item'),
			items.map(item => ({ uri: document.uri, range: toLspRange(document, item) })),
		),
	];
}

function located({ uri, range }: Definition, { log }: DocumentContext): Location[] {
	const location = locationIn(log, uri, range);
	return location ? [location] : [];
}

/** The bulletins of the week of an incident, without the one that contains it. */
function bulletinOf({ kind, date, uri }: Definition, { log }: DocumentContext): readonly Definition[] {
	if (kind !== 'incident' || date === undefined) {
		return [];
	}
	const { last } = weekOf(date, log.configuration.weekEndsOn);
	return log.view.bulletinsOf(last.toString()).filter(bulletin => bulletin.date !== undefined && bulletin.uri !== uri);
}

function openItems({ kind, id, range }: Definition, { document, log }: DocumentContext): readonly Range[] {
	const { incidents, postmortem } = document;
	const facts =
		kind === 'postmortem' ? postmortem : incidents.find(each => each.id === id && each.idRange.start === range.start);
	return (facts?.actionItems ?? [])
		.filter(item => !isClosed(item, log.configuration.vocabulary))
		.map(item => item.range);
}

function distinct<T extends { readonly uri: string; readonly range: Range }>(places: readonly T[]): readonly T[] {
	return [...new Map(places.map(place => [`${place.uri} ${place.range.start}`, place])).values()];
}
