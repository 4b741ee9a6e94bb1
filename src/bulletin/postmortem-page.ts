import { Temporal } from 'temporal-polyfill';
import { weekOf } from '../core/week.ts';
import { incidentsOfPostmortem } from '../log/postmortem-incidents.ts';
import type { LogDocument } from '../parse/model/document.ts';
import { guardedBlocks } from './guard.ts';
import { html } from './html.ts';
import { mergedIncidentOf } from './merged-incident.ts';
import type { BulletinPage, PageBlock } from './model.ts';
import type { PageRequest } from './page-context.ts';
import { PageDraft } from './page-draft.ts';
import { pageZone } from './page-zone.ts';
import { titleHeading } from './title-heading.ts';

/**
 * Returns the page of a postmortem: the week of its first incident, the entries of its incidents, its text. A postmortem
 * that is the only description of its incident is itself the incident in the picture.
 */
export function postmortemPage(document: LogDocument, request: PageRequest): BulletinPage {
	const { log } = request;
	const { postmortem, body } = document;
	const own = log.inFile(document.uri)?.find(({ kind }) => kind === 'postmortem');
	const definitions = own ? incidentsOfPostmortem(own, log) : [];
	const { timeZone } = pageZone(log, definitions[0]?.uri ?? document.uri, undefined);
	const first = definitions
		.map(definition => mergedIncidentOf(definition, log, timeZone))
		.find(merged => merged !== undefined);
	const week = first && weekOf(Temporal.PlainDate.from(first.date), log.configuration.weekEndsOn);
	const draft = new PageDraft(request, document.uri, week, definitions[0]);
	// The text below the picture describes the incident of a postmortem without an incident record.
	const entries = definitions.flatMap(definition => (definition === own ? [] : (draft.incidentOf(definition) ?? [])));
	draft.addIncidents(entries);
	const heading = titleHeading(document);
	const blocks: PageBlock[] = [{ type: 'picture', offset: 0 }];
	if (first === undefined) {
		const note = html`<p class="il-missing">The incident of this postmortem is not in the log. Its week cannot be shown.</p>`;
		blocks.push({ type: 'markdown', html: note.toString(), offset: 0 });
	}
	blocks.push(...entries.flatMap(merged => draft.renderEntry(merged)));
	if (body !== undefined) {
		const range = { start: heading?.range.end ?? body.range.start, end: body.range.end };
		const source = { uri: document.uri, offset: range.start };
		blocks.push(
			...guardedBlocks(source, request.onDefect, () => [
				draft.entries.proseBlock(document, renderer => renderer.renderRange(range), range.start),
			]),
		);
	}
	const status = postmortem?.status?.value;
	return draft.finish(
		{
			over: status === undefined ? 'Postmortem' : `Postmortem, ${status}`,
			text: heading?.text ?? postmortem?.title?.value ?? postmortem?.id ?? 'Postmortem',
			under: undefined,
			offset: heading?.range.start ?? 0,
		},
		blocks,
	);
}
