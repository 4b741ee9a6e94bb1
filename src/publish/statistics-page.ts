import { attributes, type Html, type HtmlValue, html } from '../bulletin/html.ts';
import { swatch } from '../bulletin/legend.ts';
import { classPaint } from '../bulletin/paint.ts';
import { scrollable } from '../bulletin/scrollable.ts';
import { counted } from '../core/counted.ts';
import { formatDay, formatDuration } from '../core/time/format.ts';
import type { Log } from '../log/log.ts';
import { durationChart } from './duration-chart.ts';
import { OVERVIEWS, type SitePlan } from './site-plan.ts';
import { MIN_VALUES } from './spread.ts';
import { type Durations, type Statistics, statisticsOf } from './statistics.ts';
import { totalText } from './statistics-texts.ts';
import { weekChart } from './week-chart.ts';

/** The number of components and of overdue items in their tables. */
const MAX_ROWS = 30;

/** Returns the content of the page of statistics. */
export function statisticsPage(log: Log, plan: SitePlan): Html {
	const { configuration } = log;
	const statistics = statisticsOf(log, plan);
	const { levels } = configuration.impact;
	return html`<article class="il-page il-statistics" lang="${configuration.language}">
<header class="il-head-of-page"><h1>Statistics</h1><p class="il-lede">${totalText(statistics)}${spanText(statistics)}.</p></header>
${statistics.weeks.length > 0 && html`<h2>Incidents a week</h2>\n${weekChart(statistics.weeks, levels)}\n`}${statistics.incidents > 0 && html`${lengths(statistics, levels)}${intervals(statistics)}`}${components(statistics)}${actionItems(statistics, plan)}</article>`;
}

function spanText({ first, last }: Statistics): string {
	return first === undefined || last === undefined ? '' : `, from ${formatDay(first)} to ${formatDay(last)}`;
}

function lengths({ levels }: Statistics, names: readonly string[]): Html {
	const rows = [...levels]
		.reverse()
		.map(row => [
			html`${swatch({ rank: row.rank }, names, classPaint)} ${row.level ?? 'level not known'}`,
			row.count,
			...cells(row),
		]);
	return html`<h2>Lengths</h2>
${durationChart(levels, names.length)}
<p class="il-caption">A dot is an incident, the line is the median, the band contains the middle half. The axis is logarithmic. Of the incidents of a level, n have a known length; fewer than ${MIN_VALUES} have no median.</p>
${table('Lengths', 'numbers', ['Level', 'Incidents', 'n', 'Median', 'Middle half'], rows)}
`;
}

function intervals({ intervals: found }: Statistics): Html {
	return found.length === 0
		? html``
		: html`<h2>Intervals</h2>
${table(
	'Intervals',
	'numbers',
	['Interval', 'n', 'Median', 'Middle half'],
	found.map(row => [`${row.from} → ${row.to}`, ...cells(row)]),
)}
`;
}

/** The number of values, their median, and their quartiles; the values themselves if they are too few. */
function cells({ values, spread }: Durations): readonly HtmlValue[] {
	if (spread === undefined) {
		return [values.length, '–', values.length === 0 ? '–' : `too few: ${values.map(formatDuration).join(', ')}`];
	}
	const { lowerQuartile, median, upperQuartile } = spread;
	return [values.length, formatDuration(median), `${formatDuration(lowerQuartile)} – ${formatDuration(upperQuartile)}`];
}

function components({ components: found }: Statistics): Html {
	const rows = found
		.slice(0, MAX_ROWS)
		.map(({ title, count, last }) => [html`<bdi>${title}</bdi>`, count, formatDay(last)]);
	const more = found.length - rows.length;
	return rows.length === 0
		? html``
		: html`<h2>Components</h2>\n${table('Components', 'numbers', ['Component', 'Incidents', 'Last one'], rows)}${more > 0 && html`<p>${counted(more, 'more component')}.</p>`}\n`;
}

function actionItems({ actionItems: { total, open, done, overdue } }: Statistics, { map }: SitePlan): Html {
	if (total === 0) {
		return html``;
	}
	const rows = overdue.slice(0, MAX_ROWS).map(({ title, owner, due, uri, record }) => {
		const href = map.link(OVERVIEWS.statistics, uri);
		return [
			html`<bdi>${title}</bdi>`,
			owner ?? '',
			formatDay(due),
			href === undefined ? html`<bdi>${record}</bdi>` : html`<a${attributes({ href })}><bdi>${record}</bdi></a>`,
		];
	});
	const text = `${counted(total, 'action item')}: ${done} done, ${open} open, of which ${overdue.length} overdue.`;
	return html`<h2>Action items</h2>\n<p>${text}</p>\n${rows.length > 0 && table('Overdue action items', 'texts', ['Overdue', 'Owner', 'Due', 'Record'], rows)}`;
}

/** `kind`: numbers are aligned at the right. */
function table(
	name: string,
	kind: 'numbers' | 'texts',
	heads: readonly string[],
	rows: readonly (readonly HtmlValue[])[],
): Html {
	const content = tableContent(heads, rows);
	return scrollable(name, html`<table${attributes({ class: kind === 'numbers' && 'il-numbers' })}>${content}</table>`);
}

function tableContent(heads: readonly string[], rows: readonly (readonly HtmlValue[])[]): Html {
	return html`<thead><tr>${heads.map(head => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${rows.map(cellsOfRow => html`<tr>${cellsOfRow.map(cell => html`<td>${cell}</td>`)}</tr>\n`)}</tbody>`;
}
