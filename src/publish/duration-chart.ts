import { FORMS, type PictureForm } from '../bulletin/form.ts';
import { type Html, html } from '../bulletin/html.ts';
import { shadeOf } from '../bulletin/ramp.ts';
import { svg } from '../bulletin/svg.ts';
import { textWidth } from '../bulletin/text-width.ts';
import { DAY, HOUR, MINUTE } from '../core/time/units.ts';
import type { LevelStatistics } from './statistics.ts';
import { spreadText } from './statistics-texts.ts';

const ROW = 48;
const STRIP_TOP = 18;
const STRIP = 24;
const DOT = 6;
const AXIS = 22;
/** Heights of neighbouring dots relative to the middle, so that equal lengths do not hide each other. */
const OFFSETS = [0, -6, 6, -3, 3];

/** Marks of the axis, in minutes. */
const MARKS: readonly (readonly [minutes: number, name: string])[] = [
	[1, '1 min'],
	[5, '5 min'],
	[15, '15 min'],
	[60, '1 h'],
	[(4 * HOUR) / MINUTE, '4 h'],
	[DAY / MINUTE, '1 d'],
	[(7 * DAY) / MINUTE, '7 d'],
	[(30 * DAY) / MINUTE, '30 d'],
	[(365 * DAY) / MINUTE, '1 y'],
];

/** Renders the lengths of incidents on a logarithmic axis: a dot for each, a band between the quartiles, a line at the median. */
export function durationChart(levels: readonly LevelStatistics[], levelCount: number): Html {
	const rows = levels.filter(({ values }) => values.length > 0).reverse();
	return rows.length === 0
		? html``
		: html`<figure class="il-picture">${FORMS.map(form => chart(rows, levelCount, form))}</figure>`;
}

function chart(rows: readonly LevelStatistics[], levelCount: number, form: PictureForm): Html {
	const { width, textSize } = form;
	const longest = Math.max(...rows.flatMap(({ values }) => values), 60);
	const last = MARKS.find(([minutes]) => minutes >= longest)?.[0] ?? longest;
	const edge = 14;
	const x = (minutes: number) => edge + (Math.log(Math.max(1, minutes)) / Math.log(last)) * (width - 2 * edge);
	const marks = MARKS.filter(([minutes]) => minutes <= last);
	const bottom = rows.length * ROW;
	let free = 0;
	const names = marks.flatMap(([minutes, name]) => {
		const half = (textWidth(name) * textSize) / 2;
		const at = Math.min(width - half, Math.max(half, x(minutes)));
		if (at - half < free) {
			return [];
		}
		free = at + half + 8;
		const look = { class: 'il-head-muted', 'font-size': textSize, 'text-anchor': 'middle' };
		return [svg('text', { ...look, x: at, y: bottom + 14 }, name)];
	});
	return svg(
		'svg',
		{
			class: `il-svg il-${form.name}`,
			viewBox: `0 0 ${width} ${bottom + AXIS}`,
			role: 'img',
			'aria-label': `Lengths of incidents. ${rows.map(row => `${nameOf(row)}: ${spreadText(row)}`).join('. ')}.`,
		},
		rows.map((row, index) => {
			const top = index * ROW + STRIP_TOP;
			return html`${svg('text', { class: 'il-head', x: 0, y: top - 6, 'font-size': form.titleSize }, nameOf(row))}${svg(
				'rect',
				{ class: 'il-strip', x: 0, y: top, width, height: STRIP },
			)}${marks.map(([minutes]) =>
				svg('path', { class: 'il-hairline', d: `M${x(minutes).toFixed(1)} ${top}V${top + STRIP}` }),
			)}${spread(row, x, top)}${row.values.map((value, dot) => {
				const y = top + STRIP / 2 + (OFFSETS[dot % OFFSETS.length] ?? 0) - DOT / 2;
				return svg('rect', {
					class: `il-cell ${shade(row, levelCount)}`,
					x: x(value) - DOT / 2,
					y,
					width: DOT,
					height: DOT,
					rx: DOT / 2,
				});
			})}`;
		}),
		names,
	);
}

function spread({ spread: found }: LevelStatistics, x: (minutes: number) => number, top: number): Html {
	if (found === undefined) {
		return html``;
	}
	const [from, to] = [x(found.lowerQuartile), x(found.upperQuartile)];
	const band = svg('rect', { class: 'il-later', x: from, y: top, width: Math.max(1, to - from), height: STRIP });
	const line = svg('path', { class: 'il-now', d: `M${x(found.median).toFixed(1)} ${top - 3}V${top + STRIP + 3}` });
	return html`${band}${line}`;
}

function nameOf({ level, values }: LevelStatistics): string {
	return `${level ?? 'level not known'}, n = ${values.length}`;
}

function shade({ rank }: LevelStatistics, levelCount: number): string {
	return rank === undefined ? 'il-hollow' : `il-shade-${shadeOf(rank, levelCount)}`;
}
