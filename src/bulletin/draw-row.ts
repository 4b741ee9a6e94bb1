import type { PictureForm } from './form.ts';
import { type Html, html } from './html.ts';
import type { BoxLayout, RowLayout } from './layout.ts';
import { boxShape, lookOf } from './shapes.ts';
import { path, svg } from './svg.ts';
import { BOLD, fitText, oneLine } from './text-width.ts';
import { boxSentence, factsText } from './texts.ts';

export interface DrawContext {
	readonly form: PictureForm;
	/** Whether labels have one line. */
	readonly dense: boolean;
	readonly levels: readonly string[];
	/** Converts the URI of a source to the relative URI of the page. */
	readonly relativeSource: (uri: string) => string;
}

/** Distance of the day labels from the lanes. */
const DAYS_ABOVE_LANES = 13;
/** Length of the day lines above the day labels. */
const DAY_LINE_RISE = 10;
const DAY_INDENT = 5;
/** Boxes below this size have smaller marks. */
const SMALL_BOX = 21;
const SMALL_MARK = 10;
const RING_GAP = 3;

/** Draws a week: its label, its days, its boxes. */
export function drawRow({ row, y, height, lanesY, dayLines, boxes }: RowLayout, context: DrawContext): Html {
	const { form } = context;
	const daysY = lanesY - DAYS_ABOVE_LANES;
	const lines = dayLines.map(x => path('M', x, daysY - DAY_LINE_RISE, 'V', y + height)).join('');
	return svg(
		'g',
		{ class: 'il-row' },
		svg('text', { class: 'il-week', x: form.margin, y: y + 15, 'font-size': form.weekSize }, row.label),
		svg('path', { class: 'il-rule', d: lines }),
		row.days.map(({ weekday, date }, i) =>
			svg(
				'text',
				{ class: 'il-day', x: (dayLines[i] ?? 0) + DAY_INDENT, y: daysY, 'font-size': form.daySize },
				`${weekday} ${date}`,
			),
		),
		boxes.length === 0 &&
			svg(
				'text',
				{ class: 'il-note', x: form.margin + DAY_INDENT, y: lanesY + 24, 'font-size': form.factsSize },
				'No incidents',
			),
		boxes.map(box => drawBox(box, context)),
	);
}

function drawBox(layout: BoxLayout, context: DrawContext): Html {
	const { box, x, y, size, continued, line } = layout;
	const { form, levels, relativeSource } = context;
	const look = { ...lookOf(box, levels), goesOn: line.goesOn, continued };
	return svg(
		box.href === undefined ? 'g' : 'a',
		{
			class: box.current ? 'il-item il-current' : 'il-item',
			href: box.href,
			'data-uri': relativeSource(box.uri),
			'data-offset': box.offset,
		},
		svg('title', {}, boxSentence(box)),
		hitArea(layout, form),
		drawLine(layout),
		boxShape(look, { x, y, size }, size < SMALL_BOX ? SMALL_MARK : form.markSize),
		svg('rect', {
			class: 'il-ring',
			x: x - RING_GAP,
			y: y - RING_GAP,
			width: size + 2 * RING_GAP,
			height: size + 2 * RING_GAP,
			rx: RING_GAP,
		}),
		drawLabel(layout, context),
	);
}

/** A transparent rectangle over box and label, which makes them one pointer target. */
function hitArea({ x, y, size, label }: BoxLayout, form: PictureForm): Html {
	const left = Math.min(x, label?.x ?? x);
	const right = Math.max(x + size, label === undefined ? x : label.x + label.width);
	return svg('rect', { class: 'il-hit', x: left, y, width: right - left, height: size + form.lineSpace });
}

/** The line below the box, to the scale of the days, with an arrowhead if the incident continues. */
function drawLine({ box, line }: BoxLayout): Html {
	const { from, to, y, goesOn } = line;
	const dashed = box.ending === 'inferred' || box.ending === 'unknown';
	const stroke = svg('path', {
		class: dashed ? 'il-line il-dashed' : 'il-line',
		d: path('M', from, y, 'H', goesOn ? to - 4 : to),
	});
	const head = path('M', to - 6, y - 3.5, 'L', to, y, 'L', to - 6, y + 3.5, 'Z');
	return html`${stroke}${goesOn && svg('path', { class: 'il-head', d: head })}`;
}

function drawLabel({ box, y, size, label, continued }: BoxLayout, { form, dense }: DrawContext): Html | undefined {
	if (label === undefined) {
		return undefined;
	}
	const height = dense ? form.denseLabelHeight : form.labelHeight;
	const anchor = label.side === 'left' ? { x: label.width, 'text-anchor': 'end' } : { x: 0 };
	const title = fitText(oneLine(box.title), label.width / (form.titleSize * BOLD));
	const facts = fitText(factsText(box, continued), label.width / form.factsSize);
	// A nested SVG clips text that is wider in the actual font than estimated.
	return svg(
		'svg',
		{ 'aria-hidden': 'true', x: label.x, y: y + (size - height) / 2, width: label.width, height },
		svg('text', { class: 'il-title', ...anchor, y: 12, 'font-size': form.titleSize }, title),
		!dense && svg('text', { class: 'il-facts', ...anchor, y: 26, 'font-size': form.factsSize }, facts),
	);
}
