import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { quoted } from '../support/words.ts';
import { actionItemsOf, isInField, stateOf } from './support/action-items.ts';

export const actionItemOverdue: Rule = {
	code: 'postmortem/action-item-overdue',
	title: 'Overdue action item',
	rationale: dedent`
		An open action item after its due date is either done and not recorded as done, or forgotten, and its incident can
		recur. The due date itself is not overdue, in the log's time zone. Closed items are not reported: those with
		a checked box, a status such as "Done" or "Shipped in 2.4", or text that is struck through. Of a
		Markdown item without a box or a status, the finding is an info.
	`,
	level: 'warning',
	kinds: ['incident', 'postmortem'],
	valid: [
		{
			caption: 'An item that is due today, and a completed item',
			text: dedent`
				title: Queue stood still
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				resolved_at: 2024-08-26T07:30:00Z
				action_items:
				  - { title: Alert on the depth of the queue, owner: storage, due: 2024-09-01, status: open }
				  - { title: Restart the consumer, owner: storage, due: 2024-08-27, status: done }
			`,
		},
	],
	invalid: [
		{
			caption: 'An item that was due last week',
			text: dedent`
				title: Queue stood still
				impact: minor
				started_at: 2024-08-20T05:30:00Z
				resolved_at: 2024-08-20T07:30:00Z
				action_items:
				  - { title: Alert on the depth of the queue, owner: storage, due: «2024-08-25», status: in_progress }
			`,
			message:
				'Overdue action item: due `2024-08-25`, status `in_progress`. Expected a closed item or a later due date.',
		},
		{
			caption: 'An unchecked item of a Markdown list',
			text: dedent`
				//- /postmortems/2024-08-20-queue.md
				# Queue stood still

				## Action items

				- [ ] Alert on the depth of the queue (owner: storage, due: «2024-08-25»)
				- [x] Restart the consumer (owner: storage, due: 2024-08-21)
			`,
			message: 'Overdue action item: due `2024-08-25`, status `open`. Expected a closed item or a later due date.',
		},
	],
	*check({ document, log }) {
		for (const item of actionItemsOf(document)) {
			const { due, status } = item;
			const state = stateOf(item, log.configuration.vocabulary);
			const inField = isInField(item, document);
			// A status in words that are not known can mean that the item is done, except in a field.
			if (!due?.reading.ok || state === 'done' || state === 'dropped' || (state === undefined && !inField)) {
				continue;
			}
			const now = log.now();
			const { precision, date, latest } = due.reading;
			const today = now.toZonedDateTimeISO(log.configuration.timeZone).toPlainDate();
			const isOverdue =
				precision === 'date' ? date.until(today).days > 0 : latest.epochMilliseconds < now.epochMilliseconds;
			if (isOverdue) {
				yield {
					range: due.range,
					message: `Overdue action item: due ${quoted(due.reading.text)}, status ${quoted(status?.value ?? 'open')}. Expected a closed item or a later due date.`,
					...(!inField && !status && { level: 'info' as const }),
					data: { due: date.toString() },
				};
			}
		}
	},
};
