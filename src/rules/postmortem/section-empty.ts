import type { Range } from '../../core/range.ts';
import { type Block, isLeaf } from '../../parse/model/block.ts';
import type { LogDocument } from '../../parse/model/document.ts';
import { cutTo, overlapping } from '../../parse/model/ranges.ts';
import type { Sequence } from '../../parse/model/sequence.ts';
import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { quoted } from '../support/words.ts';
import { outsideTimelines } from './support/postmortem-sections.ts';

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
		const leaves = [...(body?.blocks ?? [])].filter(isLeaf);
		for (const section of outsideTimelines(sections)) {
			const { title } = section;
			// A page of a heading alone is one that is being begun.
			if (
				sections.length > 1 &&
				title.value !== '' &&
				overlapping(leaves, rangeOf, section.content).every(block => isEmpty(block, document))
			) {
				yield {
					range: title.range,
					message: `${quoted(text.slice(title.range.start, title.range.end))} has nothing under it; expected text, or no such heading`,
					...(postmortem?.status?.value === 'draft' && { level: 'hint' as const }),
				};
			}
		}
	},
};

const rangeOf = ({ range }: Block): Range => range;

/** Returns true for a thematic break, and for a paragraph or HTML that contains only comments. */
function isEmpty({ type, range }: Block, { body, text }: LogDocument): boolean {
	switch (type) {
		case 'break':
			return true;
		case 'html':
		case 'paragraph':
			return !/[^\s*_-]/.test(withoutComments(text, range, body?.comments ?? []));
		default:
			return false;
	}
}

function withoutComments(text: string, range: Range, comments: Sequence<Range>): string {
	let rest = '';
	let at = range.start;
	for (const { start, end } of cutTo(comments, range)) {
		rest += text.slice(at, start);
		at = end;
	}
	// In HTML, a comment that is not closed hides the rest.
	return (rest + text.slice(at, range.end)).split('<!--', 1)[0] ?? '';
}
