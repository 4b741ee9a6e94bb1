import type { DocumentLinkRequest } from 'vscode-languageserver-protocol';
import type { DocumentLink } from 'vscode-languageserver-types';
import type { ReferenceForm } from '../core/reference.ts';
import { documentFeature } from './feature.ts';
import { locationIn, toLspRange } from './positions.ts';
import { otherFileOf } from './subject.ts';

/**
 * Without Markdown links, which editors resolve themselves, and dated mentions, where an underline disturbs reading.
 */
const LINKED_FORMS: ReadonlySet<ReferenceForm> = new Set(['field', 'wiki-link', 'bare-id']);

/** References to known ids, and to other files by name, as links. */
export const documentLinks = documentFeature<typeof DocumentLinkRequest>({
	method: 'textDocument/documentLink',
	capabilities: { documentLinkProvider: { resolveProvider: false } },
	handle: ({ document, log }): DocumentLink[] =>
		document.references
			.filter(({ form }) => LINKED_FORMS.has(form))
			.flatMap(reference => {
				const [target] = log.view.resolve(reference);
				const otherFile = target === undefined ? otherFileOf(reference, log) : undefined;
				if (otherFile !== undefined) {
					return [{ range: toLspRange(document, reference.range), target: otherFile }];
				}
				const location = target && locationIn(log, target.uri, target.range);
				return target && location
					? [
							{
								range: toLspRange(document, reference.range),
								target: `${target.uri}#L${location.range.start.line + 1}`,
								tooltip: target.title,
							},
						]
					: [];
			}),
});
