import type { HoverRequest } from 'vscode-languageserver-protocol';
import { type Hover, MarkupKind } from 'vscode-languageserver-types';
import { type DocumentContext, documentFeature } from './feature.ts';
import { fieldHover } from './field-hover.ts';
import type { HoverText } from './hover-text.ts';
import { incidentCard } from './incident-card.ts';
import { toLspRange } from './positions.ts';
import { markdownProse, type Prose, plainProse } from './prose.ts';
import { similarIncidents } from './similar-incidents.ts';
import { subjectAt } from './subject.ts';
import { timeHover } from './time-hover.ts';

/** The card of an incident over a reference or definition; the meaning of a time, an impact level or a field. */
export const hover = documentFeature<typeof HoverRequest>({
	method: 'textDocument/hover',
	capabilities: { hoverProvider: true },
	handle: async ({ document, log, session }, { position }): Promise<Hover | null> => {
		const prose = session.client.textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown)
			? markdownProse
			: plainProse;
		const kind = prose === markdownProse ? MarkupKind.Markdown : MarkupKind.PlainText;
		const context = { document, log };
		const offset = document.lines.offsetAt(position);
		const found =
			timeHover(context, offset, prose) ?? cards(context, offset, prose) ?? fieldHover(context, offset, prose);
		if (found === undefined) {
			return null;
		}
		const similar = await similarIncidents(context, offset, prose);
		const value = [found.text, similar].filter(part => part !== '').join('\n\n');
		return { contents: { kind, value }, range: toLspRange(document, found.range) };
	},
});

function cards(context: DocumentContext, offset: number, prose: Prose): HoverText | undefined {
	const subject = subjectAt(context, offset);
	if (subject === undefined || subject.definitions.length === 0) {
		return undefined;
	}
	const texts = subject.definitions.map(definition => incidentCard(definition, context.log, prose));
	const several = texts.length > 1 ? [`${texts.length} matching incidents:`] : [];
	return { text: [...several, ...texts].join(prose === markdownProse ? '\n\n---\n\n' : '\n\n'), range: subject.range };
}
