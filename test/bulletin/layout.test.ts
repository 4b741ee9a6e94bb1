import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boxHeight, MIN_HEIGHT, MIN_WIDTH, TALLEST } from '../../src/bulletin/box-size.ts';
import { targetOf } from '../../src/bulletin/draw-strip.ts';
import { FORMS, MEDIUM, NARROW, type PictureForm, WIDE } from '../../src/bulletin/form.ts';
import type { BoxLayout } from '../../src/bulletin/items.ts';
import { layoutPicture, type PictureLayout } from '../../src/bulletin/layout.ts';
import type { PictureBox } from '../../src/bulletin/model.ts';
import { boxAt, HOUR, pictureWith } from './week.ts';

const MINUTE = 60_000;
/** Rounding of positions. */
const EPSILON = 0.001;

interface Rectangle {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

function overlap(a: Rectangle, b: Rectangle): boolean {
	const apart = (from: number, length: number, other: number) => from + length <= other + EPSILON;
	return !(
		apart(a.x, a.width, b.x) ||
		apart(b.x, b.width, a.x) ||
		apart(a.y, a.height, b.y) ||
		apart(b.y, b.height, a.y)
	);
}

/** What is drawn over nothing else of the same strip: a box with its tail, and its label. */
function marksOf({ x, y, width, height, tail, label }: BoxLayout): readonly Rectangle[] {
	return [{ x, y, width: width + tail, height }, ...(label === undefined ? [] : [label])];
}

function expectSound({ strips, form, density }: PictureLayout): void {
	let bottom = 0;
	for (const { boxes, y, headY, height, row } of strips) {
		expect(boxes.map(({ box }) => box.id).sort()).toEqual(row.boxes.map(({ id }) => id).sort());
		expect(headY).toBeGreaterThanOrEqual(bottom);
		bottom = y + height;
		for (const box of boxes) {
			expect(box.width).toBeGreaterThanOrEqual(MIN_WIDTH - EPSILON);
			expect(box.height).toBeGreaterThanOrEqual(MIN_HEIGHT - EPSILON);
			for (const mark of marksOf(box)) {
				expect(mark.x).toBeGreaterThanOrEqual(-EPSILON);
				expect(mark.x + mark.width).toBeLessThanOrEqual(form.width + EPSILON);
				expect(mark.y).toBeGreaterThanOrEqual(y);
				expect(mark.y + mark.height).toBeLessThanOrEqual(bottom + EPSILON);
			}
		}
		const marks = boxes.map(marksOf);
		for (const [i, own] of marks.entries()) {
			const others = marks.slice(i + 1).flat();
			expect(own.filter(mark => others.some(other => overlap(mark, other)))).toEqual([]);
		}
		if (density === 'full') {
			for (const box of boxes) {
				expect(box.label).toBeDefined();
				expect(Math.min(targetOf(box).width, targetOf(box).height)).toBeGreaterThanOrEqual(24);
			}
		}
	}
}

const hours = fc.double({ min: -400, max: 167.99, noNaN: true });
const length = fc.oneof(
	fc.constant(undefined),
	fc.constant(0),
	fc.double({ min: 0.01, max: 5, noNaN: true }),
	fc.double({ min: 5, max: 24 * 40, noNaN: true }),
);
const title = fc.oneof(
	fc.string({ minLength: 4, maxLength: 80 }),
	fc.constant('Deployments of large machines are slow everywhere'),
);
const kind = fc.constantFrom<Partial<PictureBox>>(
	{},
	{ rank: 3, impact: 'critical' },
	{ rank: undefined, impact: undefined },
	{ kind: 'maintenance', isPlanned: true },
	{ ending: 'inferred' },
);
const incident = fc.record({ at: hours, length, title, kind });

/** The boxes that meet a week, of incidents at hours of the second week. */
function pictureOf(
	incidents: readonly { at: number; length: number | undefined; title: string; kind: Partial<PictureBox> }[],
	endsOn: string,
) {
	return pictureWith(endsOn, (last, own) => {
		const boxes = incidents
			.map(({ at, length: long, title, kind }, i) => {
				const box = boxAt(own, at, long, { title, id: `box-${i}`, ...kind });
				return long === 0 ? { ...box, end: box.start, ending: 'unknown' as const } : box;
			})
			.sort((a, b) => a.start - b.start);
		const [start, middle, end] = [boxAt(last, 0, 1).start, boxAt(own, 0, 1).start, boxAt(own, 168, 1).start];
		const meeting = (from: number, to: number) =>
			boxes.filter(box => box.start < to && (box.start >= from || box.end > from));
		return [meeting(start, middle), meeting(middle, end)];
	});
}

describe('the layout of the picture', () => {
	for (const form of FORMS) {
		test.each([
			['full', form.maxFull],
			['dense', form.maxDense],
			['micro', 150],
		])(`every box and label is visible in its strip, and overlaps no other (${form.name}, %s)`, (_, maxLength) => {
			fc.assert(
				fc.property(
					fc.array(incident, { maxLength, size: 'max' }),
					fc.constantFrom('2024-08-31', '2024-03-16', '2024-11-09'),
					(incidents, date) => expectSound(layoutPicture(pictureOf(incidents, date), form)),
				),
				{ numRuns: 25 },
			);
		});
	}

	test('x is proportional to time, also on days of 23 and 25 hours', () => {
		for (const [date, longest] of [
			['2024-03-16', 23],
			['2024-11-09', 25],
		] as const) {
			const picture = pictureWith(date, (_, own) => [[], [boxAt(own, 24 + longest, 10)]]);
			const strip = layoutPicture(picture, WIDE).strips[1];
			const widths = (strip?.dayLines ?? []).map((x, i, all) => (all[i + 1] ?? x) - x);
			expect((widths[0] ?? 0) / (widths[1] ?? 1)).toBeCloseTo(longest / 24, 6);
			const [box] = strip?.boxes ?? [];
			expect(box?.x).toBeCloseTo(strip?.dayLines[2] ?? 0, 6);
			expect(box?.width).toBeCloseTo(((widths[3] ?? 0) * 10) / 24, 6);
		}
	});

	test('an incident over the edge of the weeks is in both strips, cut off at the edge', () => {
		const picture = pictureWith('2024-08-31', last => {
			const long = boxAt(last, 160, 30);
			return [[long], [long]];
		});
		const [before, own] = layoutPicture(picture, WIDE).strips.map(({ boxes }) => boxes[0]);
		expect(before).toMatchObject({ continuesBefore: false, continuesAfter: true });
		expect(own).toMatchObject({ continuesBefore: true, continuesAfter: false, x: 0 });
		expect((before?.x ?? 0) + (before?.width ?? 0)).toBeCloseTo(WIDE.width, 6);
		expect(own?.height).toBe(before?.height);
	});

	test('a blade at the end of the week is moved into the strip', () => {
		const picture = pictureWith('2024-08-31', (_, own) => [[], [boxAt(own, 167.99, 0.005)]]);
		const [box] = layoutPicture(picture, NARROW).strips[1]?.boxes ?? [];
		expect((box?.x ?? 0) + (box?.width ?? 0)).toBe(NARROW.width);
	});

	test('a long box in a dense lane has its label above it', () => {
		const picture = pictureWith('2024-08-31', (_, own) => [
			[],
			[
				boxAt(own, -100, 400, { id: 'long' }),
				...Array.from({ length: 20 }, (_, i) => boxAt(own, i * 8, 0.1, { id: `${i}` })),
			],
		]);
		const long = layoutPicture(picture, WIDE).strips[1]?.boxes.find(({ box }) => box.id === 'long');
		expect(long?.label).toMatchObject({ x: 1 });
		expect((long?.label?.y ?? 0) + (long?.label?.height ?? 0)).toBeLessThanOrEqual(long?.y ?? 0);
	});

	test.each<[PictureForm, number, number]>([
		[WIDE, 16, 60],
		[MEDIUM, 10, 60],
		[NARROW, 7, 60],
	])('has three densities, by the number of boxes in the fuller strip', (form, full, dense) => {
		const densityOf = (count: number) =>
			layoutPicture(
				pictureWith('2024-08-31', (_, own) => [
					[],
					Array.from({ length: count }, (_, i) => boxAt(own, i, 0.1, { id: `${i}` })),
				]),
				form,
			).density;
		expect([full, full + 1, dense, dense + 1].map(densityOf)).toEqual(['full', 'dense', 'dense', 'micro']);
	});

	test('very many boxes are in a named band for each level, worst first', () => {
		const picture = pictureWith('2024-08-31', (_, own) => [
			[],
			Array.from({ length: 90 }, (_, i) => boxAt(own, i, 1, { id: `${i}`, rank: i % 3 === 0 ? undefined : i % 3 })),
		]);
		expect(layoutPicture(picture, WIDE).strips[1]?.bands.map(({ text }) => text)).toEqual([
			...['major · 30', 'minor · 30', 'no level · 30'],
		]);
	});
});

describe('the area of a box', () => {
	const unit = (form: PictureForm) => form.width / (168 * HOUR);
	const area = (length: number, form: PictureForm) =>
		Math.max(MIN_WIDTH, length * unit(form)) * boxHeight(length, unit(form), 'full');

	test('grows strictly with the duration', () => {
		const lengths = fc.double({ min: 0, max: 400 * 24 * HOUR, noNaN: true });
		fc.assert(
			fc.property(lengths, lengths, fc.constantFrom(...FORMS), (a, b, form) => {
				const [shorter, longer] = [Math.min(a, b), Math.max(a, b)];
				if (longer > shorter * 1.001 + 1000) {
					expect(area(longer, form)).toBeGreaterThan(area(shorter, form));
				}
			}),
		);
	});

	test('is tall for minutes, and flat for weeks', () => {
		expect(boxHeight(5 * MINUTE, unit(WIDE), 'full')).toBeGreaterThan(15);
		expect(boxHeight(2 * HOUR, unit(WIDE), 'full')).toBe(TALLEST.full);
		expect(boxHeight(14 * 24 * HOUR, unit(WIDE), 'full')).toBeLessThan(7);
	});
});
