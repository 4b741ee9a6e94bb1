import type { Definition } from '../../core/definition.ts';
import type { Relation } from '../../core/incident.ts';
import type { LogView } from '../log-view.ts';
import type { Rule } from '../rule.ts';
import { placeOf } from '../support/definitions.ts';
import { sample } from '../support/sample.ts';
import { quoted } from '../support/words.ts';

/** Relations that lead one way. */
const ONE_WAY: ReadonlySet<Relation> = new Set(['caused-by', 'recurrence-of', 'follow-up-to', 'duplicate-of']);
/** No chain of causes that a person writes is longer. */
const LONGEST = 20;

export const cycle: Rule = {
	code: 'reference/cycle',
	title: 'Causes, recurrences, follow-ups and duplicates do not lead back to where they began',
	rationale: sample`
		A was caused by B, which was caused by A: one of the relations points the wrong way round. Of two duplicates one is
		the record that stays. The circle is told once, in its last file. Where one of the two began later,
		\`reference/not-earlier\` says which relation is wrong.
	`,
	level: 'error',
	kinds: ['incident'],
	valid: [
		{
			caption: 'A chain',
			text: sample`
				//- /incidents/2024-08-26-disk.yaml
				title: Disk full
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				//- /incidents/2024-08-26-mail.yaml
				title: Mail was delayed
				impact: minor
				started_at: 2024-08-26T06:30:00Z
				references: [{ id: 2024-08-26-disk, relation: caused-by }]
				//- /incidents/2024-08-27-mail.yaml
				title: Mail was delayed again
				impact: minor
				started_at: 2024-08-27T06:30:00Z
				references: [{ id: 2024-08-26-mail, relation: follow-up-to }]
			`,
		},
	],
	invalid: [
		{
			caption: 'Two duplicates of each other',
			text: sample`
				//- /incidents/2024-08-26-mail-copy.yaml
				title: Mail was late
				impact: minor
				started_at: 2024-08-26T06:30:00Z
				references: [{ id: 2024-08-26-mail, relation: duplicate-of }]
				//- /incidents/2024-08-26-mail.md
				---
				title: Mail was late
				impact: minor
				started_at: 2024-08-26T06:30:00Z
				references:
				  - { id: «2024-08-26-mail-copy», relation: duplicate-of }
				---

				A relay was overloaded.
			`,
			message: '`2024-08-26-mail-copy` leads back to this incident by `duplicate-of`; expected an end of the chain',
		},
	],
	*check({ document, log }) {
		const [incident] = document.incidents;
		const own = incident && log.byId(incident.id, 'incident').find(({ uri }) => uri === document.uri);
		if (!own) {
			return;
		}
		for (const { relation, target, range } of document.references) {
			if (relation === undefined || !ONE_WAY.has(relation) || target.by !== 'id' || target.id === own.id) {
				continue;
			}
			const circle = circleFrom(target.id, relation, own, log);
			if (circle?.every(({ uri }) => uri < own.uri) && !isTold([...circle, own], relation)) {
				yield {
					range,
					message: `${quoted(target.id)} leads back to this incident by ${quoted(relation)}; expected an end of the chain`,
					related: circle.map(placeOf),
				};
			}
		}
	},
};

/** The incidents on the way from an id back to where the way began; undefined where it does not lead there. */
function circleFrom(
	id: string,
	relation: Relation,
	own: Definition,
	log: LogView,
	way: readonly Definition[] = [],
): readonly Definition[] | undefined {
	const [next] = log.byId(id, 'incident');
	if (!next || way.includes(next) || way.length === LONGEST) {
		return undefined;
	}
	const passed = [...way, next];
	// One relation of a kind is what people write; of several only the first is followed, so that the way cannot fork.
	const onward = next.relations.filter(one => one.relation === relation).map(one => one.id);
	const [first] = onward;
	if (onward.includes(own.id)) {
		return passed;
	}
	return first === undefined ? undefined : circleFrom(first, relation, own, log, passed);
}

/** `reference/not-earlier` speaks of every circle of causes or recurrences whose incidents began at different times. */
function isTold(circle: readonly Definition[], relation: Relation): boolean {
	const isTimed = relation === 'caused-by' || relation === 'recurrence-of';
	return (
		isTimed && new Set(circle.map(({ start }) => start)).size > 1 && circle.every(({ start }) => start !== undefined)
	);
}
