import { type Html, html } from '../bulletin/html.ts';
import { shadeOf } from '../bulletin/ramp.ts';
import { svg } from '../bulletin/svg.ts';
import { weekText } from '../bulletin/texts.ts';
import { counted } from '../core/counted.ts';
import { weekEndingOn } from '../core/week.ts';
import type { WeekCount } from './statistics.ts';

const WIDTH = 780;
const HEIGHT = 120;

/** Renders a bar for each week, made of its incidents by level, the worst below. */
export function weekChart(weeks: readonly WeekCount[], levels: readonly string[]): Html {
	const totals = weeks.map(({ counts }) => counts.reduce((sum, count) => sum + count, 0));
	const highest = Math.max(...totals, 1);
	const unit = (HEIGHT - 4) / highest;
	const slot = WIDTH / weeks.length;
	const bars = weeks.map(({ endsOn, counts }, index) => {
		let y = HEIGHT;
		// The worst level first, then the others, then those without a known level.
		const order = [...levels.map((_, rank) => levels.length - 1 - rank), levels.length];
		const parts = order.flatMap(rank => {
			const height = (counts[rank] ?? 0) * unit;
			y -= height;
			const look = rank === levels.length ? 'il-hollow' : `il-shade-${shadeOf(rank, levels.length)}`;
			return height === 0
				? []
				: [svg('rect', { class: `il-cell ${look}`, x: index * slot + 1, y, width: Math.max(1, slot - 2), height })];
		});
		const name = `${weekText(weekEndingOn(endsOn))}: ${counted(totals[index] ?? 0, 'incident')}`;
		return parts.length === 0 ? html`` : svg('g', {}, svg('title', {}, name), parts);
	});
	const lines = Array.from({ length: highest - 1 }, (_, n) => HEIGHT - (n + 1) * unit).filter(() => highest <= 20);
	const most = totals.indexOf(highest);
	const mostText =
		weeks[most] === undefined
			? ''
			: ` The most are ${counted(highest, 'incident')}, in the week of ${weekText(weekEndingOn(weeks[most].endsOn))}.`;
	return html`<figure class="il-figure">${svg(
		'svg',
		{
			class: 'il-svg il-week-chart',
			viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
			preserveAspectRatio: 'none',
			role: 'img',
			'aria-label': `Incidents a week by level.${mostText}`,
		},
		svg('rect', { class: 'il-strip', x: 0, y: 0, width: WIDTH, height: HEIGHT }),
		lines.map(y => svg('path', { class: 'il-hairline', d: `M0 ${y.toFixed(1)}H${WIDTH}` })),
		bars,
	)}<figcaption class="il-caption">${spanText(weeks)}${mostText}</figcaption></figure>`;
}

function spanText(weeks: readonly WeekCount[]): string {
	const [first, last] = [weeks[0], weeks.at(-1)];
	if (first === undefined || last === undefined) {
		return '';
	}
	return `A bar is a week, from ${weekText(weekEndingOn(first.endsOn))} to ${weekText(weekEndingOn(last.endsOn))}; darker is a higher level.`;
}
