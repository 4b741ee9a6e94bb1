import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { relativeSize } from '../../src/bulletin/box-size.ts';
import { NARROW, WIDE } from '../../src/bulletin/form.ts';
import { type BoxLayout, layoutPicture, type PictureLayout } from '../../src/bulletin/layout.ts';
import type { PictureBox } from '../../src/bulletin/model.ts';
import { boxAt, HOUR, pictureWith } from './week.ts';

const MINUTE = 60_000;

interface Rectangle {
	readonly left: number;
	readonly right: number;
	readonly top: number;
	readonly bottom: number;
}

const square = ({ x, y, size }: BoxLayout): Rectangle => ({ left: x, right: x + size, top: y, bottom: y + size });
const lineOf = ({ line }: BoxLayout): Rectangle => ({
	left: line.from,
	right: line.to,
	top: line.y - 1,
	bottom: line.y + 1,
});
const labelOf = ({ label, y, size }: BoxLayout, height: number): Rectangle | undefined =>
	label && {
		left: label.x,
		right: label.x + label.width,
		top: y + (size - height) / 2,
		bottom: y + (size + height) / 2,
	};

function overlap(a: Rectangle, b: Rectangle): boolean {
	return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** What may be drawn over nothing else of the same row: boxes, lines, labels. */
function marksOf(box: BoxLayout, labelHeight: number): readonly Rectangle[] {
	return [square(box), lineOf(box), labelOf(box, labelHeight)].filter(rectangle => rectangle !== undefined);
}

function expectSound({ rows, dense, form }: PictureLayout): void {
	const labelHeight = dense ? form.denseLabelHeight : form.labelHeight;
	for (const { boxes, lanesY, y, height, row } of rows) {
		expect(boxes).toHaveLength(row.boxes.length);
		for (const box of boxes) {
			expect(box.size).toBeGreaterThanOrEqual(Math.min(form.sizes[0], form.denseSizes[0]));
			expect(box.x).toBeGreaterThanOrEqual(form.margin - 0.001);
			expect(box.x + box.size).toBeLessThanOrEqual(form.width - form.margin + 0.001);
			expect(box.line.to).toBeLessThanOrEqual(form.width - form.margin + 0.001);
			expect(box.y).toBeGreaterThanOrEqual(lanesY - 0.001);
			expect(box.line.y).toBeLessThanOrEqual(y + height);
		}
		const marks = boxes.map(box => marksOf(box, labelHeight));
		for (const [i, own] of marks.entries()) {
			const others = marks.slice(i + 1).flat();
			expect(own.filter(mark => others.some(other => overlap(mark, other)))).toEqual([]);
		}
	}
	const [last, own] = rows;
	expect((last?.y ?? 0) + (last?.height ?? 0)).toBeLessThanOrEqual(own?.y ?? 0);
}

const hours = fc.double({ min: 0, max: 167.99, noNaN: true });
const length = fc.oneof(
	fc.constant(undefined),
	fc.constant(0),
	fc.double({ min: 0.01, max: 5, noNaN: true }),
	fc.double({ min: 5, max: 24 * 40, noNaN: true }),
);
const title = fc.oneof(fc.string({ maxLength: 80 }), fc.constant('Deployments of large machines are slow everywhere'));
const incidents = fc.array(fc.record({ at: hours, length, title }), { maxLength: 45 });

describe('the layout of the picture', () => {
	for (const form of [WIDE, NARROW]) {
		test(`every box is visible, in its row, and overlaps no other (${form.name})`, () => {
			fc.assert(
				fc.property(
					incidents,
					incidents,
					fc.constantFrom('2024-08-31', '2024-03-16', '2024-11-09'),
					(before, own, date) => {
						const picture = pictureWith(date, (lastWeek, thisWeek) => {
							const boxes = (list: typeof own, week: typeof lastWeek): PictureBox[] =>
								list
									.map(({ at, length: hours, title }) => boxAt(week, at, hours, { title }))
									.sort((a, b) => a.start - b.start);
							const last = boxes(before, lastWeek);
							return [last, [...last.filter(box => box.end === undefined), ...boxes(own, thisWeek)]];
						});
						expectSound(layoutPicture(picture, form));
					},
				),
				{ numRuns: 60 },
			);
		});
	}

	test('the position of a box is proportional to its time, also on days of 23 and 25 hours', () => {
		for (const [date, longest, day] of [
			['2024-03-16', 23, 0],
			['2024-11-09', 25, 0],
		] as const) {
			const picture = pictureWith(date, (_, own) => [[], [boxAt(own, 24 + longest, 1)]]);
			const row = layoutPicture(picture, WIDE).rows[1];
			const widths = (row?.dayLines ?? []).map((x, i, all) => (all[i + 1] ?? x) - x);
			expect((widths[day] ?? 0) / (widths[1] ?? 1)).toBeCloseTo(longest / 24, 6);
			expect(row?.boxes[0]?.x).toBeCloseTo(row?.dayLines[2] ?? 0, 6);
		}
	});

	test('puts the later of two boxes further right', () => {
		fc.assert(
			fc.property(hours, hours, (a, b) => {
				const [first, second] = [Math.min(a, b), Math.max(a, b)];
				const picture = pictureWith('2024-08-31', (_, own) => [[], [boxAt(own, first, 1), boxAt(own, second, 1)]]);
				const [one, other] = layoutPicture(picture, WIDE).rows[1]?.boxes ?? [];
				expect(one?.x).toBeLessThanOrEqual(other?.x ?? 0);
			}),
		);
	});

	test('an incident that continues is marked, and shown in both rows', () => {
		const picture = pictureWith('2024-08-31', last => {
			const long = boxAt(last, 160, 30);
			return [[long], [long]];
		});
		const [before, own] = layoutPicture(picture, WIDE).rows;
		expect(before?.boxes[0]?.line.goesOn).toBe(true);
		expect(before?.boxes[0]?.continued).toBe(false);
		expect(own?.boxes[0]?.continued).toBe(true);
		expect(own?.boxes[0]?.line.goesOn).toBe(false);
		expect(own?.boxes[0]?.size).toBe(before?.boxes[0]?.size);
	});

	test('labels are shortened or omitted, boxes are not', () => {
		const picture = pictureWith('2024-08-31', (_, own) => [
			[],
			Array.from({ length: 40 }, (_, i) => boxAt(own, 100 + i / 100, 0.1)),
		]);
		const layout = layoutPicture(picture, NARROW);
		expect(layout.dense).toBe(true);
		expect(layout.rows[1]?.boxes).toHaveLength(40);
		expectSound(layout);
	});
});

describe('the size of a box', () => {
	test('is larger if and only if the incident is longer', () => {
		const anyLength = fc.double({ min: 0, max: 400 * 24 * HOUR, noNaN: true });
		fc.assert(
			fc.property(anyLength, anyLength, (a, b) => {
				const [shorter, longer] = [Math.min(a, b), Math.max(a, b)];
				expect(relativeSize(longer)).toBeGreaterThanOrEqual(relativeSize(shorter));
				if (longer > shorter * 1.001 + 1000) {
					expect(relativeSize(longer)).toBeGreaterThan(relativeSize(shorter));
				}
			}),
		);
	});

	test('distinguishes durations from five minutes to two weeks within the size limits', () => {
		const sizes = [5 * MINUTE, 30 * MINUTE, 2 * HOUR, 8 * HOUR, 24 * HOUR, 72 * HOUR, 336 * HOUR].map(relativeSize);
		sizes.slice(1).forEach((size, i) => {
			expect(size - (sizes[i] ?? 0)).toBeGreaterThan(0.08);
		});
		expect(relativeSize(Number.MAX_SAFE_INTEGER)).toBeLessThanOrEqual(1);
		expect(relativeSize(0)).toBe(0);
	});
});
