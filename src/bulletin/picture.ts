import { drawRow } from './draw-row.ts';
import { type PictureForm, WIDE } from './form.ts';
import type { Html } from './html.ts';
import { layoutPicture } from './layout.ts';
import { legend } from './legend.ts';
import type { Picture, PictureBox } from './model.ts';
import { hatchPatterns } from './shapes.ts';
import { svg } from './svg.ts';
import { impactText } from './texts.ts';

export interface PictureOptions {
	/** Default: wide. */
	readonly form?: PictureForm;
	/** False if the page already contains the patterns. */
	readonly patterns?: boolean;
	/** Converts the URI of a source to the relative URI of the page. */
	readonly relativeSource?: (uri: string) => string;
}

const LEGEND_GAP = 12;

/**
 * Renders the picture of the trailing two weeks as SVG: last week above this week, days from left to right, a box for each
 * incident. It has classes without styles: see `pageStyles`.
 */
export function renderPicture(picture: Picture, options: PictureOptions = {}): string {
	return pictureSvg(picture, options).toString();
}

/** Like `renderPicture`, for use in a template. */
export function pictureSvg(picture: Picture, options: PictureOptions = {}): Html {
	const { form = WIDE, patterns = true, relativeSource = uri => uri } = options;
	const layout = layoutPicture(picture, form);
	const { markup, height: legendHeight } = legend(picture, form, layout.height + LEGEND_GAP);
	const height = Math.ceil(layout.height + LEGEND_GAP + legendHeight);
	const context = { form, dense: layout.dense, levels: picture.levels, relativeSource };
	const linked = picture.rows.some(row => row.boxes.some(box => box.href !== undefined));
	const title = `il-picture-${form.name}-title`;
	const description = `il-picture-${form.name}-description`;
	return svg(
		'svg',
		{
			xmlns: 'http://www.w3.org/2000/svg',
			class: `il-svg il-${form.name}`,
			viewBox: `0 0 ${form.width} ${height}`,
			// Links inside of an element with the role `img` are not accessible.
			role: linked ? 'group' : 'img',
			'aria-labelledby': title,
			'aria-describedby': description,
		},
		svg('title', { id: title }, picture.title),
		svg('desc', { id: description }, describe(picture)),
		patterns && hatchPatterns,
		svg('rect', { class: 'il-plate', x: 0.5, y: 0.5, width: form.width - 1, height: height - 1, rx: 9 }),
		layout.rows.map(row => drawRow(row, context)),
		markup,
	);
}

/** The accessible description of the picture. Each incident has its own name, and the table lists all. */
function describe({ rows, nowText, zoneText }: Picture): string {
	const counts = rows.map(({ label, boxes }) => `${label}: ${countOf(boxes)}`).join('; ');
	const worst = rows
		.flatMap(row => row.boxes)
		.filter(({ impact }) => impact !== undefined)
		.reduce<PictureBox | undefined>((found, box) => ((box.rank ?? -1) >= (found?.rank ?? 0) ? box : found), undefined);
	return [
		'Two rows of seven days, last week above this week. Each incident is a box at its start: larger boxes are longer, darker boxes are higher-impact.',
		`${counts}. ${nowText}. ${zoneText}.`,
		...(worst === undefined ? [] : [`The highest impact is ${impactText(worst)}.`]),
	].join(' ');
}

function countOf({ length }: readonly PictureBox[]): string {
	return length === 0 ? 'no incidents' : length === 1 ? 'one incident' : `${length} incidents`;
}
