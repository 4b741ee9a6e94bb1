import type { Definition } from '../../core/definition.ts';
import type { Incident } from '../../core/incident.ts';
import type { Range } from '../../core/range.ts';
import { incidentsOfPostmortem } from '../../log/postmortem-incidents.ts';
import type { LogDocument, Postmortem } from '../../parse/model/document.ts';
import { stateOf } from '../../rules/postmortem/support/action-items.ts';
import { factLink } from '../fact-link.ts';
import { guardedBlocks } from '../guard.ts';
import { type Html, html, trusted } from '../html.ts';
import { type MergedIncident, mergedIncidentOf } from '../merged-incident.ts';
import type { BulletinPage, PageBlock } from '../model.ts';
import type { PageRequest } from '../page-context.ts';
import { PageDraft } from '../page-draft.ts';
import { startDayText, zonedClock } from '../texts.ts';
import { titleHeading } from '../title-heading.ts';
import { factList, incidentFacts, type PageFact, postmortemFacts } from './fact-list.ts';
import { instantOf, momentsOf, type PhaseMoment } from './moments.ts';
import { phaseStrip } from './phase-strip.ts';
import { referrerList } from './referrers.ts';
import { actionTable, type EventRow, timelineRows, timelineTable } from './tables.ts';

/**
 * Returns the page of an incident or of a postmortem: its facts, its time as a strip and as a table, its text, updates,
 * timeline, action items, and what refers to it. Undefined for another document.
 */
export function recordPage(document: LogDocument, request: PageRequest): BulletinPage | undefined {
	const { postmortem, incidents } = document;
	const facts = document.kind === 'incident' ? incidents[0] : document.kind === 'postmortem' ? postmortem : undefined;
	return facts && new RecordWriter(document, facts, request).page();
}

class RecordWriter {
	readonly #document: LogDocument;
	readonly #facts: Incident | Postmortem;
	readonly #request: PageRequest;
	readonly #draft: PageDraft;
	readonly #own: Definition | undefined;
	/** The incident; undefined without a day, and for a postmortem of an incident with a record. */
	readonly #incident: MergedIncident | undefined;

	constructor(document: LogDocument, facts: Incident | Postmortem, request: PageRequest) {
		this.#document = document;
		this.#facts = facts;
		this.#request = request;
		this.#own = request.log.inFile(document.uri)?.find(({ kind }) => kind === document.kind);
		this.#draft = new PageDraft(request, document.uri, undefined, this.#own);
		this.#incident = this.#own && this.#incidentOf(this.#own);
	}

	#incidentOf(own: Definition): MergedIncident | undefined {
		const isOnlyDescription = own.kind === 'incident' || own.incidentDay !== undefined;
		return isOnlyDescription ? mergedIncidentOf(own, this.#request.log, this.#draft.zone.timeZone) : undefined;
	}

	page(): BulletinPage {
		const heading = titleHeading(this.#document);
		const { title, id } = this.#facts;
		return this.#draft.finish(
			{
				over: this.#over(),
				text: title?.value ?? heading?.text ?? id,
				under: this.#incident === undefined ? undefined : this.#startText(this.#incident),
				offset: heading?.range.start ?? 0,
			},
			[
				...this.#block(0, () => this.#head()),
				...this.#text(heading?.range),
				...this.#section('Updates', () => this.#updates()),
				...this.#section(this.#newHeading('Timeline', 'Times'), () => this.#timeline()),
				...this.#section(this.#newHeading('Action items', 'Tracked action items'), () => this.#actionItems()),
				...this.#section('Referred to by', () => this.#referrers()),
			],
		);
	}

	#over(): string {
		if (this.#document.kind === 'incident') {
			return this.#request.log.configuration.title ?? 'Incident';
		}
		const { status } = this.#facts;
		return status === undefined ? 'Postmortem' : `Postmortem, ${status.value}`;
	}

	#startText(incident: MergedIncident): string {
		const { timeZone } = this.#draft.zone;
		const clock = zonedClock(incident, timeZone);
		return [startDayText(incident, timeZone), clock].filter(part => part !== '').join(', ');
	}

	/** Facts and strip. */
	#head(): Html {
		const incident = this.#incident;
		const { zone, boxes, links, entries } = this.#draft;
		const { timeZone } = zone;
		const { levels } = this.#request.log.configuration.impact;
		const box = incident && boxes.boxOf(incident);
		const own = this.#document.kind === 'postmortem' ? postmortemFacts(this.#document) : [];
		const page = { audience: links.audience, base: links.base, levels };
		const facts = [
			...(incident && box ? incidentFacts(box, entries.factsOf(incident), this.#status(), page) : this.#severity()),
			...this.#incidentLinks(),
			...own,
		];
		return html`${factList(facts)}${
			incident &&
			box &&
			!incident.isDateOnly &&
			phaseStrip({ box, moments: this.#moments(), events: this.#instants(), levels, timeZone })
		}`;
	}

	/** The status of the incident. */
	#status(): string | undefined {
		const facts = this.#facts;
		return 'kind' in facts ? facts.status?.value : facts.incidentStatus?.value;
	}

	#severity(): readonly PageFact[] {
		const { severity } = this.#facts;
		return severity === undefined ? [] : [['Severity', html`<bdi>${severity.value}</bdi>`]];
	}

	/** The incidents of a postmortem, as links to their pages. */
	#incidentLinks(): readonly PageFact[] {
		const own = this.#own;
		if (own?.kind !== 'postmortem') {
			return [];
		}
		const incidents = incidentsOfPostmortem(own, this.#request.log).filter(definition => definition !== own);
		return incidents.map(definition => ['Incident', this.#linkTo(definition)]);
	}

	#linkTo({ uri, title, range }: Definition): Html {
		const { links } = this.#draft;
		const { href } = links.look({ target: { by: 'uri', uri } });
		return factLink(
			{ relation: undefined, text: title.replaceAll('`', ''), href, source: { uri, offset: range.start } },
			links,
		);
	}

	#times() {
		const { timeZone } = this.#draft.zone;
		return { timeZone, start: this.#incident?.start, isDateOnly: this.#incident?.isDateOnly ?? true };
	}

	/** The instants of all events with a time of day. */
	#instants(): readonly number[] {
		const { timeZone } = this.#draft.zone;
		const updates = 'updates' in this.#facts ? this.#facts.updates : [];
		return [...this.#facts.timeline, ...updates].flatMap(({ at }) => {
			const instant = at && instantOf(at, timeZone);
			return instant === undefined || instant.isDateOnly ? [] : [instant.instant];
		});
	}

	/** The author's text: the body of a Markdown document, otherwise the summary. */
	#text(heading: Range | undefined): readonly PageBlock[] {
		const { body } = this.#document;
		const { summary } = this.#facts;
		const renderer = this.#draft.entries.rendererOf(this.#document);
		if (body !== undefined) {
			const range = { start: heading?.end ?? body.range.start, end: body.range.end };
			return this.#block(range.start, () => trusted(renderer.rangeHtml(range)));
		}
		return summary === undefined ? [] : this.#block(summary.range.start, () => trusted(renderer.valueHtml(summary)));
	}

	#moments(): readonly PhaseMoment[] {
		return momentsOf(this.#facts, this.#draft.zone.timeZone);
	}

	/** The moments of the record, and the entries of its timeline that are not in the text of the page. */
	#timeline(): Html | undefined {
		const entries = this.#facts.timeline.filter(({ range }) => !this.#isInText(range));
		return this.#table(timelineRows(this.#moments(), entries, this.#draft.zone.timeZone));
	}

	#updates(): Html | undefined {
		const updates = 'updates' in this.#facts ? this.#facts.updates : [];
		const entries = updates.filter(({ range }) => !this.#isInText(range));
		return this.#table(entries.map(entry => ({ type: 'entry', entry })));
	}

	#table(rows: readonly EventRow[]): Html | undefined {
		const renderer = this.#draft.entries.rendererOf(this.#document);
		return rows.length === 0 ? undefined : timelineTable(rows, this.#times(), text => renderer.valueHtml(text));
	}

	/** Returns a heading, or another one if the text of the page has a section of this name. */
	#newHeading(name: string, other: string): string {
		const sections = this.#document.body?.sections ?? [];
		return sections.some(({ title }) => title.value.trim().toLowerCase() === name.toLowerCase()) ? other : name;
	}

	#actionItems(): Html | undefined {
		const items = this.#facts.actionItems.filter(({ range }) => !this.#isInText(range));
		const { vocabulary } = this.#request.log.configuration;
		const { timeZone } = this.#draft.zone;
		return items.length === 0 ? undefined : actionTable(items, timeZone, item => stateOf(item, vocabulary));
	}

	#isInText({ start }: Range): boolean {
		const { body } = this.#document;
		return body !== undefined && start >= body.range.start;
	}

	#referrers(): Html | undefined {
		const own = this.#own;
		const definitions = this.#incident?.definitions ?? (own === undefined ? [] : [own]);
		const known = own?.kind === 'postmortem' ? incidentsOfPostmortem(own, this.#request.log) : [];
		return referrerList(definitions, known, this.#request, this.#draft.links);
	}

	#section(name: string, draw: () => Html | undefined): readonly PageBlock[] {
		return this.#block(0, () => {
			const content = draw();
			return content && html`<h2>${name}</h2>\n${content}`;
		});
	}

	#block(offset: number, draw: () => Html | undefined): readonly PageBlock[] {
		const source = { uri: this.#document.uri, offset };
		return guardedBlocks(source, this.#request.onDefect, () => {
			const markup = draw()?.toString() ?? '';
			return markup.trim() === '' ? [] : [{ type: 'markdown', html: markup, offset }];
		});
	}
}
