import { Temporal } from 'temporal-polyfill';
import type { Definition } from '../../core/definition.ts';
import { startOfDay } from '../../core/time/zones.ts';
import type { LogDocument } from '../../parse/model/document.ts';
import type { LogView } from '../log-view.ts';
import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { lengthOption, lengthSchema, lengthText } from '../support/options.ts';

/** In milliseconds. */
const DAY = 86_400_000;

export const draftOverdue: Rule = {
	code: 'postmortem/draft-overdue',
	title: 'A postmortem is no draft for longer than a month',
	rationale: dedent`
		What is not written down while people remember is not written down. A postmortem that is still a \`draft\` thirty
		days after its incident ended (or began, where no end is known) is mostly one that nobody goes on with.
	`,
	level: 'warning',
	kinds: ['postmortem'],
	options: { after: lengthSchema('30d', 'How long after its incident a postmortem may be a draft.') },
	valid: [
		{
			caption: 'A draft of the week, and an old postmortem that is published',
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
			caption: 'A draft since July',
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
			message: 'still a draft 51 days after its incident; expected it published within 30 days',
		},
		{
			caption: 'In YAML, by the day in its name',
			text: dedent`
				//- /postmortems/2024-07-01-queue.yaml
				title: Queue stood still
				status: «draft»
			`,
			message: 'still a draft 62 days after its incident; expected it published within 30 days',
		},
	],
	*check({ document, log, options: { after } }) {
		const status = document.postmortem?.status;
		if (status?.value !== 'draft') {
			return;
		}
		const over = overSince(document, log);
		const passed = over === undefined ? 0 : log.now().epochMilliseconds - over;
		if (passed > lengthOption(after)) {
			yield {
				range: status.range,
				message: `still a draft ${Math.floor(passed / DAY)} days after its incident; expected it published within ${lengthText(after)}`,
			};
		}
	},
};

/** When the last of its incidents ended, or else began; without any, the day of the postmortem itself. In milliseconds. */
function overSince({ postmortem, uri }: LogDocument, log: LogView): number | undefined {
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
