import { describe, expect, test } from 'vitest';
import { DEFAULT_CONFIGURATION } from '../../../src/core/configuration.ts';
import type { LocatedTime } from '../../../src/core/incident.ts';
import { parseDocument } from '../../../src/parse/parse-document.ts';

const instant = (at: LocatedTime | undefined) =>
	at?.reading.ok
		? at.reading.precision === 'date'
			? at.reading.date.toString()
			: at.reading.earliest.toString().replace(/:00Z$/, 'Z')
		: undefined;

/** The inferred start and end of a postmortem, and the texts that they are read from. */
function inferred(text: string, file = 'mail.md'): object {
	const uri = `file:///log/postmortems/${file}`;
	const { postmortem } = parseDocument({ uri, text, kind: 'postmortem', configuration: DEFAULT_CONFIGURATION });
	const { start, end } = postmortem?.inferred ?? {};
	return { start: instant(start), end: instant(end), text: start && text.slice(start.range.start, start.range.end) };
}

describe('the start of a postmortem is inferred', () => {
	test.each<[string, string, object]>([
		[
			'from a date with a time of day',
			'On February 28th, 2024 at approximately 01:55 UTC, mail stopped.',
			{ start: '2024-02-28T01:55Z', text: 'February 28th, 2024 at approximately 01:55 UTC' },
		],
		[
			'from a date alone',
			'In the morning of Sept. 18th, 2024, mail stopped for a few hours.',
			{ start: '2024-09-18', text: 'Sept. 18th, 2024' },
		],
		[
			'with the end, from two times before their date',
			'Between 10:12 and 11:47 UTC on 3 May 2024, mail stopped.',
			{ start: '2024-05-03T10:12Z', end: '2024-05-03T11:47Z', text: '10:12' },
		],
		[
			'with the end, from two times after their date',
			'Mail stopped on January 9, 2024 from 17:09 to approximately 23:42 UTC.',
			{ start: '2024-01-09T17:09Z', end: '2024-01-09T23:42Z', text: 'January 9, 2024 from 17:09' },
		],
		[
			'with an end on the next day',
			'Mail stopped on January 9, 2024. It lasted from 23:40 to 00:20 UTC.',
			{ start: '2024-01-09T23:40Z', end: '2024-01-10T00:20Z', text: '23:40' },
		],
		[
			'not from the date of something else',
			'The server was deployed on 2024-01-09. Mail stopped on 2024-02-28 at 01:55 UTC.',
			{ start: '2024-02-28T01:55Z', text: '2024-02-28 at 01:55 UTC' },
		],
	])('%s', (_, prose, expected) => {
		const none = { start: undefined, end: undefined, text: undefined };
		expect(inferred(`# Mail stopped\n\n${prose}\n`)).toEqual({ ...none, ...expected });
		expect(inferred(`# Mail stopped\n\n**Author:** Kim\n\n## Summary\n\n${prose}\n`)).toEqual({ ...none, ...expected });
	});

	test('from the summary, if the page states only a day that is a few days later', () => {
		const page = (date: string, prose: string) => `# Mail stopped\n\n**Date:** ${date}\n\n## Summary\n\n${prose}\n`;
		const prose = 'Mail stopped on 2024-02-28 at 01:55 UTC.';
		expect(inferred(page('2024-03-01', prose))).toMatchObject({ start: '2024-02-28T01:55Z' });
		expect(inferred(page('2024-02-28', prose))).toMatchObject({ start: '2024-02-28T01:55Z' });
		expect(inferred(page('2024-06-01', prose))).toMatchObject({ start: undefined });
		expect(inferred(page('2024-02-27', prose))).toMatchObject({ start: undefined });
		expect(inferred(page('2024-02-28 02:10 UTC', prose))).toMatchObject({ start: undefined });
		expect(inferred(page('2024-03-01', 'Mail stopped on 2024-02-28.'))).toMatchObject({ start: undefined });
	});

	test('from the first entry of its timeline, if nothing else states a day', () => {
		const timeline = '# Mail stopped\n\n## Timeline\n\n- 2024-02-28 01:55 UTC: Alert\n- 2024-02-28 03:00 UTC: Fixed\n';
		expect(inferred(timeline)).toMatchObject({ start: '2024-02-28T01:55Z', end: '2024-02-28T03:00Z' });
		expect(inferred(timeline, '2024-03-01-mail.md')).toMatchObject({ start: undefined });
		expect(inferred('# Mail stopped\n\n## Timeline\n\n- 01:55 Alert\n- 02:00 Fixed\n')).toMatchObject({
			start: undefined,
		});
	});

	test('from the day of the summary, which is that of a timeline without days', () => {
		const text = '# Mail stopped\n\nMail stopped on 2024-02-28.\n\n## Timeline\n\n- 01:55 Alert\n- 02:00 Fixed\n';
		expect(inferred(text)).toMatchObject({ start: '2024-02-28', end: '2024-02-28T02:00Z' });
	});
});
