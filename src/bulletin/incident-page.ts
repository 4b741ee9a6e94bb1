import { Temporal } from 'temporal-polyfill';
import { weekOf } from '../core/week.ts';
import type { LogDocument } from '../parse/model/document.ts';
import { html } from './html.ts';
import { mergedIncidentOf } from './merged-incident.ts';
import type { BulletinPage, PageBlock } from './model.ts';
import type { PageRequest } from './page-context.ts';
import { PageDraft } from './page-draft.ts';
import { pageZone } from './page-zone.ts';
import { weekText } from './texts.ts';

/** Returns the page of the week in which an incident began, from the records, with this incident first and highlighted. */
export function incidentPage(document: LogDocument, request: PageRequest): BulletinPage {
	const { log } = request;
	const definition = log.inFile(document.uri)?.find(({ kind }) => kind === 'incident');
	const { timeZone } = pageZone(log, document.uri, undefined);
	const found = definition && mergedIncidentOf(definition, log, timeZone);
	if (definition === undefined || found === undefined) {
		return undated(document, request);
	}
	const week = weekOf(Temporal.PlainDate.from(found.date), log.configuration.weekEndsOn);
	const draft = new PageDraft(request, document.uri, week, definition);
	const inWeek = draft.weeks?.thisWeek ?? [];
	const own = draft.incidentOf(definition) ?? found;
	const entries = [own, ...inWeek.filter(merged => merged !== own)];
	draft.addIncidents(entries);
	return draft.finish({ over: log.configuration.title, text: weekText(week), under: undefined, offset: 0 }, [
		{ type: 'picture', offset: 0 },
		...entries.flatMap(merged => draft.renderEntry(merged)),
	]);
}

/** Returns the page of an incident without a readable start: its summary only, since it has no week. */
function undated(document: LogDocument, request: PageRequest): BulletinPage {
	const draft = new PageDraft(request, document.uri, undefined);
	const incident = document.incidents[0];
	const note = html`<p class="il-missing">The start of this incident is missing or unreadable. Its week cannot be shown.</p>`;
	const blocks: PageBlock[] = [{ type: 'markdown', html: note.toString(), offset: 0 }];
	if (incident?.summary !== undefined) {
		const { summary } = incident;
		blocks.push(draft.entries.proseBlock(document, renderer => renderer.renderValue(summary), summary.range.start));
	}
	const heading = incident?.title?.value ?? incident?.id ?? 'Incident';
	return draft.finish({ over: request.log.configuration.title, text: heading, under: undefined, offset: 0 }, blocks);
}
