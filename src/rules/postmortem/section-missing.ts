import type { Fix, TextEdit } from '../../core/text-edit.ts';
import { sectionName } from '../../parse/markdown/sections.ts';
import type { LogDocument, Section } from '../../parse/model/document.ts';
import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { hasConflict, hasNoText } from '../support/problems.ts';
import { recordHeadRange } from '../support/record-head-range.ts';
import { enumeration } from '../support/words.ts';
import { SectionNames } from './support/postmortem-sections.ts';

/** The accepted names of a section. A fix adds the first. */
type SectionChoice = readonly [string, ...string[]];

export const sectionMissing: Rule = {
	code: 'postmortem/section-missing',
	title: 'Missing section',
	rationale: dedent`
		Readers of several postmortems expect the same sections in each. The default names are those of common templates;
		the option \`sections\` changes them, and in a nested list one name is enough. A section is found by a heading that
		contains its name ("Impact on customers") or another name of the section in one of the known languages
		("Follow-ups", "Recovery", "Zeitverlauf") or in the configuration (\`sections\`), by bold words at the start of a line,
		or by a field (\`root_cause\`). In a draft, the finding is a hint.
	`,
	level: 'info',
	kinds: ['postmortem'],
	options: {
		sections: {
			type: 'array',
			default: ['Summary', 'Impact', 'Timeline', ['Root cause', 'Contributing factors'], 'Resolution', 'Action items'],
			description: 'The required sections of a postmortem, in order. Of a nested list, one section is enough.',
			items: { type: ['string', 'array'], minLength: 1, minItems: 1, items: { type: 'string', minLength: 1 } },
		},
	},
	fix: 'suggested',
	valid: [
		{
			caption: 'Synonyms of the section names',
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
			caption: 'Headings in another language, and a heading for two sections',
			text: dedent`
				//- /postmortems/2024-08-26-queue.md
				# Warteschlange blockiert

				## Zusammenfassung

				Zwei Stunden lang kam keine Mail an.

				## Auswirkungen

				Keine Mail wurde gesendet.

				## Zeitverlauf

				- 2024-08-26 05:30 UTC Die Warteschlange steht

				## Ursache und Behebung

				Der Speicher war voll und wurde geleert.

				## Maßnahmen

				- [x] Alarm einrichten
			`,
		},
		{
			caption: 'Sections of the configuration',
			text: dedent`
				//- /incident-log.yaml
				rules:
				  postmortem/section-missing: { sections: [Story, [Lessons, Thanks]] }
				//- /postmortems/2024-08-26-queue.md
				# Queue stood still

				## Our story

				The queue stood still for two hours.

				## Thanks

				To everyone who was awake.
			`,
		},
		{
			caption: 'Fields as sections, in YAML',
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
			caption: 'No cause and no action items',
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
			message: 'Missing sections `Root cause` and `Action items`. Expected headings with these names.',
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
			caption: 'A missing field, in YAML',
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
			message: 'Missing section `Resolution`. Expected a field with this name.',
		},
	],
	*check({ document, log, options }) {
		const { postmortem, problems } = document;
		if (!postmortem || hasNoText(problems) || hasConflict(document)) {
			return;
		}
		const names = new SectionNames(document, log.configuration.vocabulary);
		const required = requiredSections(options['sections']);
		const missing = required.filter(choice => !choice.some(name => names.has(name)));
		if (missing.length > 0) {
			const isYaml = document.format === 'yaml';
			const noun = isYaml ? 'field' : 'heading';
			const isOne = missing.length === 1;
			const found = `Missing section${isOne ? '' : 's'} ${enumeration(missing.map(([name]) => name))}`;
			const expected = isOne ? `a ${noun} with this name` : `${noun}s with these names`;
			yield {
				range: recordHeadRange(document),
				message: `${found}. Expected ${expected}.`,
				...(postmortem.status?.value === 'draft' && { level: 'hint' as const }),
				fixes: isYaml ? [] : [addHeadings(missing, required, document)],
				data: { missing: missing.map(([name]) => name) },
				subjects: missing.map(([name]) => name),
			};
		}
	},
};

function requiredSections(option: unknown): readonly SectionChoice[] {
	const items: readonly unknown[] = Array.isArray(option) ? option : [];
	return items.flatMap(item => {
		const [first, ...rest] = (Array.isArray(item) ? item : [item]).filter(name => typeof name === 'string');
		return first === undefined ? [] : [[first, ...rest] as const];
	});
}

/** Adds each heading before the next required section that exists, or at the end of the page. */
function addHeadings(
	missing: readonly SectionChoice[],
	required: readonly SectionChoice[],
	{ text, body }: LogDocument,
): Fix {
	const sections = body?.sections ?? [];
	const findSection = (choice: SectionChoice): Section | undefined =>
		sections.find(section => choice.some(name => sectionName(section) === name.toLowerCase()));
	const level = required.map(findSection).find(section => section)?.level ?? 2;
	const additions = new Map<number, string[]>();
	for (const choice of missing) {
		const later = required.slice(required.indexOf(choice) + 1);
		const at = later.map(findSection).find(section => section)?.range.start ?? text.length;
		additions.set(at, [...(additions.get(at) ?? []), `${'#'.repeat(level)} ${choice[0]}\n`]);
	}
	const edits = [...additions].map(([at, headings]): TextEdit => {
		const atEnd = at === text.length;
		return {
			range: { start: at, end: at },
			newText: atEnd ? separatorAfter(text) + headings.join('\n') : headings.map(heading => `${heading}\n`).join(''),
		};
	});
	return { title: `Add ${enumeration(missing.map(([name]) => name))}`, edits, safe: false };
}

/** Returns the line breaks that are required between the end of the page and a new heading. */
function separatorAfter(text: string): string {
	return text.trim() === '' || text.endsWith('\n\n') ? '' : text.endsWith('\n') ? '\n' : '\n\n';
}
