import type { Component } from '../../core/configuration.ts';
import { nearest } from '../../core/nearest.ts';
import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { write } from '../support/fixes.ts';
import { LazyReport } from '../support/lazy-report.ts';
import { alternatives, quoted } from '../support/words.ts';

/** A message lists at most this many components. */
const MAX_LISTED = 6;

export const unknownComponent: Rule = {
	code: 'impact/unknown-component',
	title: 'Unknown component',
	rationale: dedent`
		"How often was the proxy down?" is answered by counting the component's id, so a misspelled id is not counted.
		\`components\` in \`incident-log.yaml\` lists the valid ids; in a log without this list, nothing is reported.
		Retired components (\`{title: …, retired: 2025-03-01}\`) remain in the list for the records that name them.
	`,
	level: 'warning',
	kinds: ['incident', 'bulletin'],
	fix: 'suggested',
	valid: [
		{
			caption: 'A component and a retired component of the list',
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
			caption: 'A log without a list of components',
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
			caption: 'A misspelled id',
			text: dedent`
				//- /incident-log.yaml
				components: [proxy, registry]
				//- /incidents/2024-08-26-registry.yaml
				title: Registry refused pushes
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				components: [proxy, «regstry»]
			`,
			message: 'Unknown component `regstry`. Expected `proxy` or `registry`.',
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
			message: 'Unknown component `image registry`. Expected `registry`.',
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
		const { components, hasAllComponents } = log.configuration;
		if (components.size === 0) {
			return;
		}
		const ids = [...components.keys()];
		const findSimilar = similarIds(components);
		for (const { value, range } of document.incidents.flatMap(incident => incident.components)) {
			if (!components.has(value.trim())) {
				if (!hasAllComponents && findSimilar(value)[0]?.toLowerCase() !== value.trim().toLowerCase()) {
					// The list has current components only. Older records may name components that no longer exist.
					continue;
				}
				yield new LazyReport(range, () => {
					const similar = findSimilar(value);
					const expected = ids.length > MAX_LISTED && similar.length > 0 ? similar : ids.slice(0, MAX_LISTED);
					return {
						message: `Unknown component ${quoted(value)}. Expected ${alternatives(expected)}.`,
						fixes: similar.map(id => write(range, id, 'suggested')),
						data: { found: value, expected: similar },
					};
				});
			}
		}
	},
};

/**
 * Returns a function from a word to the ids that it may mean: those with the word as title, or else the most similar one.
 * Results are kept, because a document may repeat a word many times.
 */
function similarIds(components: ReadonlyMap<string, Component>): (word: string) => readonly string[] {
	const byTitle = new Map<string, string[]>();
	for (const { id, title } of components.values()) {
		const ids = byTitle.get(title.toLowerCase()) ?? [];
		ids.push(id);
		byTitle.set(title.toLowerCase(), ids);
	}
	const cache = new Map<string, readonly string[]>();
	return word => {
		const ids = cache.get(word) ?? byTitle.get(word.trim().toLowerCase()) ?? nearest(word, components.keys(), 1);
		cache.set(word, ids);
		return ids;
	};
}
