import type { MergedIncident } from '../bulletin/merged-incident.ts';
import type { PictureBox } from '../bulletin/model.ts';
import type { PageRequest } from '../bulletin/page-context.ts';
import { PageLinks } from '../bulletin/page-links.ts';
import { PictureBuilder } from '../bulletin/picture-model.ts';
import type { Log } from '../log/log.ts';
import { plainText } from '../parse/markdown/sections.ts';
import type { SitePlan } from './site-plan.ts';

/** An incident as lists and feeds state it. */
export interface IncidentRow {
	readonly incident: MergedIncident;
	readonly box: PictureBox;
	/** Link to its page, or to its entry. Undefined if neither is published. */
	readonly href: string | undefined;
	/** Link to the page of its week. */
	readonly week: string | undefined;
	readonly postmortem: string | undefined;
	/** The titles of its components. */
	readonly components: readonly string[];
	/** The beginning of its text, without markup. */
	readonly summary: string;
}

/** Returns the incidents of a plan as a page with the key `base` states them. `base`: a key of the publication map. */
export function incidentRows(
	incidents: readonly MergedIncident[],
	base: string,
	log: Log,
	plan: SitePlan,
): readonly IncidentRow[] {
	const request: PageRequest = {
		log: log.view,
		documentAt: uri => log.document(uri),
		publication: plan.map,
		audience: 'readers',
	};
	const links = new PageLinks(base, request);
	const boxes = new PictureBuilder(request, links, plan.timeZone, log.view.now().epochMilliseconds);
	const { components } = log.configuration;
	return incidents.map(incident => {
		const week = plan.weekOf(incident);
		const summary = incident.definitions.find(each => each.summary !== '')?.summary ?? '';
		const ids = new Set(incident.definitions.flatMap(definition => definition.components));
		return {
			incident,
			box: boxes.boxOf(incident),
			href: links.otherPage(incident, undefined, undefined),
			week: week && plan.map.link(base, week),
			postmortem: postmortemOf(incident, base, log, plan),
			components: [...ids].map(id => components.get(id)?.title ?? id),
			summary: plainText(summary, { start: 0, end: summary.length }).value.replace(/\s+/g, ' ').trim(),
		};
	});
}

function postmortemOf({ definitions }: MergedIncident, base: string, log: Log, { map }: SitePlan): string | undefined {
	const named = definitions.flatMap(({ postmortem }) =>
		postmortem === undefined ? [] : log.view.resolve({ target: postmortem }),
	);
	const others = definitions.flatMap(({ id }) => log.view.postmortemsOf(id));
	return [...named, ...others].map(({ uri }) => map.link(base, uri)).find(link => link !== undefined);
}
