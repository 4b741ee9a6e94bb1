import type { ActionItem } from '../../core/incident.ts';
import type { LogDocument } from '../../parse/model/document.ts';
import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { quoted } from '../support/words.ts';
import { actionItemsOf, isClosed, isInField, isTracked, nameOfItem } from './support/action-items.ts';

export const actionItemDue: Rule = {
	code: 'postmortem/action-item-due',
	title: 'Whatever is still to be done has a day by which it is',
	rationale: dedent`
		Without a day nothing is ever late, and nobody asks. In a list in Markdown a day is written \`(due: 2024-09-15)\`
		or \`by 2024-09-15\`; a list in which no item has one, and an item there that links to a ticket, are let alone.
		What is done or dropped needs none.
	`,
	level: 'info',
	kinds: ['incident', 'postmortem'],
	valid: [
		{
			caption: 'A day, and an item that was dropped',
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
			caption: 'In a record',
			text: dedent`
				title: Queue stood still
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				resolved_at: 2024-08-26T07:30:00Z
				action_items:
				  - { title: «Alert on the depth of the queue», owner: storage, status: open }
			`,
			message: '`Alert on the depth of the queue` has no day by which it is due; expected `due`',
		},
		{
			caption: 'In a list where another item has one',
			text: dedent`
				//- /postmortems/2024-08-26-queue.md
				# Queue stood still

				## Action items

				- [ ] Alert on the depth of the queue (owner: storage, due: 2024-09-15)
				- [ ] «Bound the queue (owner: ingest)»
			`,
			message:
				'`Bound the queue (owner: ingest)` has no day by which it is due; expected one such as `due: 2024-09-15`',
		},
	],
	*check({ document }) {
		const items = actionItemsOf(document);
		const isCustom = items.some(item => item.due && !isInField(item, document));
		for (const item of items) {
			const inField = isInField(item, document);
			if (item.due || isClosed(item) || (inField && isUnread(item, document))) {
				continue;
			}
			if (inField || (isCustom && !isTracked(item, document))) {
				const range = nameOfItem(item, document);
				const found = quoted(document.text.slice(range.start, range.end));
				const expected = inField ? '`due`' : 'one such as `due: 2024-09-15`';
				yield { range, message: `${found} has no day by which it is due; expected ${expected}` };
			}
		}
	},
};

/** A `due` that is no text is for the schema to speak of. */
function isUnread({ range }: ActionItem, { data }: LogDocument): boolean {
	const [list, index] = data?.pathAt(range.start) ?? [];
	return list !== undefined && index !== undefined && data?.at([list, index, 'due']) !== undefined;
}
