import { Temporal } from 'temporal-polyfill';
import type { MergedIncident } from '../bulletin/merged-incident.ts';
import { NO_PUBLICATION } from '../bulletin/publication.ts';
import { isInWeek, type Week } from '../core/week.ts';
import type { Log } from '../log/log.ts';
import { planSite, type SitePlan } from './site-plan.ts';

/** Returns a plan of some incidents. It links to the pages of the site only if their addresses are known. */
function planOf(log: Log, isSelected: (incident: MergedIncident) => boolean): SitePlan {
	const plan = planSite(log);
	const hasAddress = log.configuration.publishing.url !== undefined;
	const map = hasAddress ? plan.map : NO_PUBLICATION;
	return { ...plan, incidents: plan.incidents.filter(isSelected), map };
}

/** Returns the plan of the incidents that began in a week. */
export function planOfWeek(log: Log, week: Week): SitePlan {
	return planOf(log, ({ date }) => isInWeek(Temporal.PlainDate.from(date), week));
}

/** Returns the plan of the incidents that a document describes. */
export function planOfDocument(log: Log, uri: string): SitePlan {
	return planOf(log, ({ definitions }) => definitions.some(each => each.uri === uri));
}
