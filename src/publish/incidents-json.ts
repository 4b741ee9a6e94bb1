import { formatUtc } from '../core/time/format.ts';
import { MINUTE } from '../core/time/units.ts';
import type { Log } from '../log/log.ts';
import { type IncidentRow, incidentRows } from './incident-rows.ts';
import { siteTitle } from './navigation.ts';
import { OVERVIEWS, type SitePlan } from './site-plan.ts';

/** Returns the incidents of a site for programs, newest first. `docs/publishing.md` describes the fields. */
export function incidentsJson(log: Log, plan: SitePlan): string {
	const { configuration } = log;
	const incidents = incidentRows(plan.incidents, OVERVIEWS.index, log, plan).map(row => incidentOf(row));
	const document = {
		version: 1,
		title: siteTitle(configuration),
		time_zone: plan.timeZone,
		levels: configuration.impact.levels,
		incidents,
	};
	return `${JSON.stringify(document, undefined, '\t')}\n`;
}

function incidentOf({ incident, box, href, week, postmortem, components, summary }: IncidentRow) {
	const { id, kind, start, end, ending, isDateOnly, date, status, isImpactInferred } = incident;
	const hasEnd = (ending === 'stated' || ending === 'inferred') && !isDateOnly;
	return {
		id,
		title: box.title,
		kind,
		level: box.rank === undefined ? undefined : box.impact,
		level_inferred: box.rank !== undefined && isImpactInferred ? true : undefined,
		status,
		date,
		started_at: isDateOnly ? undefined : formatUtc(start),
		resolved_at: hasEnd ? formatUtc(end) : undefined,
		/** Stated, inferred from prose, open, unknown, or none for a notice. */
		end: ending,
		duration_minutes: hasEnd ? Math.round((end - start) / MINUTE) : undefined,
		components,
		summary: summary === '' ? undefined : summary,
		page: href,
		week_page: week,
		postmortem_page: postmortem,
	};
}
