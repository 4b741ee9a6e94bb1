import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { dayOfMention, findMentions } from '../../../src/parse/english/mentions.ts';
import { mayRefer } from '../../../src/parse/records/references.ts';

const TODAY = Temporal.PlainDate.from('2024-09-07');

/** Each mention as "kind day: phrase without article". */
function mentions(text: string): string[] {
	const found = findMentions(text);
	expect(found.length === 0 || mayRefer(text)).toBe(true);
	return found.map(({ kind, time, range }) => {
		const day = dayOfMention(time, TODAY) ?? time.by;
		return `${kind} ${day}: ${text.slice(range.start, range.end)}`;
	});
}

describe('dated mentions', () => {
	test.each([
		['much like the August 15 issue seen here', 'incident 2024-08-15: August 15 issue'],
		['the July 12 incident, in which', 'incident 2024-07-12: July 12 incident'],
		['July 12 incident: what we learned', 'incident 2024-07-12: July 12 incident'],
		['our 2024-09-01 postmortem says', 'postmortem 2024-09-01: 2024-09-01 postmortem'],
		['the August 15 post mortem', 'postmortem 2024-08-15: August 15 post mortem'],
		['the August 15 retrospective', 'postmortem 2024-08-15: August 15 retrospective'],
		['the September 1 network outage', 'incident 2024-09-01: September 1 network outage'],
		['the September 1 Redis/Sidekiq on-call outage', 'incident 2024-09-01: September 1 Redis/Sidekiq on-call outage'],
		['the September 8 outage', 'incident 2023-09-08: September 8 outage'],
		['the August 15, 2022 incident', 'incident 2022-08-15: August 15, 2022 incident'],
		['the August 15, 2022, incident', 'incident 2022-08-15: August 15, 2022, incident'],
		['the Aug. 15th incident', 'incident 2024-08-15: Aug. 15th incident'],
		['the 15 August outage', 'incident 2024-08-15: 15 August outage'],
		['the 15th of August disruption', 'incident 2024-08-15: 15th of August disruption'],
		['August 15’s outage', 'incident 2024-08-15: August 15’s outage'],
		["August 15's outage", "incident 2024-08-15: August 15's outage"],
		['the 15.08. incident began alike', 'incident 2024-08-15: 15.08. incident'],
		['the incident of August 15', 'incident 2024-08-15: incident of August 15'],
		['the database outage of the 15th of August', 'incident 2024-08-15: database outage of the 15th of August'],
		['the outage on August 15, in which', 'incident 2024-08-15: outage on August 15'],
		['the outage on August 15 was worse', 'incident 2024-08-15: outage on August 15'],
		['last Thursday’s outage', 'incident 2024-09-05: last Thursday’s outage'],
		["Thursday's big outage", "incident 2024-09-05: Thursday's big outage"],
		["last Saturday's outage", "incident 2024-08-31: last Saturday's outage"],
		["yesterday's incident", "incident 2024-09-06: yesterday's incident"],
		["Saturday's outage", "incident 2024-09-07: Saturday's outage"],
		['as in the outage on Tuesday, the proxy', 'incident 2024-09-03: outage on Tuesday'],
		['the outage last Tuesday was worse', 'incident 2024-09-03: outage last Tuesday'],
		['since the outage two days ago we watch it', 'incident 2024-09-05: outage two days ago'],
		['the incident yesterday', 'incident 2024-09-06: incident yesterday'],
		['same root cause as 2024-08-15.', 'incident 2024-08-15: 2024-08-15'],
		['a recurrence of August 15, but shorter', 'incident 2024-08-15: August 15'],
		['seen this in the outage of August 15', 'incident 2024-08-15: outage of August 15'],
		['the recent July 12 incident', 'incident 2024-07-12: July 12 incident'],
		['the July 12 incident report', 'incident 2024-07-12: July 12 incident report'],
		['the August   15   issue', 'incident 2024-08-15: August   15   issue'],
		[
			'after the August 15 issue, and (the July 12 incident)',
			'incident 2024-08-15: August 15 issue',
			'incident 2024-07-12: July 12 incident',
		],
		["see last week's bulletin", "bulletin previous-week: last week's bulletin"],
		['see last week’s log.', 'bulletin previous-week: last week’s log'],
		['in the previous bulletin', 'bulletin previous-week: previous bulletin'],
		['last week’s infra log', 'bulletin previous-week: last week’s infra log'],
		['the August 24 bulletin', 'bulletin 2024-08-24: August 24 bulletin'],
	])('are found in: %s', (text, ...expected) => {
		expect(mentions(text)).toEqual(expected);
	});

	test.each([
		'on August 15 we deployed an issue tracker',
		'on August 15 issue tracking went down',
		'since August 15 incident numbers have grown',
		'August 15 issue 12 of the newsletter',
		'the August 15 issue of the newsletter',
		'the August 15 issue #12',
		'the August 15 issue tracker migration',
		'the August 15 issues',
		'the August 15 rollout caused an outage',
		'the August 15 release had an issue',
		'the August 15 meeting about the release: an incident',
		'we fixed the outage on August 15',
		'we had the outage on August 15.',
		'an outage on August 15 was bad',
		'in August 2024 incidents were rare',
		'the August 15-16 outage',
		'they may 3 incident',
		'version 2.2024-08-15 incident',
		'2024-08-15-incident outage',
		'the Augustus 15 incident',
		'last week’s outage',
		'last week’s log file',
		'the previous bulletins',
		'last week’s logs',
		'Thursday outage',
		"Tuesday's incident call",
		"Tuesday's outage review",
		'on Tuesday we deployed a fix for the outage',
		'we resolved the outage two days ago',
		'the same version as 2024-08-15',
		'the same problem as 2024-08-15 builds had',
		'After the August 15 and August 20 outages',
		'After the outages of August 15 and 20',
		"l'incident du 15 septembre",
		'der Ausfall vom 15. September',
		'het incident van 15 september',
		'the February 30 party',
	])('%s contains none', text => {
		expect(mentions(text)).toEqual([]);
	});

	test('an impossible date is not a mention', () => {
		const [mention] = findMentions('the February 30 incident');
		expect(mention && dayOfMention(mention.time, TODAY)).toBeUndefined();
	});

	test('without a date of the text, only dates with a year are resolved', () => {
		const days = findMentions('the August 15 issue and the August 15, 2022 issue').map(({ time }) =>
			dayOfMention(time, undefined)?.toString(),
		);
		expect(days).toEqual([undefined, '2022-08-15']);
	});

	test.each([
		['see the August 15 issue.', 'the August 15 issue'],
		['see our recent August 15 issue.', 'our recent August 15 issue'],
		['July 12 incident', 'July 12 incident'],
		['In the previous bulletin', 'the previous bulletin'],
		['See the incident of August 15', 'the incident of August 15'],
	])('%s: the extent includes the article', (text, whole) => {
		expect(findMentions(text).map(({ fullRange }) => text.slice(fullRange.start, fullRange.end))).toEqual([whole]);
	});
});
