import { describe, expect, test } from 'vitest';
import type { Incident } from '../../../src/core/incident.ts';
import type { LogDocument } from '../../../src/parse/model/document.ts';
import { parse, textAt } from '../help-source.ts';

function bulletin(item: string, name = '2024-08-31.md'): LogDocument {
	return parse('bulletin', name, `# Week\n\n## Incidents\n\n${item}\n`);
}

/** An entry as text: id, headline, its times as written and as read, prose. */
function describeEntries(item: string, name?: string): string {
	const document = bulletin(item, name);
	return document.incidents.map(incident => describeEntry(document, incident)).join('\n');
}

function describeEntry(document: LogDocument, incident: Incident): string {
	const times = [...incident.times].map(([field, { reading, range }]) => {
		const start = reading.ok ? reading.canonical : reading.reason;
		return `${field} «${textAt(document, range)}» ${start}`;
	});
	return [incident.id, incident.title?.value, ...times, incident.summary?.value ?? '-'].join(' | ');
}

const PLAIN = '2024-08-26-headline | Headline | started_at «05:30EST» 2024-08-26T05:30:00-04:00 | Prose.';

describe('the head of an entry', () => {
	test.each([
		'* **August 26: Headline** (05:30EST): Prose.',
		'- **August 26: Headline** (05:30EST): Prose.',
		'+ __August 26: Headline__ (05:30EST): Prose.',
		'1. **August 26: Headline** (05:30EST): Prose.',
		'* August 26: Headline (05:30EST): Prose.',
		'* *August 26: Headline* (05:30EST): Prose.',
		'* ***August 26: Headline*** (05:30EST): Prose.',
		'* **August 26: Headline (05:30EST):** Prose.',
		'* **August 26: Headline (05:30EST)**: Prose.',
		'* **August 26: Headline:** (05:30EST) Prose.',
		'* **August 26:** Headline (05:30EST): Prose.',
		'* **August 26**: Headline (05:30EST): Prose.',
		'* August 26: **Headline** (05:30EST): Prose.',
		'* **August 26: Headline** *(05:30EST)*: Prose.',
		'* **August 26: Headline** (05:30EST) Prose.',
		'* **August 26: Headline** (05:30EST) – Prose.',
		'* **August 26: Headline** at 05:30EST: Prose.',
		'* **August 26 (05:30EST): Headline** Prose.',
		'* **August 26, 05:30EST: Headline**: Prose.',
		'* **August 26: Headline** (05:30EST, all regions): Prose.',
		'* **Aug 26: Headline** (05:30EST): Prose.',
		'* **Aug. 26th: Headline** (05:30EST): Prose.',
		'* **26 August: Headline** (05:30EST): Prose.',
		'* **26th of August, 2024: Headline** (05:30EST): Prose.',
		'* **August 26, 2024: Headline** (05:30EST): Prose.',
		'* **2024-08-26: Headline** (05:30EST): Prose.',
		'* **Monday, August 26: Headline** (05:30EST): Prose.',
		'* **August 26-27: Headline** (05:30EST): Prose.',
		'* **August 26 to September 1: Headline** (05:30EST): Prose.',
		'* [x] **August 26: Headline** (05:30EST): Prose.',
		'* **August 26: Headline**\n  (05:30EST): Prose.',
		'*   **August 26: Headline** (05:30EST): Prose.',
	])('%s', item => {
		expect(describeEntries(item)).toBe(PLAIN);
		expect(describeEntries(item.replaceAll('\n', '\r\n'))).toBe(PLAIN);
	});

	test.each([
		['5:30', '2024-08-26T05:30:00-04:00'],
		['05:30 EDT', '2024-08-26T05:30:00-04:00'],
		['5:30pm ET', '2024-08-26T17:30:00-04:00'],
		['9am', '2024-08-26T09:00:00-04:00'],
		['about 05:30', '2024-08-26T05:30:00-04:00'],
		['~05:30', '2024-08-26T05:30:00-04:00'],
		['09:30 UTC', '2024-08-26T09:30:00Z'],
		['05:30 -04:00', '2024-08-26T05:30:00-04:00'],
		['05:30 -07:00', '2024-08-26T05:30:00-07:00'],
		['25:00EST', 'impossible'],
		['05:30XYZ', 'malformed'],
	])('(%s)', (time, expected) => {
		expect(describeEntries(`* **August 26: Headline** (${time}): Prose.`)).toContain(
			`| started_at «${time}» ${expected} |`,
		);
	});

	test.each([
		['(05:30-09:10 EST)', '«05:30» 2024-08-26T05:30:00-04:00', '«09:10 EST» 2024-08-26T09:10:00-04:00'],
		['(05:30 EST – 09:10 EST)', '«05:30 EST» 2024-08-26T05:30:00-04:00', '«09:10 EST» 2024-08-26T09:10:00-04:00'],
		['(23:30 to 01:10 UTC)', '«23:30» 2024-08-26T23:30:00Z', '«01:10 UTC» 2024-08-27T01:10:00Z'],
	])('%s has a start and an end', (time, start, end) => {
		expect(describeEntries(`* **August 26: Headline** ${time}: Prose.`)).toBe(
			`2024-08-26-headline | Headline | started_at ${start} | resolved_at ${end} | Prose.`,
		);
	});

	test.each([
		['**August 22: API (some) down** (06:00)', '2024-08-22-api-some-down', 'API (some) down'],
		['**August 22: `a (b)` and `c: d`** (06:00)', '2024-08-22-a-b-and-c-d', 'a (b) and c: d'],
		['August 22: `a (06:30): b` down (06:00)', '2024-08-22-a-0630-b-down', 'a (06:30): b down'],
		['**August 22: Late: and later** (06:00)', '2024-08-22-late-and-later', 'Late: and later'],
		['**August 22: [Headline](https://example.com/a_b)** (06:00)', '2024-08-22-headline', 'Headline'],
		['**August 22: Over\n  two lines** (06:00)', '2024-08-22-over-two-lines', 'Over two lines'],
		['**August 22: !!!** (06:00)', '2024-08-22', '!!!'],
		['**August 22: Störung in München** (06:00)', '2024-08-22-störung-in-münchen', 'Störung in München'],
		['**August 22: 2 * 3 * 4** (06:00)', '2024-08-22-2-3-4', '2 3 4'],
	])('the headline of %s', (head, id, title) => {
		expect(describeEntries(`* ${head}: Prose.`)).toMatch(`${id} | ${title} | started_at «06:00»`);
	});

	test.each([
		['**August 26: Headline**: Prose.', 'Prose.'],
		['**August 26: Headline** Prose.', 'Prose.'],
		['**August 26: Headline**', '-'],
		['August 26: Headline: Prose.', 'Prose.'],
		['August 26: Headline. Prose.', 'Prose.'],
	])('can be a date alone: %s', (item, prose) => {
		expect(describeEntries(`* ${item}`)).toBe(
			`2024-08-26-headline | Headline | started_at «August 26» 2024-08-26 | ${prose}`,
		);
	});

	test.each([
		'* Headline (05:30): Prose.',
		'* August 26 was a Monday: Prose.',
		'* **August 26** (05:30) Prose.',
		'* **August 26:** (05:30): Prose.',
		'* **August 26: <!-- x -->** (05:30): Prose.',
		'* **Kim**: August 26: Prose.',
		'* **August 32: Headline** (05:30): Prose.',
		'* **Version 26: Headline** (05:30): Prose.',
		'August 26: Headline (05:30): Prose.',
		'* One\n  * **August 26: Headline** (05:30): Prose.',
		'> * **August 26: Headline** (05:30): Prose.',
		'```\n* **August 26: Headline** (05:30): Prose.\n```',
		'<!--\n* **August 26: Headline** (05:30): Prose.\n-->',
		'* # August 26: Headline (05:30): Prose.',
		'*',
	])('%s is not an entry', item => {
		expect(describeEntries(item)).toBe('');
	});
});

describe('the year of an entry', () => {
	test.each([
		['2024-08-31.md', 'August 31', '2024-08-31'],
		['2024-08-31.md', 'September 1', '2023-09-01'],
		['2025-01-04.md', 'December 30', '2024-12-30'],
		['2025-01-04.md', 'January 2', '2025-01-02'],
		['2025-03-01.md', 'February 29', '2024-02-29'],
		['2025-03-01.md', 'February 29, 2020', '2020-02-29'],
		['2025-03-01.md', 'March 8, 2025', '2025-03-08'],
	])('in %s %s is %s', (name, day, date) => {
		expect(describeEntries(`* **${day}: Headline** (05:30): Prose.`, name)).toMatch(`${date}-headline | `);
	});

	test('is unknown if the bulletin has no date', () => {
		expect(describeEntries('* **August 26: Headline** (05:30): Prose.', 'week.md')).toBe('');
		expect(describeEntries('* **August 26, 2024: Headline** (05:30): Prose.', 'week.md')).toMatch(
			'2024-08-26-headline',
		);
	});
});

describe('the prose of an entry', () => {
	test('is the whole item without its indentation', () => {
		const item = '* **August 26: Headline** (05:30): One\n  two.\n\n  Three:\n\n  * four\n    * five\n';
		const document = bulletin(`${item}* **August 27: Next** (05:30): Six.`);
		const [first, second] = document.incidents;
		expect(first?.summary?.value).toBe('One\ntwo.\n\nThree:\n\n* four\n  * five');
		expect(textAt(document, first?.summary?.range)).toMatch(/^One[\s\S]*five$/);
		expect(textAt(document, first?.range)).toBe(item.trimEnd());
		expect(second?.summary?.value).toBe('Six.');
	});

	test('has the exact range if it is one line', () => {
		const document = bulletin('* **August 26: Headline** (05:30): One `two` [three](four.md).');
		const summary = document.incidents[0]?.summary;
		expect(textAt(document, summary?.range)).toBe(summary?.value);
	});

	test('gives the inferred duration and impact with their ranges', () => {
		const document = bulletin('* **August 26: Headline** (05:30): It lasted about 90 minutes. No customer impact.');
		const inferred = document.incidents[0]?.inferred;
		expect(inferred?.duration?.value).toEqual({ minMinutes: 90, maxMinutes: 90, isApproximate: true });
		expect(textAt(document, inferred?.duration?.range)).toBe('about 90 minutes');
		expect(inferred?.impact?.value).toBe('none');
		expect(textAt(document, inferred?.impact?.range)).toBe('No customer impact');
	});
});

describe('the comment in an entry', () => {
	const comment =
		'<!-- incident: {id: my-id, resolved_at: 09:10 EDT, impact: minor, components: [api], postmortem: my-pm} -->';
	const document = bulletin(`* **August 26: Headline** (05:30): Prose.\n  ${comment}`);
	const incident = document.incidents[0];

	test('gives facts with their ranges', () => {
		expect(incident).toMatchObject({ source: 'entry', id: 'my-id', hasWrittenId: true, kind: 'incident' });
		expect(textAt(document, incident?.idRange)).toBe('my-id');
		expect(textAt(document, incident?.impact?.range)).toBe('minor');
		expect(incident?.components.map(({ value }) => value)).toEqual(['api']);
		const resolved = incident?.times.get('resolved_at');
		expect(resolved?.reading).toMatchObject({ ok: true, canonical: '2024-08-26T09:10:00-04:00' });
		expect(textAt(document, resolved?.range)).toBe('09:10 EDT');
	});

	test('is not part of the prose', () => {
		expect(incident?.summary?.value).toBe('Prose.');
	});

	test('contains references', () => {
		expect(document.references).toMatchObject([
			{ form: 'field', target: { by: 'id', id: 'my-pm', kind: 'postmortem' }, owner: 'my-id' },
		]);
	});

	test('gives the time of day only if the headline has none', () => {
		const facts = '<!-- incident: {started_at: 2024-08-26T05:45:00Z} -->';
		expect(describeEntries(`* **August 26: Headline**: Prose. ${facts}`)).toContain('«2024-08-26T05:45:00Z»');
		expect(describeEntries(`* **August 26: Headline** (05:30): Prose. ${facts}`)).toContain('started_at «05:30»');
	});

	test('can have several lines', () => {
		const block = '<!-- incident:\n       impact: major\n       status: resolved\n  -->';
		const read = bulletin(`* **August 26: Headline** (05:30): Prose.\n\n  ${block}`);
		expect(read.incidents[0]).toMatchObject({ impact: { value: 'major' }, status: { value: 'resolved' } });
		expect(read.problems).toEqual([]);
	});

	test('is reported if it is invalid YAML, and the entry is kept', () => {
		const read = bulletin('* **August 26: Headline** (05:30): Prose. <!-- incident: {impact: [} -->');
		expect(read.problems[0]).toMatchObject({ kind: 'syntax' });
		expect(read.incidents).toHaveLength(1);
	});

	test('of another form is ignored', () => {
		const read = bulletin('* **August 26: Headline** (05:30): Prose. <!-- incidents: {id: other} -->');
		expect(read.incidents[0]?.id).toBe('2024-08-26-headline');
	});
});

test('the id range is that of the headline without a written id', () => {
	const document = bulletin('* **August 26: Headline** (05:30): Prose.');
	expect(document.incidents[0]).toMatchObject({ hasWrittenId: false });
	expect(textAt(document, document.incidents[0]?.idRange)).toBe('Headline');
});
