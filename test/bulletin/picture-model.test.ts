import { describe, expect, test } from 'vitest';
import type { BulletinPage, PictureBox } from '../../src/bulletin/model.ts';
import { PublicationMap } from '../../src/bulletin/publication.ts';
import { renderArticle } from '../../src/bulletin/render-page.ts';
import { logOf, pageOf, pageOfWeek, uriOf } from './week.ts';

const CONFIGURATION = '//- /incident-log.yaml\ntime_zone: America/New_York\n';
const record = (name: string, lines: string) =>
	`//- /incidents/${name}.yaml\ntitle: ${name}\nimpact: minor\n${lines}\n`;

/** The page of the week to 31 August 2024. */
const weekOf = (files: string, now?: string) => pageOfWeek(logOf(CONFIGURATION + files, now), '2024-08-31');
const ids = (boxes: readonly PictureBox[] | undefined) => boxes?.map(({ id }) => id);
const boxOf = (page: BulletinPage, id: string) =>
	page.picture?.rows.flatMap(row => row.boxes).find(box => box.id === id);
const markdownOf = ({ blocks }: BulletinPage) =>
	blocks.flatMap(block => (block.type === 'markdown' ? [block.html.replace(/<[^>]*>/g, '')] : []));

describe('the time of the picture', () => {
	const files = record('open', 'started_at: 2024-08-30T10:00:00-04:00');

	test('is the current time within the week, and open incidents end at it', () => {
		const page = weekOf(files, '2024-08-31T16:00:00Z');
		expect(page.picture).toMatchObject({
			now: Date.parse('2024-08-31T12:00:00-04:00'),
			nowText: 'As of 31 August 2024, 12:00',
		});
		expect(boxOf(page, 'open')).toMatchObject({
			ending: 'open',
			end: Date.parse('2024-08-31T16:00:00Z'),
			durationText: 'open, 1 d 2 h so far',
		});
		expect(renderArticle(page)).toContain('As of 31 August 2024, 12:00');
	});

	test('is the end of the week afterwards', () => {
		const page = weekOf(files, '2024-12-24T00:00:00Z');
		expect(page.picture).toMatchObject({
			now: Date.parse('2024-09-01T00:00:00-04:00'),
			nowText: 'As of the end of 31 August 2024',
		});
		expect(boxOf(page, 'open')?.durationText).toBe('open, 1 d 14 h so far');
	});

	test('is before an open incident that is announced, which has no duration yet', () => {
		expect(boxOf(weekOf(files, '2024-08-29T00:00:00Z'), 'open')).toMatchObject({
			ending: 'unknown',
			durationText: 'not begun',
		});
	});
});

describe('rows', () => {
	const files = [
		record('a', 'started_at: 2024-08-01T00:00:00-04:00'),
		record('b', 'started_at: 2024-08-05T00:00:00-04:00\nresolved_at: 2024-08-27T00:00:00-04:00'),
		record('c', 'started_at: 2024-08-05T00:00:00-04:00\nresolved_at: 2024-08-18T00:00:00-04:00'),
		record('d', 'started_at: 2024-08-24T22:00:00-04:00\nresolved_at: 2024-08-25T03:00:00-04:00'),
		record('e', 'started_at: 2024-08-24T22:00:00-04:00\nresolved_at: 2024-08-25T00:00:00-04:00'),
		record('f', 'started_at: 2024-08-31T23:30:00-04:00'),
		record('g', 'started_at: 2024-09-01T00:00:00-04:00'),
		record('h', 'started_at: 2024-08-17T10:00:00-04:00\nsummary: It lasted for 14 to 20 hours.\nstatus: resolved'),
		record('i', 'kind: notice\nstarted_at: 2024-08-17T10:00:00-04:00\nresolved_at: 2024-08-26T10:00:00-04:00'),
	].join('');
	const page = weekOf(files, '2024-12-24T00:00:00Z');

	test('have all incidents that take place in them, whenever they began', () => {
		expect(ids(page.picture?.rows[0].boxes)).toEqual(['a', 'b', 'h', 'd', 'e']);
		expect(ids(page.picture?.rows[1].boxes)).toEqual(['a', 'b', 'd', 'f']);
	});

	test('are not those of entries, which are listed by their start', () => {
		expect(page.blocks.flatMap(block => (block.type === 'entry' ? [block.box.id] : []))).toEqual(['f']);
		expect(markdownOf(page)).toEqual(['Still open from before: a (since 1 August 2024).']);
		expect(page.sources).toContain(uriOf('/incidents/a.yaml'));
	});

	test('name the 1st with its month', () => {
		const next = pageOfWeek(logOf(CONFIGURATION), '2024-09-07');
		expect(next.picture?.rows[1].days.map(({ weekday, date }) => `${weekday} ${date}`)).toEqual([
			...['Sun 1 September', 'Mon 2', 'Tue 3', 'Wed 4', 'Thu 5', 'Fri 6', 'Sat 7'],
		]);
	});
});

describe('a box', () => {
	const page = weekOf(
		[
			record('range', 'started_at: 2024-08-26T10:00:00-04:00\nstatus: resolved\nsummary: It lasted 3-4 hours.'),
			record('about', 'started_at: 2024-08-26T10:00:00-04:00\nstatus: resolved\nsummary: It lasted about an hour.'),
			record('day', 'started_at: 2024-08-26\nstatus: resolved'),
			record('typo', 'started_at: 2024-08-26T10:00:00-04:00\nresolvd_at: 2024-08-26T11:00:00-04:00'),
			record(
				'announced',
				'kind: notice\nstarted_at: 2024-08-26T10:00:00-04:00\nresolved_at: 2024-08-28T10:00:00-04:00',
			),
			record(
				'planned',
				'kind: maintenance\nstatus: scheduled\nscheduled_for: 2024-08-31T20:00:00-04:00\nscheduled_until: 2024-08-31T23:00:00-04:00',
			),
			record(
				'done',
				'kind: maintenance\nscheduled_for: 2024-08-30T20:00:00-04:00\nscheduled_until: 2024-08-30T23:00:00-04:00',
			),
			record(
				'mitigated',
				'started_at: 2024-08-26T10:00:00-04:00\nmitigated_at: 2024-08-26T11:00:00-04:00\nresolved_at: 2024-08-26T15:00:00-04:00',
			),
			record('odd', 'started_at: 2024-08-26T10:00:00-04:00\nimpact: huge').replace('impact: minor\n', ''),
		].join(''),
		'2024-08-31T12:00:00Z',
	);
	const at = (time: string) => Date.parse(`2024-08-${time}:00-04:00`);

	test.each<[string, Partial<PictureBox>]>([
		['range', { ending: 'inferred', certainUntil: at('26T13:00'), end: at('26T14:00'), durationText: '3–4 h' }],
		['about', { ending: 'inferred', certainUntil: undefined, end: at('26T11:00'), durationText: 'about 1 h' }],
		['day', { ending: 'unknown', isDateOnly: true, start: at('26T00:00'), end: at('27T00:00'), clockText: '' }],
		['typo', { ending: 'unknown', end: at('26T10:00'), durationText: 'duration unknown' }],
		['announced', { ending: 'none', end: at('26T10:00'), durationText: '' }],
		['planned', { isPlanned: true, start: at('31T20:00'), end: at('31T23:00'), durationText: '3 h' }],
		['done', { isPlanned: false, durationText: '3 h' }],
		['mitigated', { mitigated: at('26T11:00'), end: at('26T15:00') }],
		['odd', { impact: 'huge', rank: undefined }],
	])('%s', (id, expected) => {
		expect(boxOf(page, id)).toMatchObject(expected);
	});
});

describe('the zone of a page', () => {
	const entry =
		'//- /bulletins/2024-08-31.md\n# 2024-08-31\n\n* **August 26: Leases refused** (22:30 EDT): For an hour.\n';

	test('is that of its entries if the configuration states none', () => {
		const page = pageOf(
			logOf(`${entry}${record('a', 'started_at: 2024-08-27T10:00:00Z')}`),
			'/bulletins/2024-08-31.md',
		);
		expect(page.zone).toEqual({ timeZone: 'America/New_York', isStated: false });
		expect(page.picture?.zoneText).toBe('Times in EDT (New York, UTC−04:00)');
		expect(page.picture?.rows[1].boxes.map(({ startText }) => startText)).toEqual([
			'26 August, 22:30 EDT',
			'27 August, 06:00 EDT',
		]);
	});

	test('is that of the records without entries, and a named zone rather than an offset', () => {
		const files = `${record('a', 'started_at: 2024-08-26T10:00:00+02:00')}${record('b', 'started_at: 2024-08-26T11:00:00+02:00')}`;
		expect(pageOfWeek(logOf(files), '2024-08-31').zone.timeZone).toBe('+02:00');
		const named = `${files}${record('c', 'started_at: 2024-08-26T11:00:00+02:00[Europe/Berlin]')}`;
		expect(pageOfWeek(logOf(named), '2024-08-31').zone.timeZone).toBe('Europe/Berlin');
		expect(pageOf(logOf(named), '/incidents/a.yaml').zone.timeZone).toBe('+02:00');
	});

	test('is that of the configuration otherwise', () => {
		const page = pageOf(logOf(`//- /incident-log.yaml\ntime_zone: Asia/Tokyo\n${entry}`), '/bulletins/2024-08-31.md');
		expect(page.zone).toEqual({ timeZone: 'Asia/Tokyo', isStated: true });
	});
});

describe('records that are marked as duplicates', () => {
	const start = 'started_at: 2024-08-26T10:00:00-04:00';
	const duplicateOf = (id: string) => `references: [{ id: ${id}, relation: duplicate-of }]`;

	test('are one incident with their original, with the facts of both', () => {
		const page = weekOf(
			record(
				'a',
				`started_at: 2024-08-26T11:00:00-04:00\nresolved_at: 2024-08-26T12:00:00-04:00\n${duplicateOf('b')}`,
			) +
				record('b', `${start}\nstatus: resolved`) +
				record('c', `started_at: 2024-08-20T11:00:00-04:00\nstatus: resolved\n${duplicateOf('a')}`),
		);
		expect(page.picture?.rows.map(({ boxes }) => ids(boxes))).toEqual([[], ['b']]);
		expect(boxOf(page, 'b')).toMatchObject({ durationText: '2 h' });
		expect(page.blocks.filter(({ type }) => type === 'entry')).toHaveLength(1);
	});

	test('are shown without an original, and once in a cycle', () => {
		expect(ids(weekOf(record('a', `${start}\n${duplicateOf('z')}`)).picture?.rows[1].boxes)).toEqual(['a']);
		const cycle = record('a', `${start}\n${duplicateOf('b')}`) + record('b', `${start}\n${duplicateOf('a')}`);
		expect(ids(weekOf(cycle).picture?.rows[1].boxes)).toEqual(['a']);
	});
});

describe('links to other pages', () => {
	const log = logOf(
		CONFIGURATION +
			record(
				'2024-08-20-certificates',
				'started_at: 2024-08-20T10:00:00-04:00\nresolved_at: 2024-08-20T11:00:00-04:00',
			) +
			record('2024-08-21-queue', 'started_at: 2024-08-21T10:00:00-04:00\nresolved_at: 2024-08-21T11:00:00-04:00') +
			'//- /bulletins/2024-08-24.md\n# 2024-08-24\n\n- [[2024-08-20-certificates]]\n' +
			"//- /bulletins/2024-08-31.md\n# 2024-08-31\n\nSee last week's bulletin and [[2024-08-21-queue]].\n",
	);
	const hrefs = (publication?: PublicationMap) => {
		const page = pageOf(log, '/bulletins/2024-08-31.md', publication && { publication });
		return {
			boxes: page.picture?.rows[0].boxes.map(({ href }) => href),
			prose: [...renderArticle(page).matchAll(/<a class="il-reference[^>]* href="([^"]*)"/g)].map(([, href]) => href),
		};
	};

	test('are none for a page that is published alone', () => {
		expect(hrefs()).toEqual({ boxes: [undefined, undefined], prose: [] });
	});

	test('are those of the publication', () => {
		const publication = new PublicationMap([
			[uriOf('/bulletins/2024-08-31.md'), '2024/08-31/index.html'],
			[uriOf('/bulletins/2024-08-24.md'), '2024/08-24/index.html'],
			[uriOf('/incidents/2024-08-21-queue.yaml'), 'incidents/queue.html'],
		]);
		expect(hrefs(publication)).toEqual({
			boxes: ['../08-24/index.html#entry-2024-08-20-certificates', '../../incidents/queue.html'],
			prose: ['../08-24/index.html', '../../incidents/queue.html'],
		});
	});
});
