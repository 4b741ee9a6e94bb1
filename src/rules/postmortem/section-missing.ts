import type { Fix, TextEdit } from '../../core/text-edit.ts';
import { sectionName } from '../../parse/markdown/sections.ts';
import type { LogDocument, Section } from '../../parse/model/document.ts';
import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { headOf } from '../support/head.ts';
import { hasNoText } from '../support/problems.ts';
import { enumeration } from '../support/words.ts';
import { SectionNames } from './support/postmortem-sections.ts';

/** A section, or several of which one will do, the first being the one that a fix would write. */
type Wanted = readonly [string, ...string[]];

export const sectionMissing: Rule = {
	code: 'postmortem/section-missing',
	title: 'A postmortem has the sections that readers look for',
	rationale: dedent`
		Whoever reads ten postmortems in a row wants to find the cause of each in the same place. The names are those of
		most templates; \`sections\` in the configuration changes them, and a list within the list means that one of its
		names will do. A heading may say more ("Impact on customers"), use a common other name ("Follow-ups", "Recovery") or be
		bold words at the head of a line; a field of that name (\`root_cause\`) does as well. In a draft it is a hint.
	`,
	level: 'info',
	kinds: ['postmortem'],
	options: {
		sections: {
			type: 'array',
			default: ['Summary', 'Impact', 'Timeline', ['Root cause', 'Contributing factors'], 'Resolution', 'Action items'],
			description: 'The sections that every postmortem has, in their order. Of a list within it one is enough.',
			items: { type: ['string', 'array'], minLength: 1, minItems: 1, items: { type: 'string', minLength: 1 } },
		},
	},
	fix: 'suggested',
	valid: [
		{
			caption: 'Under common names',
			text: dedent`
				//- /postmortems/2024-08-26-queue.md
				# Queue stood still

				## Overview

				The queue stood still for two hours.

				## Customer impact

				No mail was sent.

				## Timeline of events

				- 2024-08-26 05:30 UTC The queue stops
				- 2024-08-26 07:30 UTC It moves again

				## Contributing factors

				Its store was full, and nothing looked at it.

				## Recovery

				The store was emptied.

				**Follow-ups**: [OPS-12](https://tickets.example.com/OPS-12)
			`,
		},
		{
			caption: "A team's own sections",
			text: dedent`
				//- /incident-log.yaml
				rules:
				  postmortem/section-missing: { sections: [Story, [Lessons, Thanks]] }
				//- /postmortems/2024-08-26-queue.md
				# Queue stood still

				## Our story

				The queue stood still for two hours.

				## Thanks

				To whoever was awake.
			`,
		},
		{
			caption: 'In YAML',
			text: dedent`
				//- /postmortems/2024-08-26-queue.yaml
				title: Queue stood still
				summary: The queue stood still for two hours.
				impact: No mail was sent.
				timeline:
				  - { at: 2024-08-26T05:30:00Z, text: The queue stops }
				root_cause: Its store was full.
				resolution: The store was emptied.
				action_items:
				  - { title: Alert on the depth of the queue, owner: storage, due: 2024-09-15 }
			`,
		},
	],
	invalid: [
		{
			caption: 'Without a cause, and with nothing to do',
			text: dedent`
				//- /postmortems/2024-08-26-queue.md
				# «Queue stood still»

				## Summary

				The queue stood still for two hours.

				## Impact

				No mail was sent.

				## Timeline

				- 2024-08-26 05:30 UTC The queue stops
				- 2024-08-26 07:30 UTC It moves again

				## Resolution

				The store was emptied.
			`,
			message: 'no sections `Root cause` and `Action items`; expected a heading of that name',
			fixed: dedent`
				//- /postmortems/2024-08-26-queue.md
				# Queue stood still

				## Summary

				The queue stood still for two hours.

				## Impact

				No mail was sent.

				## Timeline

				- 2024-08-26 05:30 UTC The queue stops
				- 2024-08-26 07:30 UTC It moves again

				## Root cause

				## Resolution

				The store was emptied.

				## Action items
			`,
			also: ['postmortem/section-empty'],
		},
		{
			caption: 'In YAML',
			text: dedent`
				//- /postmortems/2024-08-26-queue.yaml
				title: «Queue stood still»
				summary: The queue stood still for two hours.
				impact: No mail was sent.
				timeline:
				  - { at: 2024-08-26T05:30:00Z, text: The queue stops }
				contributing_factors: Its store was full.
				action_items:
				  - { title: Alert on the depth of the queue, owner: storage, due: 2024-09-15 }
			`,
			message: 'no section `Resolution`; expected a field of that name',
		},
	],
	*check({ document, options }) {
		const { postmortem, problems } = document;
		if (!postmortem || hasNoText(problems)) {
			return;
		}
		const names = new SectionNames(document);
		const wanted = wantedSections(options['sections']);
		const missing = wanted.filter(words => !words.some(name => names.has(name)));
		if (missing.length > 0) {
			const inYaml = document.format === 'yaml';
			const section = missing.length > 1 ? 'sections' : 'section';
			const what = inYaml ? 'a field' : 'a heading';
			yield {
				range: headOf(document),
				message: `no ${section} ${enumeration(missing.map(([name]) => name))}; expected ${what} of that name`,
				...(postmortem.status?.value === 'draft' && { level: 'hint' as const }),
				fixes: inYaml ? [] : [addHeadings(missing, wanted, document)],
				data: { missing: missing.map(([name]) => name) },
			};
		}
	},
};

function wantedSections(option: unknown): readonly Wanted[] {
	const items: readonly unknown[] = Array.isArray(option) ? option : [];
	return items.flatMap(item => {
		const [first, ...rest] = (Array.isArray(item) ? item : [item]).filter(name => typeof name === 'string');
		return first === undefined ? [] : [[first, ...rest] as const];
	});
}

/** Writes each heading before the next section that is there, or else at the end of the page. */
function addHeadings(missing: readonly Wanted[], wanted: readonly Wanted[], { text, body }: LogDocument): Fix {
	const sections = body?.sections ?? [];
	const placeOf = (words: Wanted): Section | undefined =>
		sections.find(section => words.some(name => sectionName(section) === name.toLowerCase()));
	const level = wanted.map(placeOf).find(section => section)?.level ?? 2;
	const additions = new Map<number, string[]>();
	for (const words of missing) {
		const later = wanted.slice(wanted.indexOf(words) + 1);
		const at = later.map(placeOf).find(section => section)?.range.start ?? text.length;
		additions.set(at, [...(additions.get(at) ?? []), `${'#'.repeat(level)} ${words[0]}\n`]);
	}
	const edits = [...additions].map(([at, headings]): TextEdit => {
		const atEnd = at === text.length;
		return {
			range: { start: at, end: at },
			newText: atEnd ? lead(text) + headings.join('\n') : headings.map(heading => `${heading}\n`).join(''),
		};
	});
	return { title: `Add ${enumeration(missing.map(([name]) => name))}`, edits, safe: false };
}

/** What parts a heading from the end of the page. */
function lead(text: string): string {
	return text.trim() === '' || text.endsWith('\n\n') ? '' : text.endsWith('\n') ? '\n' : '\n\n';
}
