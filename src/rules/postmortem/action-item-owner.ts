import type { ActionItem } from '../../core/incident.ts';
import type { LogDocument } from '../../parse/model/document.ts';
import type { Report, Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { quoted } from '../support/words.ts';
import { actionItemsOf, isClosed, isInField, isTracked, nameOfItem, saysNothing } from './support/action-items.ts';

export const actionItemOwner: Rule = {
	code: 'postmortem/action-item-owner',
	title: 'Whatever is still to be done has an owner',
	rationale: dedent`
		What is everybody's is nobody's: action items without an owner are those that the next postmortem finds undone.
		In a list in Markdown an owner is written \`(owner: storage)\` or \`@storage\`; an item there that links to a
		ticket is taken to have its owner in the tracker, and in a list where no item has an owner it is a hint. What is
		done or dropped needs none.
	`,
	level: 'warning',
	kinds: ['incident', 'postmortem'],
	valid: [
		{
			caption: 'An owner, and an item that is done',
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
			caption: 'In a list',
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
			caption: 'In a record',
			text: dedent`
				title: Queue stood still
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				resolved_at: 2024-08-26T07:30:00Z
				action_items:
				  - { title: «Alert on the depth of the queue», due: 2024-09-15, status: open }
				  - { title: Bound the queue, owner: «TBD», due: 2024-09-15 }
			`,
			message: '`Alert on the depth of the queue` has no owner; expected who sees to it',
		},
		{
			caption: 'In a list where another item has one',
			text: dedent`
				//- /postmortems/2024-08-26-queue.md
				# Queue stood still

				## Action items

				- [ ] Alert on the depth of the queue (owner: storage, due: 2024-09-15)
				- [ ] «Bound the queue, by 2024-09-20»
			`,
			message: '`Bound the queue, by 2024-09-20` has no owner; expected who sees to it',
		},
	],
	*check({ document }) {
		const items = actionItemsOf(document);
		const written = new Set(items.filter(item => !isInField(item, document)));
		const isCustom = [...written].some(({ owner }) => owner && !saysNothing(owner.value));
		for (const item of items) {
			const isWritten = written.has(item);
			if (!isClosed(item) && !(isWritten && (isTracked(item, document) || isSigned(item, document)))) {
				const report = reportOf(item, document);
				if (report) {
					yield { ...report, ...(isWritten && !isCustom && { level: 'hint' as const }) };
				}
			}
		}
	},
};

function reportOf(item: ActionItem, document: LogDocument): Report | undefined {
	const { owner } = item;
	if (owner && !saysNothing(owner.value)) {
		return undefined;
	}
	const name = nameOfItem(item, document);
	const found = owner
		? `${quoted(owner.value)} is nobody`
		: `${quoted(document.text.slice(name.start, name.end))} has no owner`;
	return { range: owner?.range ?? name, message: `${found}; expected who sees to it` };
}

const NAME = String.raw`\p{Lu}[\p{L}'’.-]{0,30}`;
const SIGNATURE = new RegExp(
	String.raw`^${NAME}(?:(?: and |, | )${NAME}){0,3}(?::|\s[-–—]\s)|[([]@?${NAME}(?:(?: and |, | )${NAME}){0,3}[)\]]\W?$`,
	'u',
);

/** "Ana: bound the queue", "Bound the queue (Ana)". */
function isSigned(item: ActionItem, document: LogDocument): boolean {
	const { start, end } = nameOfItem(item, document);
	return SIGNATURE.test(document.text.slice(start, end));
}
