import type { Range } from '../../core/range.ts';
import type { LogDocument } from '../../parse/model/document.ts';
import { overlapping } from '../../parse/model/ranges.ts';
import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { proseOf } from '../support/prose.ts';
import { quoted } from '../support/words.ts';
import { actionItemsOf } from './support/action-items.ts';

/** The first words of an instruction in a template. */
const INSTRUCTIONS =
	'(?:insert|describe|enter|fill in|explain|write|link to|your|name of|date of|time of|list|add|provide|brief|short|who|what|when|how|why|summary of|number of|description of)';
/** The whole content of brackets in a template, without its number: `[Action 1]`, `[@owner]`, `[Incident Title]`. */
const BLANKS =
	'(?:incident|postmortem|issue|service|component|system|team|customer|action|action item|task|event|owner|assignee|author|reviewer|commander|impact|severity|root cause)(?: (?:title|name|id|number|date|time|owner|item|description|summary|level))?';

const PLACEHOLDERS: readonly RegExp[] = [
	/\b(?:TBD|TBA|TBC|FIXME|XX:XX)\b/g,
	/\blorem ipsum\b/gi,
	new RegExp(
		String.raw`\[(?:${INSTRUCTIONS}\s[^[\]\n]{0,200}|date|time|name|link|@?(?:${BLANKS})(?: \d{1,2})?|@(?:name|user|username))\](?![[:(])`,
		'gi',
	),
	/(?<=^\W{0,6}|[:|]\s{0,3})(?:YYYY[-/]MM[-/]DD|HH[:.]MM|DD[/.]MM[/.]YYYY|MM[/.]DD[/.]YYYY)(?![\p{L}\d])/giu,
	/\bYYYY[-/]MM[-/]DD\b/g,
	/(?<=^\W{0,6})(?:ISSUE NAME|INCIDENT NAME|INCIDENT TITLE|POSTMORTEM TITLE|TITLE OF (?:THE )?INCIDENT)(?=\W{0,3}$)/gu,
];
/** The texts of the snippets that come with Incident Log, which are meant to be replaced. */
const SNIPPET_TEXTS: readonly RegExp[] = [
	/(?<=^\W{0,3})(?:What (?:fails|failed), and for which users|The work, and the affected systems|What customers see, and what is being done\.|The effect on customers, (?:the cause and the resolution|and the current work)\.)(?=\W{0,3}$)/gmu,
];
/** TODO at the start of a paragraph, before a colon, or in brackets. "The TODO list" is not a placeholder. */
const TO_DO = /(?<=^\W{0,6})TODO\b|\bTODO(?=:)|(?<=[([])TODO(?=[)\]])/g;
/** An instruction in angle brackets. The Markdown reader takes it for an HTML tag, so it is not part of the prose. */
const TAG = new RegExp(String.raw`<${INSTRUCTIONS}\s[^<>\n=]{0,200}>`, 'gi');
/** Tags after this many are not checked. */
const MAX_TAGS = 200;

export const placeholder: Rule = {
	code: 'postmortem/placeholder',
	title: 'Placeholder text',
	rationale: dedent`
		Texts such as \`TBD\`, \`TODO:\`, \`[Insert summary]\` and \`<describe the impact>\` show that a part of the postmortem
		is unfinished. Placeholders in code, and in the owner, due date and status of an action item, are not reported. In
		a draft, the finding is a hint.
	`,
	level: 'warning',
	kinds: ['postmortem'],
	valid: [
		{
			caption: 'Placeholders that the text mentions',
			text: dedent`
				//- /postmortems/2024-08-26-queue.md
				# Queue stood still

				The TODO list of the team had held this for a year, as \`// TODO: bound the queue\`. Templates with
				\`<describe the impact>\` in them do not help.
			`,
		},
	],
	invalid: [
		{
			caption: 'Placeholders in sections',
			text: dedent`
				//- /postmortems/2024-08-26-queue.md
				# Queue stood still

				## Impact

				Mail was late for «TBD» customers.

				## Root cause

				«TODO»: ask the storage team.

				## Resolution

				«[Describe how it was resolved]»

				## Detection

				«<insert who noticed it>»
			`,
			message: 'Placeholder text `TBD`. Expected the final text.',
		},
		{
			caption: 'Texts of templates',
			text: dedent`
				//- /postmortems/2024-08-26-queue.md
				# «ISSUE NAME»

				**Date:** «YYYY-MM-DD»

				## Timeline

				- «HH:mm» The queue stops

				## Action items

				- «[Action 1]» - «[@owner]»
			`,
			message: 'Placeholder text `ISSUE NAME`. Expected the final text.',
			also: ['postmortem/action-item-owner'],
		},
		{
			caption: 'A placeholder in YAML',
			text: dedent`
				//- /postmortems/2024-08-26-queue.yaml
				title: Queue stood still
				summary: Mail was late.
				root_cause: «TBD»
			`,
			message: 'Placeholder text `TBD`. Expected the final text.',
		},
	],
	*check({ document }) {
		const { postmortem, text } = document;
		// A heading is part of the page and can be the title as well.
		const found = new Map([...placeholders(document)].map(range => [range.start, range]));
		for (const range of sortByStart([...found.values()])) {
			yield {
				range,
				message: `Placeholder text ${quoted(text.slice(range.start, range.end))}. Expected the final text.`,
				...(postmortem?.status?.value === 'draft' && { level: 'hint' as const }),
			};
		}
	},
};

function* placeholders(document: LogDocument): Iterable<Range> {
	const headings = document.body?.sections.map(({ title }) => title.range) ?? [];
	const actions = actionItemsOf(document);
	const items = sortByStart(actions.map(({ range }) => range));
	const itemFields = sortByStart(
		actions.flatMap(({ owner, due, status }) => [owner, due, status].flatMap(part => part?.range ?? [])),
	);
	const isIn = (ranges: readonly Range[], range: Range) => overlapping(ranges, each => each, range).length > 0;
	for (const { start, text } of proseOf(document)) {
		for (const pattern of [...PLACEHOLDERS, ...SNIPPET_TEXTS]) {
			yield* findAll(pattern, text, start).filter(range => !isIn(itemFields, range));
		}
		// In a heading or an action item, TODO can be the subject.
		yield* findAll(TO_DO, text, start).filter(range => !isIn(headings, range) && !isIn(items, range));
	}
	yield* findTags(document);
}

function sortByStart(ranges: readonly Range[]): readonly Range[] {
	return [...ranges].sort((one, other) => one.start - other.start);
}

function findAll(pattern: RegExp, text: string, start: number): Range[] {
	return [...text.matchAll(pattern)].map(({ index, 0: match }) => {
		return { start: start + index, end: start + index + match.length };
	});
}

/** Returns the instructions in angle brackets outside of code. */
function findTags({ body, text }: LogDocument): Range[] {
	if (body === undefined) {
		return [];
	}
	const matches = findAll(TAG, text.slice(body.range.start, body.range.end), body.range.start).slice(0, MAX_TAGS);
	return matches.filter(range => overlapping(body.code, code => code, range).length === 0);
}
