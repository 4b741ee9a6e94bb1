import { Temporal } from 'temporal-polyfill';
import { attributes, type Html, html } from '../bulletin/html.ts';
import { shadeOf } from '../bulletin/ramp.ts';
import { svg } from '../bulletin/svg.ts';
import { weekText } from '../bulletin/texts.ts';
import type { Configuration } from '../core/configuration.ts';
import { weekOf } from '../core/week.ts';
import type { IncidentRow } from './incident-rows.ts';

const WIDTH = 732;
const HEIGHT = 28;
/** Of a week with one incident. */
const LEAST = 9;

interface YearWeek {
	readonly name: string;
	/** Position of its first and last day in the year, from 0 to 1. */
	readonly from: number;
	readonly to: number;
	readonly rows: IncidentRow[];
}

/**
 * Renders the weeks of a year as a strip: a bar over the true time of each week with incidents, higher for more of them, in
 * the colour of the worst. Links to the pages of the weeks, which the tables have, too.
 */
export function yearStrip(year: number, rows: readonly IncidentRow[], { weekEndsOn, impact }: Configuration): Html {
	const first = Temporal.PlainDate.from({ year, month: 1, day: 1 });
	const { daysInYear } = first;
	const positionOf = (date: Temporal.PlainDate) =>
		Math.min(1, Math.max(0, first.until(date, { largestUnit: 'day' }).days / daysInYear));
	const weeks = new Map<string, YearWeek>();
	for (const row of rows) {
		const week = weekOf(row.incident.date, weekEndsOn);
		const key = week.last.toString();
		const found = weeks.get(key) ?? {
			name: weekText(week),
			from: positionOf(week.first),
			to: positionOf(week.last.add({ days: 1 })),
			rows: [],
		};
		found.rows.push(row);
		weeks.set(key, found);
	}
	const months = Array.from({ length: 11 }, (_, month) => positionOf(first.with({ month: month + 2 })) * WIDTH);
	const name = `${year}: incidents in ${weeks.size} ${weeks.size === 1 ? 'week' : 'weeks'}`;
	return svg(
		'svg',
		{
			class: 'il-svg il-year-strip',
			viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
			preserveAspectRatio: 'none',
			role: 'group',
			'aria-label': name,
		},
		svg('rect', { class: 'il-strip', x: 0, y: 0, width: WIDTH, height: HEIGHT }),
		months.map(x => svg('path', { class: 'il-hairline', d: `M${x.toFixed(1)} 0V${HEIGHT}` })),
		[...weeks.values()].map(week => weekBar(week, impact.levels.length)),
	);
}

function weekBar({ name, from, to, rows }: YearWeek, levelCount: number): Html {
	const worst = Math.max(...rows.map(({ box }) => box.rank ?? -1));
	const height = Math.min(HEIGHT - 2, LEAST * Math.sqrt(rows.length));
	const bar = svg('rect', {
		class: `il-cell ${worst < 0 ? 'il-hollow' : `il-shade-${shadeOf(worst, levelCount)}`}`,
		x: from * WIDTH + 1,
		y: HEIGHT - height,
		width: Math.max(2, (to - from) * WIDTH - 2),
		height,
	});
	const count = rows.length === 1 ? '1 incident' : `${rows.length} incidents`;
	const href = rows[0]?.week?.split('#')[0];
	// Not in the order of the tabulator key: the table below has the same links.
	return html`<a${attributes({ href, tabindex: '-1' })}>${svg('title', {}, `${name}: ${count}`)}${bar}</a>`;
}
