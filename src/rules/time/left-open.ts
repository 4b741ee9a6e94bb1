import { startOf } from '../../core/incident-times.ts';
import { formatDuration } from '../../core/time/format.ts';
import { MINUTE } from '../../core/time/units.ts';
import { hasNoEnds, isOpen } from '../../parse/records/is-open.ts';
import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { fieldName } from '../support/field-name.ts';
import { lengthOption, lengthSchema, lengthText } from '../support/options.ts';
import { quoted } from '../support/words.ts';

export const leftOpen: Rule = {
	code: 'time/left-open',
	title: 'Incident left open',
	rationale: dedent`
		Few incidents last for weeks, but many records are never closed. An open record counts as an ongoing outage in
		the picture and in every statistic. Notices and entries in bulletins are not reported.
	`,
	level: 'warning',
	kinds: ['incident'],
	options: { after: lengthSchema('14d', 'How long after its start an incident may be open.') },
	valid: [
		{
			caption: 'An incident of last week, and a notice without an end',
			text: dedent`
				//- /incidents/2024-08-26-mail.yaml
				title: Mail is delayed
				status: monitoring
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				//- /incidents/2024-01-26-prices.yaml
				title: Prices of storage change
				kind: notice
				impact: none
				started_at: 2024-01-26T05:30:00Z
			`,
		},
	],
	invalid: [
		{
			caption: 'Open since the previous month',
			text: dedent`
				title: Mail is delayed
				status: «monitoring»
				impact: minor
				started_at: 2024-07-26T12:00:00Z
			`,
			message: 'Incident is still open 37 d after its start. Expected `resolved_at` within 14 days.',
		},
		{
			caption: 'No status, in front matter',
			text: dedent`
				//- /incidents/2024-07-26-mail.md
				---
				title: «Mail is delayed»
				impact: minor
				started_at: 2024-07-26T12:00:00Z
				---

				A relay is overloaded.
			`,
			message: 'Incident is still open 37 d after its start. Expected `resolved_at` within 14 days.',
		},
	],
	*check({ document, log, options: { after } }) {
		for (const incident of document.incidents) {
			const start = startOf(incident)?.reading;
			if (!start?.ok || hasNoEnds(document) || !isOpen(incident, document)) {
				continue;
			}
			if (log.isAfter(start.latestMs + lengthOption(after))) {
				const openMs = log.now().epochMilliseconds - start.latestMs;
				yield {
					range: incident.status?.range ?? incident.idRange,
					message: `Incident is still open ${formatDuration(openMs / MINUTE)} after its start. Expected ${quoted(fieldName(document, 'resolved_at'))} within ${lengthText(after)}.`,
				};
			}
		}
	},
};
