import type { Range } from '../../core/range.ts';
import type { LogDocument } from '../../parse/model/document.ts';
import { overlapping } from '../../parse/model/ranges.ts';
import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { proseOf } from '../support/prose.ts';
import { quoted } from '../support/words.ts';
import { actionItemsOf } from './support/action-items.ts';

/** What a template asks of whoever fills it in. */
const ASKED = '(?:insert|describe|enter|fill in|explain|write|link to|your|name of|date of|time of)';

const PLACEHOLDERS: readonly RegExp[] = [
	/\b(?:TBD|TBA|TBC|FIXME|XX:XX)\b/g,
	/\blorem ipsum\b/gi,
	new RegExp(String.raw`\[(?:${ASKED}\s[^[\]\n]{0,200}|date|time|name|owner|link|team)\](?![[:])`, 'gi'),
	/(?<=^\W{0,6})(?:YYYY[-/]MM[-/]DD|HH:MM)(?![\p{L}\d])/gu,
];
/** "The TODO list" is a list; at the head of a paragraph, before a colon and in brackets it is something to do. */
const TO_DO = /(?<=^\W{0,6})TODO\b|\bTODO(?=:)|(?<=[([])TODO(?=[)\]])/g;
/** For Markdown this is HTML, and no prose; for HTML it is nothing. */
const TAG = new RegExp(String.raw`<${ASKED}\s[^<>\n=]{0,200}>`, 'gi');
/** Of more tags the rest is not looked at. */
const MOST = 200;

export const placeholder: Rule = {
	code: 'postmortem/placeholder',
	title: 'A postmortem holds no text that stands for another',
	rationale: dedent`
		\`TBD\`, \`TODO:\`, \`[Insert summary]\`, \`<describe the impact>\`: somebody meant to come back. What says so of an
		action item's owner or day is for the rules on action items. Code is not looked at. In a draft it is a hint.
	`,
	level: 'warning',
	kinds: ['postmortem'],
	valid: [
		{
			caption: 'Words that are only spoken of',
			text: dedent`
				//- /postmortems/2024-08-26-queue.md
				# Queue stood still

				The TODO list of the team had held this for a year, as \`// TODO: bound the queue\`. Templates with
				\`<describe the impact>\` in them are no help.
			`,
		},
	],
	invalid: [
		{
			caption: 'Left for later',
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
			message: '`TBD` stands for what is yet to be written; expected that text',
		},
		{
			caption: 'In YAML',
			text: dedent`
				//- /postmortems/2024-08-26-queue.yaml
				title: Queue stood still
				summary: Mail was late.
				root_cause: «TBD»
			`,
			message: '`TBD` stands for what is yet to be written; expected that text',
		},
	],
	*check({ document }) {
		const { postmortem, text } = document;
		for (const range of inOrder([...placeholders(document)])) {
			yield {
				range,
				message: `${quoted(text.slice(range.start, range.end))} stands for what is yet to be written; expected that text`,
				...(postmortem?.status?.value === 'draft' && { level: 'hint' as const }),
			};
		}
	},
};

function* placeholders(document: LogDocument): Iterable<Range> {
	const headings = document.body?.sections.map(({ title }) => title.range) ?? [];
	const actions = actionItemsOf(document);
	const items = inOrder(actions.map(({ range }) => range));
	const told = inOrder(
		actions.flatMap(({ owner, due, status }) => [owner, due, status].flatMap(part => part?.range ?? [])),
	);
	const isIn = (ranges: readonly Range[], range: Range) => overlapping(ranges, each => each, range).length > 0;
	for (const { start, text } of proseOf(document)) {
		for (const pattern of PLACEHOLDERS) {
			yield* found(pattern, text, start).filter(range => !isIn(told, range));
		}
		// A heading or an action item of that name is no promise to write more.
		yield* found(TO_DO, text, start).filter(range => !isIn(headings, range) && !isIn(items, range));
	}
	yield* tags(document);
}

function inOrder(ranges: readonly Range[]): readonly Range[] {
	return [...ranges].sort((one, other) => one.start - other.start);
}

function found(pattern: RegExp, text: string, start: number): Range[] {
	return [...text.matchAll(pattern)].map(({ index, 0: match }) => {
		return { start: start + index, end: start + index + match.length };
	});
}

/** Returns the placeholders outside of code that have the form of an HTML tag. */
function tags({ body, text }: LogDocument): Range[] {
	if (body === undefined) {
		return [];
	}
	const matches = found(TAG, text.slice(body.range.start, body.range.end), body.range.start).slice(0, MOST);
	return matches.filter(range => overlapping(body.code, code => code, range).length === 0);
}
