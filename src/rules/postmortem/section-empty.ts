import type { LogDocument, Section } from '../../parse/model/document.ts';
import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { quoted } from '../support/words.ts';
import { outsideTimelines } from './support/postmortem-sections.ts';

/** Of a longer section the head is enough to see that there is something in it. */
const LOOK_AT = 5000;

export const sectionEmpty: Rule = {
	code: 'postmortem/section-empty',
	title: 'A section of a postmortem says something',
	rationale: dedent`
		A heading with nothing under it was left over from the template: either there is nothing to say, and the heading
		can go, or somebody meant to say it. A comment says nothing to the reader. Headings within the timeline are
		moments, and may stand alone. In a draft it is a hint.
	`,
	level: 'warning',
	kinds: ['postmortem'],
	valid: [
		{
			caption: 'Sections within a section, and moments',
			text: dedent`
				//- /postmortems/2024-08-26-queue.md
				# Queue stood still

				Mail was late; nobody was harmed.

				## Timeline

				### 2024-08-26 05:30 UTC

				### 2024-08-26 07:30 UTC

				The queue moves again.

				## Lessons learned

				### What went well

				- The alert.
			`,
		},
	],
	invalid: [
		{
			caption: 'Left over from the template',
			text: dedent`
				//- /postmortems/2024-08-26-queue.md
				# Queue stood still

				## Impact

				No mail was sent.

				## «Root cause»

				<!-- What brought it about? -->

				## Lessons learned

				### What went well

				- The alert.

				### «Where we got lucky»
			`,
			message: '`Root cause` has nothing under it; expected text, or no such heading',
		},
	],
	*check({ document }) {
		const { body, postmortem, text } = document;
		const sections = body?.sections ?? [];
		for (const section of outsideTimelines(sections)) {
			const { title } = section;
			// A page of a heading alone is one that is being begun.
			if (sections.length > 1 && title.value !== '' && isEmpty(section, document)) {
				yield {
					range: title.range,
					message: `${quoted(text.slice(title.range.start, title.range.end))} has nothing under it; expected text, or no such heading`,
					...(postmortem?.status?.value === 'draft' && { level: 'hint' as const }),
				};
			}
		}
	},
};

/** Comments and rules between sections are nothing. */
function isEmpty({ content }: Section, { text }: LogDocument): boolean {
	const written = text.slice(content.start, Math.min(content.end, content.start + LOOK_AT));
	return !/[^\s*_-]/.test(written.replace(/<!--.*?(?:-->|$)/gs, ''));
}
