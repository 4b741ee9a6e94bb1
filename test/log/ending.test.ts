import { describe, expect, test } from 'vitest';
import { FixtureLog } from '../support/fixture-log.ts';

const ROOT = 'file:///log';
const START = 'started_at: 2024-08-26T05:30:00-04:00';
const MINUTE = 60_000;

/** The definition of a record with these lines after its title and start. */
function definitionOf(lines: string, path = '/incidents/a.yaml') {
	const log = new FixtureLog(`//- ${path}\ntitle: Mail delayed\nimpact: minor\n${START}\n${lines}\n`, { root: ROOT });
	const [definition] = log.view.inFile(ROOT + path) ?? [];
	if (definition === undefined) {
		throw new Error(`no definition in ${path}`);
	}
	return definition;
}

describe('an incident is open', () => {
	test.each([
		['without a status', ''],
		['with a status of an ongoing incident', 'status: monitoring'],
		[
			'as a maintenance in progress after its planned end',
			'kind: maintenance\nstatus: in_progress\nscheduled_until: 2024-08-26T06:00:00-04:00',
		],
		[
			'if a later update is not final',
			'updates: [{ at: 2024-08-26T10:00:00Z, status: resolved }, { at: 2024-08-26T11:00:00Z, status: investigating }]',
		],
		['with a repeated key', 'impact: major'],
	])('%s', (_, lines) => {
		expect(definitionOf(lines)).toMatchObject({ isOpen: true, end: undefined, inferredEnd: undefined });
	});
});

describe('an incident is not open', () => {
	test.each([
		['with a final status', 'status: resolved'],
		['with an unknown status', 'status: shut'],
		['with an end that is not a time', 'resolved_at: this morning'],
		['with a misspelt field for its end', 'resolvd_at: 2024-08-26T09:05:00-04:00'],
		['with another name of the field for its end', 'end: 2024-08-26T09:05:00-04:00'],
		['after a syntax error', 'resolved_at: [2024-08-26T09:05'],
		['as a notice', 'kind: notice'],
		['as a planned maintenance', 'kind: maintenance\nstatus: scheduled'],
		['with a merge conflict', '<<<<<<< ours\nstatus: resolved\n=======\nstatus: monitoring\n>>>>>>> theirs'],
	])('%s', (_, lines) => {
		expect(definitionOf(lines)).toMatchObject({ isOpen: false, date: '2024-08-26' });
	});

	test('in a folder of resolved incidents', () => {
		expect(definitionOf('', '/incidents/resolved/a.yaml').isOpen).toBe(false);
		expect(definitionOf('', '/incidents/a.yaml').isOpen).toBe(true);
	});
});

test('infers the end from the latest update if it is final', () => {
	const { start = 0, ...definition } = definitionOf(
		'updates: [{ at: 2024-08-26T10:30:00Z, status: resolved }, { at: 2024-08-26T10:00:00Z, status: investigating }]',
	);
	expect(definition).toMatchObject({ isOpen: false, end: undefined, inferredEnd: start + 60 * MINUTE });
});

test('keeps both ends of a duration in prose', () => {
	const { start = 0, ...definition } = definitionOf('summary: Mail was late for 3-4 hours.\nstatus: resolved');
	expect(definition.inferredDuration).toMatchObject({ minMinutes: 180, maxMinutes: 240 });
	expect(definition.inferredEnd).toBe(start + 210 * MINUTE);
});

test('has the zone in which the start is written', () => {
	expect(definitionOf('').startZone).toBe('-04:00');
});

describe('a record without readable content', () => {
	test.each([
		['an empty file', '/incidents/2024-08-26-a.yaml', ''],
		['a file with a comment', '/incidents/2024-08-26-a.yaml', '# To do.\n'],
		['empty front matter', '/incidents/2024-08-26-a.md', '---\n---\n'],
		['a binary file', '/incidents/2024-08-26-a.yaml', { unreadable: 'not-text' } as const],
		['a file that is too large', '/incidents/2024-08-26-a.yaml', { unreadable: 'too-large' } as const],
		['a file that is not a mapping', '/incidents/2024-08-26-a.yaml', '- one\n- two\n'],
	])('has no day and is named in no finding of another document: %s', (_, path, content) => {
		const log = new FixtureLog(`//- /bulletins/2024-08-31.md\n# 2024-08-31\n\nSee [[2024-08-26-a]].\n`, { root: ROOT });
		log.set(ROOT + path, content, 'incident');
		expect(log.view.incidentsOn('2024-08-26')).toEqual([]);
		expect(
			log.findings(`${ROOT}/bulletins/2024-08-31.md`).filter(({ message }) => message.includes('2024-08-26-a')),
		).toEqual([]);
		expect(log.findings(ROOT + path)).toHaveLength(1);
	});
});
