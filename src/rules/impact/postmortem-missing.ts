import { endOf, startOf } from '../../core/incident-times.ts';
import { formatDuration } from '../../core/time/format.ts';
import { MINUTE } from '../../core/time/units.ts';
import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { lengthOption, lengthSchema, lengthText } from '../support/options.ts';
import { quoted } from '../support/words.ts';

export const postmortemMissing: Rule = {
	code: 'impact/postmortem-missing',
	title: 'Missing postmortem',
	rationale: dedent`
		After two weeks, people no longer remember the order of events. Incidents of the highest impact level are checked.
		They have a postmortem if the incident names it (\`postmortem:\`), if it names the incident, or if both have the
		same id. A draft is enough.
	`,
	level: 'warning',
	kinds: ['incident'],
	options: { after: lengthSchema('14d', 'How long after the end of an incident its postmortem may be missing.') },
	valid: [
		{
			caption: 'A postmortem that names the incident',
			text: dedent`
				//- /incidents/2024-07-26-sign-in.yaml
				title: Sign-in failed
				impact: critical
				started_at: 2024-07-26T05:30:00Z
				resolved_at: 2024-07-26T08:30:00Z
				//- /postmortems/sign-in.md
				---
				incident: 2024-07-26-sign-in
				---

				# Sign-in failed
			`,
		},
		{
			caption: 'An incident of last week',
			text: dedent`
				title: Sign-in failed
				impact: critical
				started_at: 2024-08-26T05:30:00Z
				resolved_at: 2024-08-26T08:30:00Z
			`,
		},
	],
	invalid: [
		{
			caption: 'An incident that ended five weeks ago',
			text: dedent`
				title: Sign-in failed
				impact: «critical»
				started_at: 2024-07-26T05:30:00Z
				resolved_at: 2024-07-26T12:00:00Z
			`,
			message:
				'Missing postmortem of an incident with impact `critical` that ended 37 d ago. Expected one within 14 days.',
		},
		{
			caption: "The highest level of the log's own scale, in front matter",
			text: dedent`
				//- /incident-log.yaml
				impact: { levels: [green, red], aliases: { down: red } }
				//- /incidents/2024-07-26-sign-in.md
				---
				title: Sign-in failed
				impact: «down»
				started_at: 2024-07-26T05:30:00Z
				resolved_at: 2024-07-26T12:00:00Z
				---

				A certificate had run out.
			`,
			message: 'Missing postmortem of an incident with impact `down` that ended 37 d ago. Expected one within 14 days.',
		},
	],
	*check({ document, log, options: { after } }) {
		const [incident] = document.incidents;
		const scale = log.configuration.impact;
		const impact = incident?.impact;
		const isFieldAbsent = document.data?.absentFields?.has('postmortem');
		if (
			isFieldAbsent ||
			incident?.kind !== 'incident' ||
			!impact ||
			scale.levelOf(impact.value) !== scale.levels.at(-1)
		) {
			return;
		}
		const end = (endOf(incident) ?? startOf(incident))?.reading;
		const isNamed = document.data?.at(['postmortem']) !== undefined;
		if (
			!end?.ok ||
			isNamed ||
			log.byId(incident.id, 'postmortem').length > 0 ||
			log.postmortemsOf(incident.id).length > 0
		) {
			return;
		}
		if (log.isAfter(end.latestMs + lengthOption(after))) {
			const elapsed = log.now().epochMilliseconds - end.latestMs;
			const found = `incident with impact ${quoted(impact.value)} that ended ${formatDuration(elapsed / MINUTE)} ago`;
			yield {
				range: impact.range,
				message: `Missing postmortem of an ${found}. Expected one within ${lengthText(after)}.`,
			};
		}
	},
};
