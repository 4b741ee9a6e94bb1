import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LocatedTime } from '../../src/core/incident.ts';
import type { Range } from '../../src/core/range.ts';
import { readMarkdown } from '../../src/parse/markdown/read-markdown.ts';
import type { LogDocument } from '../../src/parse/model/document.ts';
import { parse } from './help-source.ts';

/** Markup, and phrases that the readers of prose recognise. */
const FRAGMENTS = [
	'* ',
	'- ',
	'1. ',
	'  ',
	'    ',
	'\n',
	'\n\n',
	'\r\n',
	'\r',
	'> ',
	'# ',
	'## Timeline\n',
	'## Incidents\n',
	'| ',
	'|---|---|\n',
	'**',
	'*',
	'__',
	'`',
	'```\n',
	'[',
	']',
	'[[',
	']]',
	'(',
	')',
	'|',
	'<!-- ',
	' -->',
	'<!-- incident: {',
	'}',
	'\\',
	'<',
	'>',
	':',
	': ',
	'-',
	' – ',
	',',
	'.',
	'"',
	'August 26',
	'Aug. 26th',
	'26 August',
	'2024-08-26',
	'February 30',
	'27/08/24',
	'Monday, ',
	'(05:30EST)',
	'05:30',
	'25:00',
	'10:15 UTC',
	'9am',
	'21:01–21:23',
	'~',
	'the ',
	'August 15 issue',
	'incident of August 15',
	'last week’s bulletin',
	"last Thursday's outage",
	'All times in UTC',
	'3-4 hours',
	'lasted ',
	'No customer impact',
	'all customers ',
	'down ',
	'2024-08-15-x',
	'INC-12',
	'x.md',
	'https://example.com/',
	'](x.md)',
	'<!-- incidents -->',
	'<!-- picture -->',
	'id: a, impact: b',
	'Headline',
	'word ',
	'é',
	'😀',
	'\u0301',
	'\t',
	'\u00a0',
];

const text = fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 60 }).map(parts => parts.join(''));
const kinds = fc.constantFrom('bulletin', 'postmortem', 'incident') as fc.Arbitrary<
	'bulletin' | 'postmortem' | 'incident'
>;

function expectWithin(range: Range, whole: Range): void {
	expect(whole.start).toBeLessThanOrEqual(range.start);
	expect(range.start).toBeLessThanOrEqual(range.end);
	expect(range.end).toBeLessThanOrEqual(whole.end);
}

/** All ranges in a value. */
function* rangesIn(value: unknown): Iterable<Range> {
	if (typeof value !== 'object' || value === null || 'epochMilliseconds' in value || 'calendarId' in value) {
		return;
	}
	if ('start' in value && 'end' in value && typeof value.start === 'number' && typeof value.end === 'number') {
		yield { start: value.start, end: value.end };
	}
	const parts = value instanceof Map ? [...value.values()] : 'reading' in value ? [] : Object.values(value);
	for (const part of parts) {
		yield* rangesIn(part);
	}
}

function timesOf(document: LogDocument): LocatedTime[] {
	return [
		...document.incidents.flatMap(({ times }) => [...times.values()]),
		...(document.postmortem?.timeline.flatMap(({ at }) => at ?? []) ?? []),
	];
}

describe('on any page', () => {
	test('ranges of prose are in order and contain no line break', () => {
		fc.assert(
			fc.property(text, written => {
				const page = readMarkdown(written, 0);
				let at = 0;
				for (const { start, end } of page.prose) {
					expectWithin({ start, end }, { start: at, end: written.length });
					expect(written.slice(start, end)).toMatch(/^[^\r\n]+$/);
					at = end;
				}
				for (const { start, end } of page.comments) {
					expect(written.slice(start, end)).toMatch(/^<!-[\s\S]*->$/);
				}
				for (const range of rangesIn(page)) {
					expectWithin(range, page.range);
				}
			}),
			{ numRuns: 300 },
		);
	});

	test('all ranges are inside of the text and contain the stated text', () => {
		fc.assert(
			fc.property(kinds, text, (kind, page) => {
				const document = parse(kind, '2024-08-31.md', page);
				const { text: written } = document;
				const whole = { start: 0, end: written.length };
				for (const range of rangesIn([document.incidents, document.postmortem, document.bulletin])) {
					expectWithin(range, whole);
				}
				for (const { reading, range } of timesOf(document)) {
					expectWithin(range, whole);
					expect(reading.text).toBe(written.slice(range.start, range.end));
				}
				for (const { range, fullRange, target, form } of document.references) {
					expectWithin(fullRange, whole);
					expectWithin(range, fullRange);
					expect(written.slice(range.start, range.end).trim()).not.toBe('');
					if (target.by === 'id' && form !== 'field') {
						expect(written.slice(range.start, range.end)).toBe(target.id);
					}
				}
			}),
			{ numRuns: 300 },
		);
	});

	test('an entry is inside of its item, and its parts are inside of the entry', () => {
		const item = fc.tuple(text, text).map(([one, two]) => `* **August 26: ${one}** (05:30EST): ${two}`);
		fc.assert(
			fc.property(item, written => {
				for (const incident of parse('bulletin', '2024-08-31.md', written).incidents) {
					const { title, summary, inferred, range, id } = incident;
					for (const part of [title, summary, inferred.duration, inferred.impact]) {
						expectWithin(part?.range ?? range, range);
					}
					expect(id).not.toBe('');
					expect(title?.value.trim()).not.toBe('');
				}
			}),
			{ numRuns: 300 },
		);
	});

	test('the reading does not depend on the kind of line break', () => {
		fc.assert(
			fc.property(text, written => {
				const lines = written.replace(/\r\n?/g, '\n');
				const describeReading = (page: string) =>
					parse('bulletin', '2024-08-31.md', page).incidents.map(({ id, summary }) => [
						id,
						summary?.value.replace(/\r\n/g, '\n'),
					]);
				expect(describeReading(lines.replaceAll('\n', '\r\n'))).toEqual(describeReading(lines));
			}),
			{ numRuns: 300 },
		);
	});
});

describe('reads long runs of one text completely', () => {
	test.each([
		'[[',
		'*',
		'(',
		'[a](',
		'`',
		'`` ` ',
		'<!--',
		'<!-- incident: {',
		'<a ',
		'the August 15 ',
		'for about the ',
		'* **August 26: ',
		'10:30 - ',
		'last week’s ',
		'2024-08-15-a-',
		'no customer ',
		'incident of ',
		' ',
		'\\',
		'|',
		'> ',
	])('of %j', unit => {
		const page = `# 2024-08-31\n\n## Timeline\n\n* **August 26: H** (05:30): ${unit.repeat(20_000)}`;
		expect(parse('bulletin', '2024-08-31.md', page).incidents).toHaveLength(1);
		expect(parse('postmortem', 'x.md', page).postmortem).toBeDefined();
	});
});
