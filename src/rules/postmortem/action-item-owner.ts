import type { ActionItem } from '../../core/incident.ts';
import type { LogDocument } from '../../parse/model/document.ts';
import type { Report, Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { quoted } from '../support/words.ts';
import { actionItemsOf, isClosed, isInField, isPlaceholder, isTracked, nameOfItem } from './support/action-items.ts';

export const actionItemOwner: Rule = {
	code: 'postmortem/action-item-owner',
	title: 'Action item without an owner',
	rationale: dedent`
		An action item without an owner is usually not done. In a Markdown list, an owner is written as
		\`(owner: storage)\` or \`@storage\`. Closed items are not reported, nor are Markdown items with a link to a
		ticket, whose owner is in the tracker. If most Markdown items of a page have no owner, the finding is a hint.
	`,
	level: 'warning',
	kinds: ['incident', 'postmortem'],
	valid: [
		{
			caption: 'An owner, and a completed item without one',
			text: dedent`
				title: Queue stood still
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				resolved_at: 2024-08-26T07:30:00Z
				action_items:
				  - { title: Alert on the depth of the queue, owner: storage, due: 2024-09-15, status: open }
				  - { title: Restart the consumer, status: done }
			`,
		},
		{
			caption: 'Items of a Markdown list',
			text: dedent`
				//- /postmortems/2024-08-26-queue.md
				# Queue stood still

				## Action items

				- [ ] Alert on the depth of the queue (owner: storage, due: 2024-09-15)
				- [ ] Bound the queue @ingest by 2024-09-20
				- [ ] Write down how to drain it ([OPS-12](https://tickets.example.com/OPS-12))
				- [x] Restart the consumer
			`,
		},
	],
	invalid: [
		{
			caption: 'Items of a record',
			text: dedent`
				title: Queue stood still
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				resolved_at: 2024-08-26T07:30:00Z
				action_items:
				  - { title: «Alert on the depth of the queue», due: 2024-09-15, status: open }
				  - { title: Bound the queue, owner: «TBD», due: 2024-09-15 }
			`,
			message: 'Missing owner of action item `Alert on the depth of the queue`. Expected a person or a team.',
		},
		{
			caption: 'An item of a Markdown list in which another item has an owner',
			text: dedent`
				//- /postmortems/2024-08-26-queue.md
				# Queue stood still

				## Action items

				- [ ] Alert on the depth of the queue (owner: storage, due: 2024-09-15)
				- [ ] «Bound the queue, by 2024-09-20»
			`,
			message: 'Missing owner of action item `Bound the queue, by 2024-09-20`. Expected a person or a team.',
		},
	],
	*check({ document, log }) {
		const items = actionItemsOf(document);
		const inMarkdown = new Set(items.filter(item => !isInField(item, document)));
		const owned = [...inMarkdown].filter(({ owner }) => owner && !isPlaceholder(owner.value));
		const isUsed = 2 * owned.length >= inMarkdown.size;
		for (const item of items) {
			const isInMarkdown = inMarkdown.has(item);
			if (
				!isClosed(item, log.configuration.vocabulary) &&
				!(isInMarkdown && (isTracked(item, document) || isSigned(item, document)))
			) {
				const report = reportOf(item, document);
				if (report) {
					yield { ...report, ...(isInMarkdown && !isUsed && { level: 'hint' as const }) };
				}
			}
		}
	},
};

function reportOf(item: ActionItem, document: LogDocument): Report | undefined {
	const { owner } = item;
	if (owner && !isPlaceholder(owner.value)) {
		return undefined;
	}
	const name = nameOfItem(item, document);
	const found = owner
		? `Placeholder ${quoted(owner.value)} as an owner`
		: `Missing owner of action item ${quoted(document.text.slice(name.start, name.end))}`;
	return { range: owner?.range ?? name, message: `${found}. Expected a person or a team.` };
}

const NAME = String.raw`\p{Lu}[\p{L}'’.-]{0,30}`;
const SIGNATURE = new RegExp(
	String.raw`^${NAME}(?:(?: and |, | )${NAME}){0,3}(?::|\s[-–—]\s)|^\*\*@?[\p{L}\d._-]{2,30}\*\*\s|[([]@?[\p{Ll}\d._-]{2,20}[)\]](?:\s\S{1,10}){0,2}$|[([]@?${NAME}(?:(?: and |, | )${NAME}){0,3}[)\]]\W?$`,
	'u',
);

/** Returns true for a text with a name before or after it: "Ana: bound the queue", "**ana** Bound the queue", "Bound the queue (Ana)". */
function isSigned(item: ActionItem, document: LogDocument): boolean {
	const { start, end } = nameOfItem(item, document);
	return SIGNATURE.test(document.text.slice(start, end));
}
