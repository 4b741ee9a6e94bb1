import type { ActionItem } from '../../core/incident.ts';
import type { LogDocument } from '../../parse/model/document.ts';
import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { quoted } from '../support/words.ts';
import { actionItemsOf, isClosed, isInField, isTracked, nameOfItem } from './support/action-items.ts';

export const actionItemDue: Rule = {
	code: 'postmortem/action-item-due',
	title: 'Action item without a due date',
	rationale: dedent`
		An action item without a due date is never overdue, so nobody follows it up. In a Markdown list, a due date is
		written as \`(due: 2024-09-15)\` or \`by 2024-09-15\`. Closed items are not reported, nor are Markdown
		items with a link to a ticket, and Markdown lists in which no item has a due date.
	`,
	level: 'info',
	kinds: ['incident', 'postmortem'],
	valid: [
		{
			caption: 'A due date, and a dropped item without one',
			text: dedent`
				title: Queue stood still
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				resolved_at: 2024-08-26T07:30:00Z
				action_items:
				  - { title: Alert on the depth of the queue, owner: storage, due: 2024-09-15, status: open }
				  - { title: Buy a larger disk, owner: storage, status: dropped }
			`,
		},
	],
	invalid: [
		{
			caption: 'An item of a record',
			text: dedent`
				title: Queue stood still
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				resolved_at: 2024-08-26T07:30:00Z
				action_items:
				  - { title: «Alert on the depth of the queue», owner: storage, status: open }
			`,
			message:
				'Missing due date of action item `Alert on the depth of the queue`. Expected a date such as `due: 2024-09-15`.',
		},
		{
			caption: 'An item of a Markdown list in which another item has a due date',
			text: dedent`
				//- /postmortems/2024-08-26-queue.md
				# Queue stood still

				## Action items

				- [ ] Alert on the depth of the queue (owner: storage, due: 2024-09-15)
				- [ ] «Bound the queue (owner: ingest)»
			`,
			message:
				'Missing due date of action item `Bound the queue (owner: ingest)`. Expected a date such as `due: 2024-09-15`.',
		},
	],
	*check({ document, log }) {
		const items = actionItemsOf(document);
		const isUsed = items.some(item => (item.due ?? item.dueText) && !isInField(item, document));
		for (const item of items) {
			const inField = isInField(item, document);
			if (
				item.due ||
				item.dueText ||
				isClosed(item, log.configuration.vocabulary) ||
				(inField && hasInvalidDue(item, document))
			) {
				continue;
			}
			if (inField || (isUsed && !isTracked(item, document))) {
				const range = nameOfItem(item, document);
				const name = quoted(document.text.slice(range.start, range.end));
				yield {
					range,
					message: `Missing due date of action item ${name}. Expected a date such as \`due: 2024-09-15\`.`,
				};
			}
		}
	},
};

/** Returns true if `due` has a value of another type, which `schema/invalid` reports. */
function hasInvalidDue({ range }: ActionItem, { data }: LogDocument): boolean {
	const [list, index] = data?.pathAt(range.start) ?? [];
	return list !== undefined && index !== undefined && data?.at([list, index, 'due']) !== undefined;
}
