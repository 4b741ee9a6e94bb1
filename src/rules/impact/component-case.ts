import type { Located } from '../../core/range.ts';
import { recordsOf } from '../../parse/model/records-of.ts';
import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { write } from '../support/fixes.ts';
import { quoted } from '../support/words.ts';

export const componentCase: Rule = {
	code: 'impact/component-case',
	title: 'Component in two spellings',
	rationale: dedent`
		Components are compared by their exact names, so that \`API\` and \`api\` are two components on pages and in counts. The
		names in one record that differ only in case, spaces and hyphens are reported. With \`components:\` in the configuration,
		\`impact/unknown-component\` reports every other spelling instead.
	`,
	level: 'warning',
	kinds: ['incident', 'postmortem'],
	fix: 'suggested',
	valid: [
		{
			caption: 'Two components',
			text: dedent`
				title: Queue stood still
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				components: [api, api-docs]
			`,
		},
	],
	invalid: [
		{
			caption: 'A component in another case',
			text: dedent`
				title: Queue stood still
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				components: [API, queue, «api»]
			`,
			message: 'Component `api` differs only in spelling from `API`. Expected one spelling.',
			fixed: dedent`
				title: Queue stood still
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				components: [API, queue, API]
			`,
		},
	],
	*check({ document, log }) {
		if (log.configuration.components.size > 0) {
			return;
		}
		for (const { components } of recordsOf(document)) {
			const seen = new Map<string, Located<string>>();
			for (const component of components) {
				const key = component.value.toLowerCase().replace(/[\s_-]+/g, '');
				const first = seen.get(key);
				if (first !== undefined && first.value !== component.value) {
					yield {
						range: component.range,
						message: `Component ${quoted(component.value)} differs only in spelling from ${quoted(first.value)}. Expected one spelling.`,
						fixes: [write(component.range, first.value, 'suggested')],
						related: [{ uri: document.uri, range: first.range, message: 'First spelling' }],
					};
				}
				seen.set(key, first ?? component);
			}
		}
	},
};
