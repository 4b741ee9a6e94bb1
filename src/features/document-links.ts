import type { DocumentLinkRequest } from 'vscode-languageserver-protocol';
import type { DocumentLink } from 'vscode-languageserver-types';
import type { ReferenceForm } from '../core/reference.ts';
import { documentFeature } from './feature.ts';
import { locationIn, toLspRange } from './positions.ts';

/** Links of Markdown are the editor's own business; dated mentions read better without a line under them. */
const SHOWN: ReadonlySet<ReferenceForm> = new Set(['field', 'wiki-link', 'bare-id']);

/** Ids that lead somewhere, as links. */
export const documentLinks = documentFeature<typeof DocumentLinkRequest>({
	method: 'textDocument/documentLink',
	capabilities: { documentLinkProvider: { resolveProvider: false } },
	handle: ({ document, log }): DocumentLink[] =>
		document.references
			.filter(({ form }) => SHOWN.has(form))
			.flatMap(reference => {
				const [target] = log.view.resolve(reference);
				const place = target && locationIn(log, target.uri, target.range);
				return target && place
					? [
							{
								range: toLspRange(document, reference.range),
								target: `${target.uri}#L${place.range.start.line + 1}`,
								tooltip: target.title,
							},
						]
					: [];
			}),
});
