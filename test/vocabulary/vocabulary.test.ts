import { describe, expect, test } from 'vitest';
import { LANGUAGES, VOCABULARY } from '../../src/vocabulary/index.ts';
import { readLabel, wordsOf } from '../../src/vocabulary/label.ts';
import { splitWords } from '../../src/vocabulary/language.ts';
import { Vocabulary } from '../../src/vocabulary/vocabulary.ts';

test.each([
	['Timeline', 'timeline', undefined],
	['3. Timeline of events', 'timeline of events', undefined],
	['⏱️ Timeline (all times PST)', 'timeline', 'all times PST'],
	['1️⃣ Timeline', 'timeline', undefined],
	['II) Root cause:', 'root cause', undefined],
	['タイムライン（JST）', 'タイムライン', 'JST'],
	['三、时间线', '时间线', undefined],
	['**Severity:**', 'severity', undefined],
	['(UTC)', 'utc', 'UTC'],
	['', '', undefined],
])('reads the label %s', (written, name, aside) => {
	expect(readLabel(written)).toEqual({ name, aside });
});

test.each([
	['Start time (UTC)', 'started_at'],
	['Affected service(s)', 'components'],
	['Schweregrad', 'severity'],
	['Dauer', 'duration'],
	['Severidade', 'severity'],
	['Alvorlighetsgrad', 'severity'],
	['重大度', 'severity'],
	['发生时间', 'date'],
	['Weather', undefined],
])('maps the label %s to a field', (label, field) => {
	expect(VOCABULARY.field(label)).toBe(field);
});

test.each([
	['Detailed timeline', 'timeline'],
	['Issue Timeline', 'timeline'],
	['Timeline (all times PST)', 'timeline'],
	['Root Cause Analysis', 'root-cause'],
	['Impact on customers', 'impact'],
	['Linha do tempo', 'timeline'],
	['障害のタイムライン', 'timeline'],
	['故障时间线', 'timeline'],
	['Thanks', undefined],
])('maps the heading %s to a section', (heading, section) => {
	expect(VOCABULARY.section(heading)).toBe(section);
});

test('maps statuses, levels and states of action items', () => {
	expect(VOCABULARY.status('Closed')).toBe('resolved');
	expect(VOCABULARY.status('已修复')).toBe('resolved');
	expect(VOCABULARY.level('High (jobs late)')).toBe('critical');
	expect(VOCABULARY.level('Alta')).toBe('critical');
	expect(VOCABULARY.itemState('✅ Complete')).toBe('done');
	expect(VOCABULARY.itemState('Done (PR #12)')).toBe('done');
	expect(VOCABULARY.isNoEnd('TBD')).toBe(true);
	expect(VOCABULARY.isNoEnd('—')).toBe(true);
	expect(VOCABULARY.isNoEnd('2026-02-03')).toBe(false);
});

test("prefers a team's own words", () => {
	const own = new Vocabulary(LANGUAGES, {
		fields: new Map([['resolved_at', ['OutageFinish', 'Date']]]),
		sections: new Map([['timeline', ['Story so far']]]),
	});
	expect(own.field('OutageFinish:')).toBe('resolved_at');
	expect(own.field('Date')).toBe('resolved_at');
	expect(own.section('The story so far')).toBe('timeline');
});

describe.each(LANGUAGES)('language $tag', language => {
	const lists = [language.fields, language.sections, language.statuses, language.levels, language.itemStates].flatMap(
		table => Object.values(table).map(splitWords),
	);

	test('writes its words as labels are compared', () => {
		const words = [...lists.flat(), ...splitWords(language.noEnd)];
		expect(words.filter(word => wordsOf(word.normalize('NFKC')) !== word)).toEqual([]);
	});

	test('lists no word twice', () => {
		expect(lists.filter(words => new Set(words).size !== words.length)).toEqual([]);
	});

	test('has twelve months and seven weekdays', () => {
		expect([language.months.length, language.weekdays.length]).toEqual([12, 7]);
	});
});

test('no short form is a month in one language and a weekday in another', () => {
	const months = new Set(LANGUAGES.flatMap(({ months }) => months.flatMap(splitWords)));
	expect(LANGUAGES.flatMap(({ weekdays }) => weekdays.flatMap(splitWords)).filter(word => months.has(word))).toEqual(
		[],
	);
});

test.each([
	['Root cause and resolution', ['root-cause', 'resolution']],
	['Root cause analysis', ['root-cause']],
	['Impact and next steps', ['impact', 'action-items']],
	['Prevention', ['prevention']],
	['Causa raiz', ['root-cause']],
	['原因と再発防止策', ['prevention', 'root-cause']],
	['Thanks', []],
])('finds all sections of the heading %s', (heading, sections) => {
	expect([...VOCABULARY.sections(heading)]).toEqual(sections);
});

test.each([
	['Follow-ups', 'action-items'],
	['4. Action Items (TODOs)', 'action-items'],
	['Questions for follow-up', undefined],
])('finds the exact section of %s', (heading, section) => {
	expect(VOCABULARY.exactSection(heading)).toBe(section);
});

test.each([
	['Shipped in 2.4', 'done'],
	['Not done', 'open'],
	['🚧', 'in_progress'],
	['☑', 'done'],
	["Won't fix: too rare", 'dropped'],
	['x', 'done'],
	['已完成（5月）', 'done'],
	['Needs a budget', undefined],
])('reads the state %s of an action item', (value, state) => {
	expect(VOCABULARY.itemState(value)).toBe(state);
});

test.each([
	['Owner / DRI', 'owner'],
	['Responsible team', 'owner'],
	['Target date', 'due'],
	['Action required', 'task'],
	['負責人', undefined],
	['负责人', 'owner'],
	['Frist', 'due'],
	['Prevents', undefined],
])('maps the column %s to a part of an action item', (label, field) => {
	expect(VOCABULARY.itemField(label)).toBe(field);
});
