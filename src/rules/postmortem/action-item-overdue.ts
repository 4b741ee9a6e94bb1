import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { quoted } from '../support/words.ts';
import { actionItemsOf, isClosed } from './support/action-items.ts';

export const actionItemOverdue: Rule = {
	code: 'postmortem/action-item-overdue',
	title: 'What was to be done by now is done',
	rationale: dedent`
		An action item whose day has passed is either done and nobody wrote it down, or it is the next incident. The day
		itself is not late yet, in the log's zone.
	`,
	level: 'warning',
	kinds: ['incident', 'postmortem'],
	valid: [
		{
			caption: 'Due today; done in time, or late',
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
			caption: 'Due since last week',
			text: dedent`
				title: Queue stood still
				impact: minor
				started_at: 2024-08-20T05:30:00Z
				resolved_at: 2024-08-20T07:30:00Z
				action_items:
				  - { title: Alert on the depth of the queue, owner: storage, due: «2024-08-25», status: in_progress }
			`,
			message: '`2024-08-25` has passed and this is `in_progress`; expected it done, or another day',
		},
		{
			caption: 'A box that nobody ticked',
			text: dedent`
				//- /postmortems/2024-08-20-queue.md
				# Queue stood still

				## Action items

				- [ ] Alert on the depth of the queue (owner: storage, due: «2024-08-25»)
				- [x] Restart the consumer (owner: storage, due: 2024-08-21)
			`,
			message: '`2024-08-25` has passed and this is `open`; expected it done, or another day',
		},
	],
	*check({ document, log }) {
		for (const item of actionItemsOf(document)) {
			const { due, status } = item;
			if (!due?.reading.ok || isClosed(item)) {
				continue;
			}
			const now = log.now();
			const { precision, date, latest } = due.reading;
			const today = now.toZonedDateTimeISO(log.configuration.timeZone).toPlainDate();
			const isLate =
				precision === 'date' ? date.until(today).days > 0 : latest.epochMilliseconds < now.epochMilliseconds;
			if (isLate) {
				yield {
					range: due.range,
					message: `${quoted(due.reading.text)} has passed and this is ${quoted(status?.value ?? 'open')}; expected it done, or another day`,
					data: { due: date.toString() },
				};
			}
		}
	},
};
