import { Temporal } from 'temporal-polyfill';
import type { Definition } from '../../core/definition.ts';
import { DAY } from '../../core/time/units.ts';
import { startOfDay } from '../../core/time/zones.ts';
import type { LogDocument } from '../../parse/model/document.ts';
import type { LogView } from '../log-view.ts';
import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { lengthOption, lengthSchema, lengthText } from '../support/options.ts';

export const draftOverdue: Rule = {
	code: 'postmortem/draft-overdue',
	title: 'Overdue draft',
	rationale: dedent`
		People forget the details of an incident, so a postmortem that is a \`draft\` for long is rarely finished. The time
		is counted from the end of the last incident of the postmortem, from its start if the end is unknown, and from the
		date of the postmortem if it has no incident.
	`,
	level: 'warning',
	kinds: ['postmortem'],
	options: { after: lengthSchema('30d', 'How long after its incident a postmortem may be a draft.') },
	valid: [
		{
			caption: 'A draft of this week, and an old published postmortem',
			text: dedent`
				//- /postmortems/2024-08-26-queue.md
				---
				status: draft
				---

				# Queue stood still
				//- /postmortems/2024-01-26-mail.md
				---
				status: published
				---

				# Mail was late
			`,
		},
	],
	invalid: [
		{
			caption: 'A draft of an incident in July',
			text: dedent`
				//- /incidents/2024-07-10-queue.yaml
				title: Queue stood still
				impact: minor
				started_at: 2024-07-10T12:00:00Z
				resolved_at: 2024-07-12T12:00:00Z
				//- /postmortems/2024-07-10-queue.md
				---
				incident: 2024-07-10-queue
				status: «draft»
				---

				# Queue stood still
			`,
			message: 'Overdue draft: its incident was 51 days ago. Expected status `published` within 30 days.',
		},
		{
			caption: 'A draft in YAML without an incident, by the date in its file name',
			text: dedent`
				//- /postmortems/2024-07-01-queue.yaml
				title: Queue stood still
				status: «draft»
			`,
			message: 'Overdue draft: its incident was 62 days ago. Expected status `published` within 30 days.',
		},
	],
	*check({ document, log, options: { after } }) {
		const status = document.postmortem?.status;
		if (status?.value !== 'draft') {
			return;
		}
		const end = endOfIncidents(document, log);
		const elapsed = end === undefined ? 0 : log.now().epochMilliseconds - end;
		if (elapsed > lengthOption(after)) {
			const days = Math.floor(elapsed / DAY);
			yield {
				range: status.range,
				message: `Overdue draft: its incident was ${days} ${days === 1 ? 'day' : 'days'} ago. Expected status \`published\` within ${lengthText(after)}.`,
			};
		}
	},
};

/**
 * Returns the latest end of the postmortem's incidents, or start if an end is unknown; without incidents, the start of
 * the postmortem's own date. In milliseconds since 1970-01-01T00:00Z.
 */
function endOfIncidents({ postmortem, uri }: LogDocument, log: LogView): number | undefined {
	if (!postmortem) {
		return undefined;
	}
	const incidents = postmortem.incidents.flatMap(({ value }) => log.byId(value, 'incident').slice(0, 1));
	const own = log.inFile(uri)?.find(({ kind }) => kind === 'postmortem');
	const times = incidents.map(({ end, start }) => end ?? start).filter(time => time !== undefined);
	return times.length > 0 ? Math.max(...times) : startDay(own, log);
}

function startDay(definition: Definition | undefined, { configuration }: LogView): number | undefined {
	const date = definition?.date;
	return date === undefined ? undefined : startOfDay(Temporal.PlainDate.from(date), configuration.timeZone);
}
