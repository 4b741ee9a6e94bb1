import type { Component } from '../../core/configuration.ts';
import { nearest } from '../../core/nearest.ts';
import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { write } from '../support/fixes.ts';
import { LazyReport } from '../support/lazy-report.ts';
import { alternatives, quoted } from '../support/words.ts';

/** A message names all components up to so many. */
const FEW = 6;

export const unknownComponent: Rule = {
	code: 'impact/unknown-component',
	title: "A component is one of the log's list",
	rationale: dedent`
		"How often was the proxy down?" is answered by counting its id. \`components\` in \`incident-log.yaml\` lists them;
		without such a list any will do. Retired ones (\`{title: …, retired: 2025-03-01}\`) are in the list for the records
		that name them.
	`,
	level: 'warning',
	kinds: ['incident', 'bulletin'],
	fix: 'suggested',
	valid: [
		{
			caption: 'One of the list, and a retired one',
			text: dedent`
				//- /incident-log.yaml
				components: [proxy, { registry: Image registry }, { mail: { title: Mail, retired: 2024-01-01 } }]
				//- /incidents/2024-08-26-mail.yaml
				title: Mail was delayed
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				components: [registry, mail]
			`,
		},
		{
			caption: 'A log without a list',
			text: dedent`
				title: Mail was delayed
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				components: [anything]
			`,
		},
	],
	invalid: [
		{
			caption: 'A slip of the pen',
			text: dedent`
				//- /incident-log.yaml
				components: [proxy, registry]
				//- /incidents/2024-08-26-registry.yaml
				title: Registry refused pushes
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				components: [proxy, «regstry»]
			`,
			message: '`regstry` is no component of this log; expected `proxy` or `registry`',
			fixed: dedent`
				//- /incident-log.yaml
				components: [proxy, registry]
				//- /incidents/2024-08-26-registry.yaml
				title: Registry refused pushes
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				components: [proxy, registry]
			`,
		},
		{
			caption: 'A title instead of an id, in front matter',
			text: dedent`
				//- /incident-log.yaml
				components: { registry: Image registry }
				//- /incidents/2024-08-26-registry.md
				---
				title: Registry refused pushes
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				components:
				  - «image registry»
				---

				Its disk was full.
			`,
			message: '`image registry` is no component of this log; expected `registry`',
			fixed: dedent`
				//- /incident-log.yaml
				components: { registry: Image registry }
				//- /incidents/2024-08-26-registry.md
				---
				title: Registry refused pushes
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				components:
				  - registry
				---

				Its disk was full.
			`,
		},
	],
	*check({ document, log }) {
		const { components, componentsComplete } = log.configuration;
		if (components.size === 0) {
			return;
		}
		const ids = [...components.keys()];
		const meantBy = similarIds(components);
		for (const { value, range } of document.incidents.flatMap(incident => incident.components)) {
			if (!components.has(value.trim())) {
				if (!componentsComplete && meantBy(value)[0]?.toLowerCase() !== value.trim().toLowerCase()) {
					// One that is there no more is named by older records.
					continue;
				}
				yield new LazyReport(range, () => {
					const meant = meantBy(value);
					const expected = ids.length > FEW && meant.length > 0 ? meant : ids.slice(0, FEW);
					return {
						message: `${quoted(value)} is no component of this log; expected ${alternatives(expected)}`,
						fixes: meant.map(id => write(range, id, 'suggested')),
						data: { found: value, expected: meant },
					};
				});
			}
		}
	},
};

/** The ids that a word may stand for: those whose title it is, or else the most similar one. Each word is looked up once. */
function similarIds(components: ReadonlyMap<string, Component>): (word: string) => readonly string[] {
	const byTitle = new Map<string, string[]>();
	for (const { id, title } of components.values()) {
		const ids = byTitle.get(title.toLowerCase()) ?? [];
		ids.push(id);
		byTitle.set(title.toLowerCase(), ids);
	}
	const known = new Map<string, readonly string[]>();
	return word => {
		const ids = known.get(word) ?? byTitle.get(word.trim().toLowerCase()) ?? nearest(word, components.keys(), 1);
		known.set(word, ids);
		return ids;
	};
}
