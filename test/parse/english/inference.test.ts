import { describe, expect, test } from 'vitest';
import type { Range } from '../../../src/core/range.ts';
import { inferFromProse } from '../../../src/parse/english/inference.ts';
import { readMarkdown } from '../../../src/parse/markdown/read-markdown.ts';

function infer(text: string) {
	const { duration, impact } = inferFromProse(text, readMarkdown(text, 0));
	const at = (range: Range | undefined) => range && text.slice(range.start, range.end);
	return {
		minutes: duration && [duration.value.minMinutes, duration.value.maxMinutes],
		duration: at(duration?.range),
		impact: impact?.value,
		impactText: at(impact?.range),
	};
}

describe('the inferred duration', () => {
	test.each([
		['The outage lasted 90 minutes.', [90, 90], '90 minutes'],
		['Deploys failed for 20 minutes.', [20, 20], '20 minutes'],
		['Timeouts were seen during the 3-4 hours this investigation took.', [180, 240], '3-4 hours'],
		['Pages were stale for approximately an hour; we rolled back.', [60, 60], 'approximately an hour'],
		['Rebuilding it ended the trouble after about 2 hours.', [120, 120], 'about 2 hours'],
		['It was out again within an hour.', [0, 60], 'within an hour'],
		['A 5-minute outage of the API.', [5, 5], '5-minute'],
		['There were 45 minutes of downtime.', [45, 45], '45 minutes'],
		['Recovery: 45 minutes.', [45, 45], '45 minutes'],
		['We poll every 5 minutes. It was down for 10 minutes.', [10, 10], '10 minutes'],
		['The fix took 3 days to build, but the outage was 12 minutes long.', [12, 12], '12 minutes'],
		['Failed for 20 minutes; recovery took 40 minutes.', [40, 40], '40 minutes'],
		['It lasted `10 hours` 2 hours.', [120, 120], '2 hours'],
		['The August 15 issue lasted 3 hours. This one lasted 10 minutes.', [10, 10], '10 minutes'],
	])('is inferred from: %s', (text, minutes, words) => {
		expect(infer(text)).toMatchObject({ minutes, duration: words });
	});

	test.each([
		'We discussed the July 12 incident, which caused a 5-minute outage.',
		'We poll every 5 minutes.',
		'Requests ran into a 30-minute timeout.',
		'This has happened in the last 2 years.',
		'Somebody noticed 2 hours later.',
		'The outage began 3 hours ago.',
		'The API went down, and 2 hours later all was well.',
		'Its outage began 20 minutes before the deploy.',
		'We will monitor this for 24 hours.',
		'The next upgrade will take 2 hours.',
		'Logs are kept for 30 days.',
		'It had been running for 200 days.',
		'Each request took 20 seconds.',
		'The team met, 30 minutes in all.',
		'Errors came 10 minutes apart, failures 20 minutes or so, errors 30 minutes or so.',
		'It lasted a while.',
		'<!-- It lasted 20 minutes. -->',
	])('is not inferred from: %s', text => {
		expect(infer(text).minutes).toBeUndefined();
	});
});

describe('the inferred impact', () => {
	test.each([
		['No customer impact.', 'none', 'No customer impact'],
		['There was no impact to customers, as far as we can see.', 'none', 'no impact to customers'],
		['All of it without any customer impact.', 'none', 'without any customer impact'],
		['No users were affected.', 'none', 'No users were affected'],
		['It didn’t affect customers.', 'none', 'didn’t affect customers'],
		['Customer impact: none', 'none', 'Customer impact: none'],
		['We are not aware of any customer impact.', 'none', 'not aware of any customer impact'],
		['No customer impact outside Rio.', 'low', 'No customer impact'],
		['Minimal customer impact.', 'low', 'Minimal customer impact'],
		['Customer impact was minimal.', 'low', 'Customer impact was minimal'],
		['Most customers were unaffected.', 'low', 'Most customers were unaffected'],
		['A small number of hosts was slow.', 'low', 'A small number of'],
		['Some customers saw errors.', 'low', 'Some customers'],
		['Deployments timed out sporadically.', 'low', 'sporadically'],
		['A few deployments timed out.', 'low', 'A few deployments'],
		['A small number of customers saw significant errors.', 'low', 'A small number of'],
		['Significant customer impact.', 'high', 'Significant customer impact'],
		['Widespread failures of deploys.', 'high', 'Widespread failures'],
		['Most customers could not log in.', 'high', 'Most customers'],
		['All customers were affected.', 'total', 'All customers'],
		['The entire platform was down.', 'total', 'entire platform'],
		['A complete outage of the dashboard.', 'total', 'complete outage'],
		['Some customers saw errors. Later it was a major outage.', 'high', 'major outage'],
		['A major outage. No customer impact.', 'none', 'No customer impact'],
		['Minimal customer impact at first. Severe customer impact later.', 'high', 'Severe customer impact'],
	])('is inferred from: %s', (text, impact, words) => {
		expect(infer(text)).toMatchObject({ impact, impactText: words });
	});

	test.each([
		'Nothing of note.',
		'A major version of the database.',
		'Service was restored for all customers.',
		'All customers were notified.',
		'After the failure service was restored for all customers.',
		'All customers use this API.',
		'Not all customers were affected.',
		'It resumed without further customer impact.',
		'There may have been customer impact.',
		'In the July 12 incident all customers were affected.',
		'`No customer impact`',
	])('is not inferred from: %s', text => {
		expect(infer(text).impact).toBeUndefined();
	});
});

test('reads only the given part of a page', () => {
	const text = 'It lasted 2 hours.\n\nIt lasted 3 hours. No customer impact.\n\nIt lasted 4 hours.\n';
	const start = text.indexOf('It lasted 3');
	const inferred = inferFromProse(text, readMarkdown(text, 0), { start, end: start + 38 });
	expect(inferred.duration?.value.maxMinutes).toBe(180);
	expect(inferred.impact?.value).toBe('none');
});
