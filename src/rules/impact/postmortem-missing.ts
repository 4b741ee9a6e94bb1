import { endOf, startOf } from '../../core/incident-times.ts';
import { formatDuration } from '../../core/time/format.ts';
import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { lengthOption, lengthSchema, lengthText } from '../support/options.ts';
import { quoted } from '../support/words.ts';

export const postmortemMissing: Rule = {
	code: 'impact/postmortem-missing',
	title: 'An incident of the worst impact has a postmortem within two weeks',
	rationale: dedent`
		After a fortnight nobody remembers in which order things happened. A postmortem belongs to an incident when the
		incident names it (\`postmortem:\`), when it names the incident, or when both have the same id. A draft will do.
	`,
	level: 'warning',
	kinds: ['incident'],
	options: { after: lengthSchema('14d', 'How long after its end the postmortem of an incident may be missing.') },
	valid: [
		{
			caption: 'A postmortem that names the incident',
			text: dedent`
				//- /incidents/2024-07-26-sign-in.yaml
				title: Nobody could sign in
				impact: critical
				started_at: 2024-07-26T05:30:00Z
				resolved_at: 2024-07-26T08:30:00Z
				//- /postmortems/sign-in.md
				---
				incident: 2024-07-26-sign-in
				---

				# Nobody could sign in
			`,
		},
		{
			caption: 'Last week',
			text: dedent`
				title: Nobody could sign in
				impact: critical
				started_at: 2024-08-26T05:30:00Z
				resolved_at: 2024-08-26T08:30:00Z
			`,
		},
	],
	invalid: [
		{
			caption: 'Five weeks later',
			text: dedent`
				title: Nobody could sign in
				impact: «critical»
				started_at: 2024-07-26T05:30:00Z
				resolved_at: 2024-07-26T12:00:00Z
			`,
			message: '`critical`, over for 37 d, and no postmortem; expected one within 14 days',
		},
		{
			caption: "The worst level of the log's own scale, in front matter",
			text: dedent`
				//- /incident-log.yaml
				impact: { levels: [green, red], aliases: { down: red } }
				//- /incidents/2024-07-26-sign-in.md
				---
				title: Nobody could sign in
				impact: «down»
				started_at: 2024-07-26T05:30:00Z
				resolved_at: 2024-07-26T12:00:00Z
				---

				A certificate had run out.
			`,
			message: '`down`, over for 37 d, and no postmortem; expected one within 14 days',
		},
	],
	*check({ document, log, options: { after } }) {
		const [incident] = document.incidents;
		const scale = log.configuration.impact;
		const impact = incident?.impact;
		const hasNone = document.data?.absentFields?.has('postmortem');
		if (hasNone || incident?.kind !== 'incident' || !impact || scale.levelOf(impact.value) !== scale.levels.at(-1)) {
			return;
		}
		const end = (endOf(incident) ?? startOf(incident))?.reading;
		const isNamed = document.data?.value['postmortem'] !== undefined;
		if (
			!end?.ok ||
			isNamed ||
			log.byId(incident.id, 'postmortem').length > 0 ||
			log.postmortemsOf(incident.id).length > 0
		) {
			return;
		}
		const over = log.now().epochMilliseconds - end.latestMs;
		if (over > lengthOption(after)) {
			const found = `${quoted(impact.value)}, over for ${formatDuration(over / 60_000)}, and no postmortem`;
			yield { range: impact.range, message: `${found}; expected one within ${lengthText(after)}` };
		}
	},
};
