import type { Aspect } from '../../core/coverage.ts';
import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { quoted } from '../support/words.ts';

const EXPECTED: Readonly<Record<Aspect, string>> = {
	title: 'a title',
	start: 'a date or a time, such as 2024-08-26 05:30 UTC',
	end: 'a time or a duration, such as 2024-08-26 09:05 UTC or 3 hours',
	impact: "a level of the log's impact scale or a severity",
	components: 'a list of components',
	timeline: 'entries that begin with a time, such as `05:41 Alert fires`',
	'action-items': 'a list of action items',
	references: 'ids of records',
};

export const notUnderstood: Rule = {
	code: 'coverage/not-understood',
	title: 'Text not understood',
	rationale: dedent`
		The text states a fact of the record by its label, heading or place, but its form is not known, so that pages, pictures
		and other rules lack it. Rewrite it, or add the words of your team to the configuration (\`map:\`, \`sections:\`,
		\`impact.aliases\`). \`incident-log coverage\` lists such places of a whole log.
	`,
	level: 'info',
	kinds: ['incident', 'postmortem'],
	valid: [
		{
			caption: 'A timeline with times',
			text: dedent`
				//- /postmortems/2024-08-26-queue.md
				# Queue stopped

				## Timeline

				- 05:30 The queue stops
				- 07:30 It moves again
			`,
		},
	],
	invalid: [
		{
			caption: 'A severity in unknown words',
			text: dedent`
				//- /postmortems/2024-08-26-queue.md
				# Queue stopped

				**Date:** 2024-08-26
				**Severity:** «rather bad»
			`,
			message: "Impact not understood: `rather bad`. Expected a level of the log's impact scale or a severity.",
		},
	],
	*check({ document }) {
		for (const { aspect, range } of document.notUnderstood) {
			const name = aspect.charAt(0).toUpperCase() + aspect.slice(1).replace('-', ' ');
			const text = document.text.slice(range.start, range.end).split('\n', 1)[0] ?? '';
			const message = `${name} not understood: ${quoted(text)}. Expected ${EXPECTED[aspect]}.`;
			yield { range, message, data: { aspect } };
		}
	},
};
