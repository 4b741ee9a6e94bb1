import type { Definition } from '../core/definition.ts';
import { formatUtc } from '../core/time/format.ts';
import { duration, impactOf } from '../features/incident-card.ts';
import { plainSummary } from '../features/prose.ts';
import type { Log } from '../log/log.ts';

const SUMMARY_LENGTH = 300;

/** An incident, postmortem or bulletin as plain data. Absent facts are left out. `line` counts from 1. */
export function incidentData(definition: Definition, log: Log): object {
	const { id, kind, title, incidentKind, status, date, start, end, components, uri, range, isDateOnly } = definition;
	const time = (instant: number | undefined) => (instant === undefined || isDateOnly ? undefined : formatUtc(instant));
	const impact = impactOf(definition, log.configuration.impact);
	const inWords = duration(definition);
	const summary = plainSummary(definition.summary, SUMMARY_LENGTH);
	return {
		id,
		kind: kind === 'incident' ? (incidentKind ?? kind) : kind,
		title,
		status,
		date,
		started_at: time(start),
		resolved_at: time(end),
		...(inWords !== '' && { duration: inWords }),
		...(impact && { impact: impact.word, ...(impact.remark !== '' && { impact_remark: impact.remark }) }),
		...(components.length > 0 && { components }),
		...(summary !== '' && { summary }),
		path: log.pathOf(uri),
		line: (log.text(uri)?.lines.lineAt(range.start) ?? 0) + 1,
	};
}
