import { type PictureForm, WIDE } from './form.ts';
import { attributes, type Html, html } from './html.ts';
import { type BoxLayout, layoutPicture, type RowLayout } from './layout.ts';
import { legend } from './legend.ts';
import { levelMarks, shadeOf, unknownMark } from './level-marks.ts';
import type { Picture, PictureBox } from './model.ts';
import { boxShape, hatchPatterns, round } from './shapes.ts';
import { BOLD, fitText, oneLine } from './text-width.ts';
import { boxSentence, factsText, impactText } from './texts.ts';

export interface PictureOptions {
	/** The shape to draw; the wide one without it. */
	readonly form?: PictureForm;
	/** False where the page that it stands in has the patterns already. */
	readonly patterns?: boolean;
	/** Writes the URI of a source as the page does. */
	readonly sourceOf?: (uri: string) => string;
}

/**
 * The picture of the trailing two weeks as SVG: last week above this week, days across, a box for each incident. It
 * carries classes and no styles of its own: see `pageStyles`.
 */
export function renderPicture(picture: Picture, options: PictureOptions = {}): string {
	return pictureSvg(picture, options).toString();
}

/** As `renderPicture`, to stand in a template. */
export function pictureSvg(picture: Picture, options: PictureOptions = {}): Html {
	const { form = WIDE, patterns = true, sourceOf = uri => uri } = options;
	const layout = layoutPicture(picture, form);
	const { svg: legendSvg, height: legendHeight } = legend(picture, form, layout.height + 12);
	const height = Math.ceil(layout.height + 12 + legendHeight);
	const context: DrawContext = { picture, form, dense: layout.dense, marks: levelMarks(picture.levels), sourceOf };
	const boxes = picture.rows.flatMap(row => row.boxes);
	// Links are reachable in a group; within an image nothing is.
	const role = boxes.some(box => box.href !== undefined) ? 'group' : 'img';
	const titleId = `il-picture-${form.name}-title`;
	const descriptionId = `il-picture-${form.name}-description`;
	return html`<svg xmlns="http://www.w3.org/2000/svg" class="il-svg il-${form.name}" viewBox="0 0 ${form.width} ${height}" role="${
		role
	}" aria-labelledby="${titleId}" aria-describedby="${descriptionId}"><title id="${titleId}">${picture.title}</title><desc id="${
		descriptionId
	}">${describe(picture)}</desc>${patterns && hatchPatterns}<rect class="il-plate" x="0.5" y="0.5" width="${
		form.width - 1
	}" height="${height - 1}" rx="9"/>${layout.rows.map(row => drawRow(row, context))}${legendSvg}</svg>`;
}

interface DrawContext {
	readonly picture: Picture;
	readonly form: PictureForm;
	readonly dense: boolean;
	readonly marks: readonly string[];
	readonly sourceOf: (uri: string) => string;
}

function drawRow({ row, y, height, lanesY, dayLines, boxes }: RowLayout, context: DrawContext): Html {
	const { form } = context;
	const daysY = lanesY - 13;
	const days = row.dayLabels.map(
		(label, i) =>
			html`<text class="il-day" x="${round((dayLines[i] ?? 0) + 5)}" y="${round(daysY)}" font-size="${form.daySize}">${label}</text>`,
	);
	const lines = dayLines.map(x => `M${round(x)} ${round(daysY - 10)}V${round(y + height)}`).join('');
	return html`<g class="il-row"><text class="il-week" x="${form.margin}" y="${round(y + 15)}" font-size="${form.weekSize}">${
		row.label
	}</text><path class="il-rule" d="${lines}"/>${days}${
		boxes.length === 0 &&
		html`<text class="il-note" x="${form.margin + 5}" y="${round(lanesY + 24)}" font-size="${form.factsSize}">No incidents</text>`
	}${boxes.map(box => drawBox(box, context))}</g>`;
}

function drawBox(layout: BoxLayout, context: DrawContext): Html {
	const { box } = layout;
	const { levels } = context.picture;
	const classes = `il-item${box.current ? ' il-current' : ''}`;
	const source = attributes({ 'data-uri': context.sourceOf(box.uri), 'data-offset': box.offset });
	const shapes = html`<title>${boxSentence(box, levels)}</title>${hitArea(layout, context.form)}${drawLine(layout)}${boxShape(
		lookOf(layout, context),
		layout.x,
		layout.y,
		layout.size,
	)}<rect class="il-ring" x="${round(layout.x - 3)}" y="${round(layout.y - 3)}" width="${round(layout.size + 6)}" height="${round(
		layout.size + 6,
	)}" rx="3"/>${drawLabel(layout, context)}`;
	return box.href === undefined
		? html`<g class="${classes}"${source}>${shapes}</g>`
		: html`<a class="${classes}" href="${box.href}"${source}>${shapes}</a>`;
}

function lookOf({ box, size, continued, line }: BoxLayout, context: DrawContext) {
	const { picture, marks, form } = context;
	const { impact } = box;
	const mark = impact === undefined ? '?' : (marks[picture.levels.indexOf(impact)] ?? unknownMark(impact));
	return {
		shade: impact === undefined ? undefined : shadeOf(box.rank, picture.levels.length),
		dashed: box.inferredDuration || box.inferredImpact || box.ending === 'unknown',
		goesOn: line.goesOn,
		continued,
		maintenance: box.kind === 'maintenance',
		mark,
		markSize: size < 21 ? 10 : form.markSize,
	};
}

/** Makes the whole of box and label one thing to point at. */
function hitArea({ x, y, size, label }: BoxLayout, form: PictureForm): Html {
	const left = Math.min(x, label?.x ?? x);
	const right = Math.max(x + size, label === undefined ? 0 : label.x + label.width);
	return html`<rect class="il-hit" x="${round(left)}" y="${round(y)}" width="${round(right - left)}" height="${round(
		size + form.lineSpace,
	)}"/>`;
}

function drawLine({ box, line }: BoxLayout): Html {
	const dashed = box.ending === 'inferred' || box.ending === 'unknown';
	const from = round(line.from);
	const y = round(line.y);
	const to = round(line.to);
	return html`<path class="il-line${dashed && ' il-dashed'}" d="M${from} ${y}H${line.goesOn ? round(to - 4) : to}"/>${
		line.goesOn &&
		html`<path class="il-head" d="M${round(to - 6)} ${round(y - 3.5)}L${to} ${y}L${round(to - 6)} ${round(y + 3.5)}Z"/>`
	}`;
}

function drawLabel({ box, y, size, label, continued }: BoxLayout, { form, dense }: DrawContext): Html | undefined {
	if (label === undefined) {
		return undefined;
	}
	const height = dense ? form.denseLabelHeight : form.labelHeight;
	const anchor = attributes({
		x: label.side === 'left' ? round(label.width) : 0,
		'text-anchor': label.side === 'left' ? 'end' : undefined,
	});
	const title = fitText(oneLine(box.title), label.width / (form.titleSize * BOLD));
	const facts = fitText(factsText(box, continued), label.width / form.factsSize);
	// A picture within the picture clips what a font makes wider than was reckoned.
	return html`<svg aria-hidden="true" x="${round(label.x)}" y="${round(y + (size - height) / 2)}" width="${round(label.width)}" height="${
		height
	}"><text class="il-title"${anchor} y="12" font-size="${form.titleSize}">${title}</text>${
		!dense && html`<text class="il-facts"${anchor} y="26" font-size="${form.factsSize}">${facts}</text>`
	}</svg>`;
}

/** What a listener is told of the whole; each incident is told by its own name and by the table. */
function describe({ rows, levels }: Picture): string {
	const told = rows.map(row => {
		const count = row.boxes.length;
		return `${row.label}: ${count === 0 ? 'no incidents' : count === 1 ? 'one incident' : `${count} incidents`}`;
	});
	const worst = rows
		.flatMap(row => row.boxes)
		.reduce<PictureBox | undefined>(
			(found, box) => (box.impact !== undefined && box.rank >= (found?.rank ?? 0) ? box : found),
			undefined,
		);
	const most = worst === undefined ? '' : ` The highest impact is ${impactText(worst, levels)}.`;
	return `Two rows of seven days, last week above this week; each incident is a box at its time, larger when longer, darker when of higher impact. ${told.join('; ')}.${most}`;
}
