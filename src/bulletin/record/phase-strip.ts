import { formatClock } from '../../core/time/format.ts';
import { HOUR } from '../../core/time/units.ts';
import { FORMS, type PictureForm } from '../form.ts';
import { type Html, html } from '../html.ts';
import type { Item } from '../items.ts';
import { Lane, type Span } from '../lanes.ts';
import type { PictureBox } from '../model.ts';
import { classPaint as paint } from '../paint.ts';
import { boxShape } from '../shapes.ts';
import { path, svg } from '../svg.ts';
import { fitText, textWidth } from '../text-width.ts';
import { boxSentence } from '../texts.ts';
import type { PhaseMoment } from './moments.ts';
import { type PhaseScale, phaseScale } from './phase-scale.ts';

/** What the strip of an incident shows. */
export interface Phases {
	readonly box: PictureBox;
	readonly moments: readonly PhaseMoment[];
	/** The instants of the timeline and of the updates, in milliseconds since 1970. */
	readonly events: readonly number[];
	readonly levels: readonly string[];
	readonly timeZone: string;
}

const BOX_Y = 30;
const BOX_HEIGHT = 22;
const EVENT_Y = BOX_Y + BOX_HEIGHT + 4;
const LABELS_Y = EVENT_Y + 10;
const LANE = 17;
const INDENT = 6;
const LABEL_GAP = 5;
/** User units for each tick, so that the longest label of a tick fits. */
const TICK_ROOM = 96;
const TAIL = 40;

/** Renders the time of an incident as a strip: its box, its moments below, and a mark for each event. */
export function phaseStrip(phases: Phases): Html {
	return html`<figure class="il-picture il-phases">${FORMS.map(form => strip(phases, form))}</figure>`;
}

function strip(phases: Phases, form: PictureForm): Html {
	const { box, levels, timeZone, events } = phases;
	const named = phases.moments.filter(({ isDateOnly }) => !isDateOnly);
	const instants = [box.start, box.end, ...named.map(({ instant }) => instant)];
	// A moment that is far away, such as a postponed date, would make the incident invisible.
	const near = instants.filter(at => at >= box.start - 24 * HOUR && at <= box.end + 24 * HOUR);
	const scale = phaseScale(
		Math.min(...near),
		Math.max(...near),
		timeZone,
		form.width,
		Math.floor(form.width / TICK_ROOM),
	);
	const labels = placeLabels(
		named.filter(({ instant }) => isIn(scale, instant)),
		scale,
		form,
		timeZone,
	);
	const height = LABELS_Y + (labels.lanes === 0 ? 4 : labels.lanes * LANE + 4);
	const title = `il-phases-${form.name}`;
	return svg(
		'svg',
		{
			xmlns: 'http://www.w3.org/2000/svg',
			class: `il-svg il-${form.name}`,
			viewBox: `0 0 ${form.width} ${height}`,
			role: 'img',
			'aria-labelledby': title,
		},
		svg('title', { id: title }, boxSentence(box)),
		svg('rect', { ...paint('strip'), x: 0, y: 0, width: form.width, height }),
		scale.ticks.map(tick => drawTick(tick, scale, form, height)),
		labels.placed.map(({ x, y }) => svg('path', { ...paint('now'), d: path('M', x, BOX_Y - 3, 'V', y + 2) })),
		boxShape(itemOf(box, scale), BOX_Y, levels, paint),
		events
			.filter(at => isIn(scale, at))
			.map(at => svg('path', { ...paint('outline'), d: path('M', scale.x(at), EVENT_Y, 'V', EVENT_Y + 5) })),
		labels.placed.map(({ x, y, text, align }) =>
			svg(
				'text',
				{
					...paint('text'),
					x: align === 'start' ? x + LABEL_GAP : x - LABEL_GAP,
					y,
					'font-size': form.textSize,
					...(align === 'end' && { 'text-anchor': 'end' }),
				},
				text,
			),
		),
	);
}

function isIn({ from, to }: PhaseScale, instant: number): boolean {
	return instant >= from && instant <= to;
}

function drawTick(
	{ instant, text }: PhaseScale['ticks'][number],
	scale: PhaseScale,
	form: PictureForm,
	height: number,
) {
	const x = scale.x(instant);
	return html`${x > 0 && svg('path', { ...paint('hairline'), d: path('M', x, 0, 'V', height) })}${svg(
		'text',
		{ ...paint('text-muted'), x: x + INDENT, y: 15, 'font-size': form.textSize },
		fitText(text, (form.width / scale.ticks.length - INDENT) / form.textSize),
	)}`;
}

/** The box at true length, at least three units wide. */
function itemOf(box: PictureBox, { x }: PhaseScale): Item {
	const start = x(box.start);
	return {
		box,
		x: start,
		width: Math.max(3, x(box.end) - start),
		height: BOX_HEIGHT,
		tail: box.ending === 'unknown' && !box.isDateOnly ? TAIL : 0,
		continuesBefore: false,
		continuesAfter: false,
		certainUntil: box.certainUntil === undefined ? undefined : x(box.certainUntil),
		mitigated: box.mitigated === undefined ? undefined : x(box.mitigated),
	};
}

interface PlacedLabel {
	readonly x: number;
	readonly y: number;
	readonly text: string;
	readonly align: 'start' | 'end';
}

/**
 * Places "Detected 05:41" beside its moment, the last moment first: an earlier label is in the same lane or below, so that
 * the line of a moment crosses no label.
 */
function placeLabels(moments: readonly PhaseMoment[], { x: scale }: PhaseScale, form: PictureForm, timeZone: string) {
	const lanes: Lane[] = [];
	const placed = moments.toReversed().map(({ name, instant }): PlacedLabel => {
		const text = `${name} ${formatClock(instant, timeZone)}`;
		const x = scale(instant);
		const width = textWidth(text) * form.textSize + LABEL_GAP;
		const align = x + width <= form.width ? 'start' : 'end';
		const span: Span = align === 'start' ? { start: x, end: x + width } : { start: x - width, end: x };
		const line: Span = { start: x, end: x };
		let lane = lanes.findIndex(
			(each, i) => each.isFree(span, INDENT) && lanes.slice(0, i).every(above => above.isFree(line, 1)),
		);
		if (lane < 0) {
			lane = lanes.push(new Lane()) - 1;
		}
		lanes[lane]?.add(span);
		for (const above of lanes.slice(0, lane)) {
			above.add(line);
		}
		return { x, y: LABELS_Y + lane * LANE + 12, text, align };
	});
	return { placed, lanes: lanes.length };
}
