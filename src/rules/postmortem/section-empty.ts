import type { Range } from '../../core/range.ts';
import { type Block, isLeaf } from '../../parse/model/block.ts';
import type { LogDocument, Section } from '../../parse/model/document.ts';
import { cutTo, overlapping } from '../../parse/model/ranges.ts';
import type { Sequence } from '../../parse/model/sequence.ts';
import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { hasConflict } from '../support/problems.ts';
import { quoted } from '../support/words.ts';
import { outsideTimelines } from './support/postmortem-sections.ts';

export const sectionEmpty: Rule = {
	code: 'postmortem/section-empty',
	title: 'Empty section',
	rationale: dedent`
		A heading without content is usually a remainder of the template, or a section that was never written. A comment is
		not content, because readers do not see it. Headings within a timeline can be entries without further text, and are
		not reported, nor are headings with a value, such as "Date: 26 August 2024". In a draft, the finding is a hint.
	`,
	level: 'warning',
	kinds: ['postmortem'],
	valid: [
		{
			caption: 'Headings that state fields, and the second line of a title',
			text: dedent`
				//- /postmortems/2024-08-26-queue.md
				# Postmortem

				### The queue stood still

				## Date: 26 August 2024

				## Summary

				Mail was late.
			`,
		},
		{
			caption: 'Subsections, and timeline entries as headings',
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
			caption: 'Empty sections of a template',
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
			message: 'Empty section `Root cause`. Expected text below the heading, or no heading.',
		},
	],
	*check({ document, log }) {
		const { body, postmortem, text } = document;
		const { vocabulary } = log.configuration;
		// Conflict markers look like underlined headings.
		const sections = hasConflict(document) ? [] : (body?.sections ?? []);
		const leaves = [...(body?.blocks ?? [])].filter(isLeaf);
		for (const section of outsideTimelines(sections, vocabulary)) {
			const { title } = section;
			// A page with only one heading has just been created.
			if (
				sections.length > 1 &&
				title.value !== '' &&
				!isLabelled(title.value) &&
				!(isSubtitle(section, sections) && vocabulary.sections(title.value).size === 0) &&
				overlapping(leaves, rangeOf, section.content).every(block => isEmpty(block, document))
			) {
				yield {
					range: title.range,
					message: `Empty section ${quoted(text.slice(title.range.start, title.range.end))}. Expected text below the heading, or no heading.`,
					...(postmortem?.status?.value === 'draft' && { level: 'hint' as const }),
				};
			}
		}
	},
};

/** Returns true for a heading that is used as a field: "Date: 1 July 2020". */
function isLabelled(title: string): boolean {
	return /^[^:：]{1,40}[:：]\s*\S/u.test(title);
}

/** Returns true for a second heading right below the first, which completes the title of the page. */
function isSubtitle(section: Section, [first, second]: readonly Section[]): boolean {
	return (
		section === second &&
		first !== undefined &&
		first.level !== second.level &&
		first.content.start + 2 >= second.range.start
	);
}

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
