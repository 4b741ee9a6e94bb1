import { expect, test } from 'vitest';
import { filtered, groupsOf } from '../../src/client/views/groups.ts';
import type { ListedIncident } from '../../src/server/protocol.ts';

function incident(id: string, values: Partial<ListedIncident>): ListedIncident {
	return {
		id,
		title: id,
		recordKind: 'incident',
		kind: 'incident',
		uri: `file:///log/incidents/${id}.yaml`,
		position: { line: 0, character: 0 },
		hasRecord: true,
		date: null,
		week: null,
		impact: null,
		weight: null,
		isOpen: false,
		duration: '',
		postmortem: null,
		...values,
	};
}

const INCIDENTS = [
	incident('late', { date: '2025-01-02', week: '2025-01-04' }),
	incident('open', { date: '2024-12-30', week: '2025-01-04', isOpen: true }),
	incident('december', { date: '2024-12-10', week: '2024-12-14', impact: 'major' }),
	incident('july', { date: '2024-07-29', week: '2024-08-03' }),
	incident('undated', {}),
];

test('open incidents are first, then weeks from the newest to the oldest, then those without a date', () => {
	const groups = groupsOf(INCIDENTS).map(({ label, incidents }) => [label, ...incidents.map(({ id }) => id)]);
	expect(groups).toEqual([
		['Open', 'open'],
		['29 December 2024 – 4 January 2025', 'late'],
		['8 – 14 December 2024', 'december'],
		['28 July – 3 August 2024', 'july'],
		['Without a Date', 'undated'],
	]);
});

test('the two newest weeks are expanded', () => {
	expect(groupsOf(INCIDENTS).filter(({ isExpanded }) => isExpanded)).toHaveLength(3);
	expect(groupsOf([])).toEqual([]);
});

test('a filter keeps the incidents with all of its words', () => {
	const ids = (filter: string) => filtered(INCIDENTS, filter).map(({ id }) => id);
	expect(ids('DEC major')).toEqual(['december']);
	expect(ids('2024-07')).toEqual(['july']);
	expect(ids('')).toHaveLength(5);
	expect(ids('nothing')).toEqual([]);
});
