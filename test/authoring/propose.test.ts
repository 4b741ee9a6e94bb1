import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { describeFolders, describeFound, describeReading } from '../../src/authoring/describe-proposal.ts';
import { type Proposal, propose } from '../../src/authoring/propose.ts';
import { CLOCK } from '../support/fixture.ts';

const ROOT = 'file:///log';

/** The proposal for records in `incidents/`, made by a function of the number of each. */
function proposalFor(count: number, record: (n: number) => string, folder = 'incidents'): Proposal {
	const files = Array.from(
		{ length: count },
		(_, i) => [`${folder}/2024-0${i + 1}-05-disk.md`, record(i + 1)] as const,
	);
	return proposalOf(Object.fromEntries(files));
}

function proposalOf(files: Readonly<Record<string, string>>): Proposal {
	const texts = new Map(Object.entries(files).map(([path, text]) => [`${ROOT}/${path}`, text]));
	const proposal = propose(ROOT, texts, CLOCK);
	if (proposal === undefined) {
		throw new Error('No record was recognised.');
	}
	return proposal;
}

/** The fields of the proposed configuration. */
const fieldsOf = ({ text }: Proposal): unknown => parse(text) ?? {};

const page = (n: number, head: string, rest = '') =>
	`# Disk full on host ${n}\n\n${head.replaceAll('{n}', String(n))}\n\n## Timeline\n\n- 09:05 Alert fires\n- 10:0${n} Fixed\n\n## Root cause\n\nA full disk.\n${rest}`;

describe('labels that the records have under other names', () => {
	test.each([
		['lines of labels', '**OutageBegin:** 2024-0{n}-05 09:00 UTC\n**OutageFinish:** 2024-0{n}-05 10:00 UTC'],
		['a list', '- Outage begin: 2024-0{n}-05 09:00 UTC\n- OutageFinish: 2024-0{n}-05 10:00 UTC'],
		['a table', '| a | b |\n|---|---|\n| Outagebegin begins | x |\n| OutageFinish | 2024-0{n}-05 10:00 UTC |'],
	])('are proposed for `map:` with the number of records (%s)', (_, head) => {
		const proposal = proposalFor(4, n => page(n, head));
		expect(fieldsOf(proposal)).toMatchObject({ map: { resolved_at: ['OutageFinish'] } });
		expect(proposal.text).toContain('resolved_at: [OutageFinish] # in 4 records');
	});

	test('are proposed from front matter, and the zone is that of their times', () => {
		const proposal = proposalFor(
			3,
			n =>
				`---\ntitle: Disk full ${n}\nOutageFinish: 2024-0${n}-05T10:00:00Z\n---\n\n## Timeline\n\n- 09:05 Alert\n- 09:10 Fixed\n`,
		);
		expect(fieldsOf(proposal)).toMatchObject({ time_zone: 'UTC', map: { resolved_at: ['OutageFinish'] } });
	});

	test('are proposed for a severity and a duration by the form of the values', () => {
		const proposal = proposalFor(3, n => page(n, '**Our severity:** SEV-{n}\n**Length of failure:** {n} hours'));
		expect(fieldsOf(proposal)).toMatchObject({
			map: { severity: ['Our severity'], duration: ['Length of failure'] },
		});
	});

	test.each([
		['times of the page itself', 3, '**Last updated finish:** 2024-0{n}-07 10:00 UTC'],
		['values of another form', 3, '**Outage finish:** after a restart'],
		['names that say nothing', 3, '**Marker:** 2024-0{n}-05 10:00 UTC'],
		['few records', 2, '**Outage finish:** 2024-0{n}-05 10:00 UTC'],
		['an end before the start', 3, '**Start:** 2024-0{n}-05 11:00 UTC\n**Outage finish:** 2024-0{n}-05 10:00 UTC'],
		['what is stated already', 3, '**End:** 2024-0{n}-05 11:00 UTC\n**Outage finish:** 2024-0{n}-05 10:00 UTC'],
	])('are not proposed for %s', (_, count, head) => {
		expect(fieldsOf(proposalFor(count, n => page(n, head)))).not.toHaveProperty('map');
	});
});

describe('headings that the records have for action items', () => {
	const head = '**Date:** 2024-0{n}-05';

	test('are proposed for `sections:` if the items have owners', () => {
		const items = '\n## Homework\n\n- [ ] Bigger disk (@kim)\n- [x] Alert earlier (@lee)\n';
		expect(fieldsOf(proposalFor(3, n => page(n, head, items)))).toMatchObject({
			sections: { 'action-items': ['Homework'] },
		});
	});

	test('are not proposed for other lists', () => {
		const list = '\n## Verified with\n\n- [x] `npm test`\n- [x] a look at the page\n';
		expect(fieldsOf(proposalFor(3, n => page(n, head, list)))).not.toHaveProperty('sections');
	});
});

describe('the severities of the records', () => {
	const withSeverities = (...words: string[]) =>
		fieldsOf(proposalFor(words.length, n => page(n, `**Date:** 2024-0{n}-05\n**Severity:** ${words[n - 1]}`)));

	test('are proposed as aliases of the levels that they mean, the worst first', () => {
		const { text } = proposalFor(4, n => page(n, `**Date:** 2024-0{n}-05\n**Severity:** SEV-${n === 1 ? 3 : 2}`));
		expect(text).toContain(
			['impact:', '  aliases:', '    SEV-2: major # in 3 records', '    SEV-3: minor # in 1 record'].join('\n'),
		);
	});

	test('are proposed as levels if the default ones do not distinguish them', () => {
		expect(withSeverities('High', 'Critical', 'medium', 'HIGH')).toMatchObject({
			impact: { levels: ['none', 'low', 'medium', 'high', 'critical'] },
		});
	});

	test.each([[['SEV-1', 'SEV-2']], [['major', 'minor', 'critical']], [['bad', 'worse', 'fine']]])(
		'are not proposed if they are few, default or unknown (%j)',
		words => {
			expect(withSeverities(...words)).not.toHaveProperty('impact');
		},
	);
});

describe('the proposed text', () => {
	test('gives the reason of each field, and the zone as a comment if none is clear', () => {
		const { text } = proposalFor(3, n =>
			page(n, `**Date:** 2024-0{n}-05 09:00 ${n === 1 ? 'JST' : n === 2 ? 'CET' : ''}`),
		);
		expect(text).toBe(
			[
				'# How Incident Log reads the records below this folder. Every field is optional.',
				'',
				'# The zone of times without one. The records state several (Asia/Tokyo in 1, Europe/Berlin in 1): without this field, it is UTC.',
				'# time_zone: Asia/Tokyo',
				'',
			].join('\n'),
		);
	});

	test('reads the records that it was made from', () => {
		const proposal = proposalFor(3, n => page(n, '**Date:** 2024-0{n}-05'), 'ops/notes');
		expect(proposal).toMatchObject({ read: 3, recognised: { incident: 3 } });
		expect(describeFound(proposal)).toBe('3 incidents in ops/notes');
		expect(describeReading(proposal)).toBe(
			'With this configuration, 3 of 3 are read. 3 records: 3 with a start, 3 with a timeline; 3 wholly understood.',
		);
	});

	test('is described with the folders of the records', () => {
		const record = page(1, '**Date:** 2024-01-05');
		const proposal = proposalOf({ 'incidents/a.md': record, 'incidents/b.md': record, 'x/postmortems/c.md': record });
		expect(describeFound(proposal)).toBe('2 incidents and 1 postmortem in 2 folders');
		expect(describeFolders(proposal)).toEqual(['incidents: 2 incidents', 'x/postmortems: 1 postmortem']);
	});
});
