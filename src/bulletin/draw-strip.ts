import type { Density, PictureForm } from './form.ts';
import { type Html, type HtmlValue, html } from './html.ts';
import type { BoxLayout, LabelLayout } from './items.ts';
import { LANES_TOP, type StripLayout } from './layout.ts';
import type { PageMemo } from './page-memo.ts';
import type { LeafPart, PagePart, ParentPart } from './page-part.ts';
import type { Painter } from './paint.ts';
import { boxShape } from './shapes.ts';
import { path, startTag, svg } from './svg.ts';
import { BOLD, fitText, oneLine, textWidth } from './text-width.ts';
import { boxSentence, countText, factsText } from './texts.ts';

export interface DrawContext {
	readonly form: PictureForm;
	readonly density: Density;
	readonly levels: readonly string[];
	readonly paint: Painter;
	/** Converts the URI of a source to the relative URI of the page; undefined for a picture without sources. */
	readonly relativeSource: ((uri: string) => string) | undefined;
	/** Whether boxes have links. */
	readonly hasLinks: boolean;
	/** The boxes of an earlier picture of the same page. */
	readonly memo: PageMemo;
	/** The relative URI of the page's own document, if boxes can move with its text. */
	readonly movable: string | undefined;
}

const HEAD_SIZE = 13;
const HEAD_BASE = 14;
const DAY_BASE = 16;
const DAY_INDENT = 6;
const RING_GAP = 2.5;
/** The least edge of a pointer target, in user units. */
const MIN_TARGET = 24;

/** Draws a week: its name and counts, its days, its boxes. */
export function drawStrip(strip: StripLayout, index: number, context: DrawContext): ParentPart {
	const items = strip.boxes.map(box => itemPart(box, index, context));
	return {
		key: `strip-${index}`,
		open: startTag('g', { class: 'il-row' }),
		close: '</g>',
		children: [
			leaf('ground', drawGround(strip, context)),
			// The time of the picture changes more often than anything else.
			leaf('later', drawLater(strip, context)),
			leaf('days', drawDays(strip, context)),
			...items,
		],
	};
}

function leaf(key: string, content: HtmlValue): PagePart {
	return { key, html: html`${content}`.toString() };
}

function drawGround(strip: StripLayout, context: DrawContext): HtmlValue {
	const { row, y, height, dayLines } = strip;
	const { form, paint } = context;
	return [
		drawHead(strip, context),
		svg('rect', { ...paint('strip'), x: 0, y, width: form.width, height }),
		row.days.map(
			({ isWeekend }, i) =>
				isWeekend && svg('rect', { ...paint('weekend'), x: dayLines[i] ?? 0, y, width: dayWidth(dayLines, i), height }),
		),
	];
}

function drawDays(strip: StripLayout, context: DrawContext): HtmlValue {
	const { row, y, height, boxes, bands, dayLines } = strip;
	const { form, paint } = context;
	return [
		svg('path', {
			...paint('hairline'),
			d: dayLines
				.slice(1, -1)
				.map(x => path('M', x, y, 'V', y + height))
				.join(''),
		}),
		row.days.map((_, i) => drawDay(strip, i, context)),
		bands.map(band => [
			band.y > y + LANES_TOP && svg('path', { ...paint('hairline'), d: path('M', 0, band.y - 2, 'H', form.width) }),
			svg('text', { ...paint('text-muted'), x: DAY_INDENT, y: band.y + 11, 'font-size': form.textSize }, band.text),
		]),
		boxes.length === 0 &&
			svg(
				'text',
				{ ...paint('text-muted'), x: DAY_INDENT, y: y + LANES_TOP + 16, 'font-size': form.textSize },
				'No incidents',
			),
	];
}

/** Returns the part of a box, drawn or kept. Its content depends on all facts of the box but its position in the source. */
function itemPart(layout: BoxLayout, strip: number, context: DrawContext): LeafPart {
	const { box, x, y, width, height, tail, label } = layout;
	const { form, density, levels, memo, hasLinks } = context;
	const source = context.relativeSource?.(box.uri);
	const canMove = source !== undefined && source === context.movable;
	const key = `${form.name} ${strip} ${box.id} ${box.start} ${box.uri}`;
	const inputs = [
		memo.factsOf(box),
		...[x, y, width, height, tail, layout.continuesBefore, layout.continuesAfter],
		...[layout.certainUntil, layout.mitigated, label?.align, label?.x, label?.y, label?.width],
		...[density, levels, hasLinks, source, canMove ? undefined : box.offset],
	];
	const { html: markup, offset } = memo.items.get(key, inputs, () => ({
		html: drawBox(layout, context).toString(),
		offset: box.offset,
	}));
	return source === undefined
		? { key, html: markup }
		: { key, html: markup, source, shift: canMove ? box.offset - offset : 0 };
}

function dayWidth(dayLines: readonly number[], day: number): number {
	return (dayLines[day + 1] ?? 0) - (dayLines[day] ?? 0);
}

function drawHead({ row, headY }: StripLayout, { form, paint }: DrawContext): Html {
	const y = headY + HEAD_BASE;
	return html`${svg(
		'text',
		{ x: 0, y, 'font-size': HEAD_SIZE },
		svg('tspan', paint('head'), row.name),
		svg('tspan', { ...paint('head-muted'), dx: 8, 'font-size': form.textSize }, row.label),
	)}${svg(
		'text',
		{ ...paint('head-muted'), x: form.width, y, 'font-size': form.textSize, 'text-anchor': 'end' },
		countText(row),
	)}`;
}

/** Shades the time after now, and marks now itself. */
function drawLater({ y, height, now }: StripLayout, { form, paint }: DrawContext): Html | undefined {
	if (now >= form.width) {
		return undefined;
	}
	const later = svg('rect', { ...paint('later'), x: now, y, width: form.width - now, height });
	return html`${later}${now > 0 && svg('path', { ...paint('now'), d: path('M', now, y, 'V', y + height) })}`;
}

/** "Mon 26", with the name of the month on its first day if the day is wide enough. */
function drawDay({ row, y, dayLines }: StripLayout, day: number, { form, paint }: DrawContext): Html | undefined {
	const { weekday = '', date = '' } = row.days[day] ?? {};
	const name = weekday.slice(0, form.weekdayLetters);
	const [number = '', month = ''] = date.split(' ');
	const room = (dayWidth(dayLines, day) - DAY_INDENT) / form.textSize;
	const dates = [date, `${number} ${month.slice(0, 3)}`, number];
	const fitting = dates.find(each => textWidth(`${name} ${each}`) * BOLD <= room);
	const x = (dayLines[day] ?? 0) + DAY_INDENT;
	return svg(
		'text',
		{ ...paint('text-muted'), x, y: y + DAY_BASE, 'font-size': form.textSize },
		`${name} `,
		svg('tspan', { ...paint('day'), 'font-weight': 600 }, fitting ?? number),
	);
}

function drawBox(layout: BoxLayout, context: DrawContext): Html {
	const { box, x, y, width, height } = layout;
	const { levels, paint, relativeSource, hasLinks, density } = context;
	const href = hasLinks ? box.href : undefined;
	const source = relativeSource && { 'data-uri': relativeSource(box.uri), 'data-offset': box.offset };
	return svg(
		href === undefined ? 'g' : 'a',
		{ class: box.isCurrent ? 'il-item il-current' : 'il-item', href, ...source },
		svg('title', {}, boxSentence(box)),
		density !== 'micro' && hitArea(layout, context),
		boxShape(layout, y, levels, paint),
		box.isCurrent &&
			svg('rect', {
				...paint('ring'),
				x: x - RING_GAP,
				y: y - RING_GAP,
				width: width + 2 * RING_GAP,
				height: height + 2 * RING_GAP,
				rx: RING_GAP,
			}),
		layout.label && drawLabel(layout, layout.label, context),
	);
}

/** Returns the rectangle over box and label that makes them one pointer target. */
export function targetOf({ x, y, width, height, label }: BoxLayout): {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
} {
	const left = Math.min(x, label?.x ?? x);
	const right = Math.max(x + width, label === undefined ? x : label.x + label.width);
	const top = Math.min(y, label?.y ?? y);
	const bottom = Math.max(y + height, label === undefined ? y : label.y + label.height);
	return { x: left, y: top, width: right - left, height: bottom - top };
}

function hitArea(layout: BoxLayout, { density }: DrawContext): Html {
	const { x, y, width, height } = targetOf(layout);
	// Lanes of dense strips are narrower than a target: a target must not cover its neighbours.
	const more = density === 'full' ? Math.max(0, MIN_TARGET - height) / 2 : 0;
	return svg('rect', { class: 'il-hit', fill: 'none', x, y: y - more, width, height: height + 2 * more });
}

function drawLabel(
	{ box, continuesBefore }: BoxLayout,
	label: LabelLayout,
	{ form, density, paint }: DrawContext,
): Html {
	const edge = label.align === 'end' ? label.x + label.width : label.x;
	const anchor = anchorOf(edge, label.align);
	const size = density === 'full' ? form.titleSize : form.textSize;
	const weight = density === 'full' ? BOLD : 1;
	const title = fitText(oneLine(box.title), label.width / (size * weight));
	const name = svg(
		'text',
		{
			...paint(density === 'full' ? 'text-bold' : 'text'),
			...(RIGHT_TO_LEFT.test(title) ? rightToLeft(edge, label.align) : anchor),
			y: label.y + 12,
			'font-size': size,
			'aria-hidden': 'true',
		},
		title,
	);
	if (density !== 'full') {
		return name;
	}
	const facts = fitText(factsText(box, continuesBefore), label.width / form.textSize);
	return html`${name}${svg(
		'text',
		{ ...paint('text-muted'), ...anchor, y: label.y + 26, 'font-size': form.textSize, 'aria-hidden': 'true' },
		facts,
	)}`;
}

/** A text whose first letter is of a script that is written from right to left. */
const RIGHT_TO_LEFT =
	/^\P{L}*(?:\p{Script=Hebrew}|\p{Script=Arabic}|\p{Script=Syriac}|\p{Script=Thaana}|\p{Script=Nko})/u;

function anchorOf(x: number, align: LabelLayout['align']) {
	return align === 'end' ? { x, 'text-anchor': 'end' } : { x };
}

/** In a text from right to left, the start is the right edge. */
function rightToLeft(x: number, align: LabelLayout['align']) {
	return { ...anchorOf(x, align === 'end' ? 'start' : 'end'), direction: 'rtl' };
}
