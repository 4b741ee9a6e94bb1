import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { quoted } from '../support/words.ts';

/** Fields with text in one line. */
const TEXT_FIELDS = ['title', 'summary'];

export const commentInText: Rule = {
	code: 'schema/comment-in-text',
	title: 'Text cut off by a comment',
	rationale: dedent`
		In YAML, a space and a \`#\` begin a comment, so that the title \`Queue #3 stood still\` is read as \`Queue\`. Titles and
		summaries without quotes are checked; \`schema/invalid\` reports an empty one. A comment with a space after its \`#\` is usually meant as one, and is not
		reported.
	`,
	level: 'warning',
	kinds: ['incident', 'postmortem'],
	fix: 'suggested',
	valid: [
		{
			caption: 'A number in quotes, and a comment',
			text: dedent`
				title: "Queue #3 stood still"
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				summary: All jobs waited. # as in the report
			`,
		},
	],
	invalid: [
		{
			caption: 'A number in a title',
			text: dedent`
				title: «Queue #3 stood still»
				impact: minor
				started_at: 2024-08-26T05:30:00Z
			`,
			message: 'Text `Queue` is cut off at `#3 stood still`, which is a comment. Expected the text in quotes.',
			fixed: dedent`
				title: "Queue #3 stood still"
				impact: minor
				started_at: 2024-08-26T05:30:00Z
			`,
		},
	],
	*check({ document }) {
		const { yaml, text } = document;
		for (const field of yaml ? TEXT_FIELDS : []) {
			const node = yaml?.at([field]);
			if (!node || typeof node.value !== 'string' || node.value === '') {
				continue;
			}
			const { start, end: from } = node.range;
			const lineEnd = text.indexOf('\n', from);
			const rest = text.slice(from, lineEnd < 0 ? text.length : lineEnd).trimEnd();
			const before = text.slice(start, from);
			if (!/^[ \t]{1,20}#[^\s#]/.test(rest) || /^["'|>]/.test(before)) {
				continue;
			}
			const range = { start, end: from + rest.length };
			const whole = text.slice(start, range.end);
			const quote = whole.includes('"') || whole.includes('\\') ? "'" : '"';
			yield {
				range,
				message: `Text ${quoted(before)} is cut off at ${quoted(rest.trimStart())}, which is a comment. Expected the text in quotes.`,
				fixes: whole.includes(quote)
					? []
					: [{ title: 'Add quotes', edits: [{ range, newText: `${quote}${whole}${quote}` }], safe: false }],
			};
		}
	},
};
