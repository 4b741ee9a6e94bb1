import { expect, test } from 'vitest';
import { renderArticle } from '../../src/bulletin/render-page.ts';
import { BUNDLED_SCHEMAS } from '../../src/schema/bundled.ts';
import { logOf, pageOfWeek, publishedPageOf } from './week.ts';

/** A record with each field of the schema, and the text by which a page shows the field. */
const FIELDS: Readonly<Record<string, { readonly yaml: string; readonly shown: string }>> = {
	id: { yaml: '2024-08-26-marked', shown: 'entry-2024-08-26-marked' },
	title: { yaml: 'Marked title', shown: 'Marked title' },
	kind: { yaml: 'maintenance', shown: 'Maintenance' },
	status: { yaml: 'verifying', shown: 'verifying' },
	impact: { yaml: 'major', shown: 'major' },
	severity: { yaml: 'SEV-42', shown: 'SEV-42' },
	scheduled_for: { yaml: '2024-08-26T05:30:00-04:00', shown: '05:30' },
	scheduled_until: { yaml: '2024-08-26T06:07:00-04:00', shown: '37 min' },
	started_at: { yaml: '2024-08-26T05:41:00-04:00', shown: '05:41' },
	detected_at: { yaml: '2024-08-26T05:42:00-04:00', shown: '05:42' },
	acknowledged_at: { yaml: '2024-08-26T05:43:00-04:00', shown: '05:43' },
	declared_at: { yaml: '2024-08-26T05:44:00-04:00', shown: '05:44' },
	mitigated_at: { yaml: '2024-08-26T05:53:00-04:00', shown: 'mitigated after 12 min' },
	resolved_at: { yaml: '2024-08-26T07:00:00-04:00', shown: '1 h 19 min' },
	components: { yaml: '[marked-component]', shown: 'marked-component' },
	summary: { yaml: 'Marked summary.', shown: 'Marked summary.' },
	updates: { yaml: '[{ at: 2024-08-26T05:50:00-04:00, body: Marked update }]', shown: 'Marked update' },
	timeline: { yaml: '[{ at: 2024-08-26T05:50:00-04:00, text: Marked event }]', shown: 'Marked event' },
	references: { yaml: '[{ id: 2024-08-15-other, relation: recurrence-of }]', shown: 'recurrence of Other title' },
	postmortem: { yaml: '2024-08-26-marked', shown: 'Postmortem' },
	action_items: { yaml: '[{ title: Marked task, owner: storage }]', shown: 'Marked task' },
};

/** The text of all pages that show the record. The planned times and the others exclude each other. */
function textOfPages(without: readonly string[]): string {
	const lines = Object.entries(FIELDS).flatMap(([name, { yaml }]) =>
		without.includes(name) ? [] : [`${name}: ${yaml}`],
	);
	const log = logOf(
		`//- /incident-log.yaml
time_zone: America/New_York
//- /incidents/a.yaml
${lines.join('\n')}
//- /incidents/2024-08-15-other.yaml
title: Other title
impact: minor
started_at: 2024-08-15T09:00:00-04:00
//- /postmortems/2024-08-26-marked.md
# Marked analysis
`,
		'2024-08-26T12:00:00Z',
	);
	const pages = [pageOfWeek(log, '2024-08-31'), publishedPageOf(log, '/incidents/a.yaml')];
	return pages
		.map(page => renderArticle(page))
		.join('\n')
		.replace(/<\/?(?:span|bdi|a)\b[^>]*>/g, '');
}

test('every field of an incident is shown on a page', () => {
	const text = textOfPages(['scheduled_for', 'scheduled_until']) + textOfPages(['started_at', 'resolved_at', 'status']);
	// A draft has no published page.
	const fields = [...BUNDLED_SCHEMAS.incident.properties.keys()].filter(name => name !== 'draft');
	expect(fields.filter(name => FIELDS[name] === undefined)).toEqual([]);
	expect(fields.filter(name => !text.includes(FIELDS[name]?.shown ?? ''))).toEqual([]);
});
