import { Temporal } from 'temporal-polyfill';
import { attributes, type Html, html, trusted } from '../bulletin/html.ts';
import { swatch } from '../bulletin/legend.ts';
import { renderTitle } from '../bulletin/markdown.ts';
import { classPaint } from '../bulletin/paint.ts';
import { durationPhrase, impactText } from '../bulletin/texts.ts';
import { formatDay, formatShortDay } from '../core/time/format.ts';
import type { Log } from '../log/log.ts';
import { type IncidentRow, incidentRows } from './incident-rows.ts';
import { siteTitle } from './navigation.ts';
import { OVERVIEWS, type SitePlan, yearOf, yearSource } from './site-plan.ts';
import { yearStrip } from './year-strip.ts';

/** Returns the content of the index: a strip for each year, the filter, and the incidents of the newest years. */
export function indexPage(log: Log, plan: SitePlan): Html {
	const { configuration } = log;
	const archived = new Set(plan.archivedYears);
	const rows = incidentRows(plan.incidents, OVERVIEWS.index, log, plan);
	const listed = rows.filter(({ incident }) => !archived.has(yearOf(incident)));
	const years = [...new Set(plan.incidents.map(yearOf))];
	const strips = years.map(year => {
		const ofYear = rows.filter(({ incident }) => yearOf(incident) === year);
		const href = archived.has(year) ? plan.map.link(OVERVIEWS.index, yearSource(year)) : `#year-${year}`;
		return html`<div class="il-year"><a${attributes({ href })}>${year}</a>${yearStrip(year, ofYear, configuration)}<span class="il-year-count">${incidentCount(ofYear.length)}</span></div>\n`;
	});
	return html`<article class="il-page il-index" lang="${configuration.language}">
<header class="il-head-of-page"><h1>${siteTitle(configuration)}</h1><p class="il-lede">${lede(rows)}</p></header>
${years.length > 0 && html`<section class="il-years" aria-label="Weeks with incidents, by year">${MONTHS}${strips.slice(0, MAX_YEARS)}${strips.length > MAX_YEARS && html`<details class="il-earlier"><summary>Earlier years</summary>${strips.slice(MAX_YEARS)}</details>`}${STRIP_CAPTION}</section>`}
${incidentTables(listed, configuration.impact.levels)}${undatedList(plan)}</article>`;
}

/** Returns the content of the page of a year that the index does not list. */
export function yearPage(year: number, log: Log, plan: SitePlan): Html {
	const { configuration } = log;
	const incidents = plan.incidents.filter(incident => yearOf(incident) === year);
	const rows = incidentRows(incidents, yearSource(year), log, plan);
	return html`<article class="il-page il-index" lang="${configuration.language}">
<header class="il-head-of-page"><h1>${year}</h1><p class="il-lede">${incidentCount(rows.length)}.</p></header>
<section class="il-years" aria-label="Weeks with incidents">${MONTHS}<div class="il-year"><span>${year}</span>${yearStrip(year, rows, configuration)}<span class="il-year-count">${incidentCount(rows.length)}</span></div>${STRIP_CAPTION}</section>
${incidentTables(rows, configuration.impact.levels)}</article>`;
}

const MONTHS = html`<div class="il-year il-months" aria-hidden="true"><span></span><span class="il-month-names">${[
	...'JFMAMJJASOND',
].map(letter => html`<span>${letter}</span>`)}</span></div>\n`;

const STRIP_CAPTION = html`<p class="il-caption">A bar is a week: higher for more incidents, darker for a higher level.</p>`;

/** The number of open incidents that the head of the index names. */
const MAX_OPEN = 5;

/** The number of years whose strips are shown at once. */
const MAX_YEARS = 12;

export function incidentCount(count: number): string {
	return count === 0 ? 'No incidents' : count === 1 ? '1 incident' : `${count} incidents`;
}

function lede(rows: readonly IncidentRow[]): Html {
	const [latest] = rows;
	const first = rows.at(-1);
	if (latest === undefined || first === undefined) {
		return html`No incidents yet.`;
	}
	const open = rows.filter(({ box }) => box.ending === 'open');
	const since =
		rows.length > 1
			? ` since ${formatDay(first.incident.date)}, the last one on ${formatDay(latest.incident.date)}`
			: ` on ${formatDay(latest.incident.date)}`;
	const state =
		open.length === 0
			? 'None is open.'
			: html`${open.length} open: ${joined(open.slice(0, MAX_OPEN).map(titleLink))}${open.length > MAX_OPEN && ', …'}`;
	return html`${incidentCount(rows.length)}${since}. ${state}`;
}

function joined(items: readonly Html[]): Html {
	return html`${items.map((item, index) => html`${index > 0 && ', '}${item}`)}`;
}

function titleLink({ href, incident }: IncidentRow): Html {
	const title = html`<bdi>${trusted(renderTitle(incident.title))}</bdi>`;
	return href === undefined ? title : html`<a href="${href}">${title}</a>`;
}

/** Renders the filter and a table for each year. The filter needs no script: its rules are in `siteStyles`. */
function incidentTables(rows: readonly IncidentRow[], levels: readonly string[]): Html {
	if (rows.length === 0) {
		return html``;
	}
	const years = [...new Set(rows.map(({ incident }) => yearOf(incident)))];
	const hasComponents = rows.some(({ components }) => components.length > 0);
	return html`${levelFilter(rows, levels)}
${years.map(year => {
	const ofYear = rows.filter(({ incident }) => yearOf(incident) === year);
	return html`<section class="il-list" aria-labelledby="year-${year}"><h2 id="year-${year}">${year}</h2>
<table class="il-rollup"><thead><tr><th scope="col">Date</th><th scope="col">Incident</th><th scope="col">Level</th><th scope="col">Length</th></tr></thead>
<tbody>
${ofYear.map(row => rowHtml(row, levels, hasComponents))}</tbody></table></section>
`;
})}`;
}

function rowHtml(row: IncidentRow, levels: readonly string[], hasComponents: boolean): Html {
	const { incident, box, week, postmortem, components } = row;
	const day = html`<time datetime="${incident.date}">${formatShortDay(Temporal.PlainDate.from(incident.date))}</time>`;
	const below = [
		...(hasComponents && components.length > 0 ? [html`<bdi>${components.join(', ')}</bdi>`] : []),
		...(postmortem === undefined
			? []
			: [html`<a${attributes({ href: postmortem, 'aria-label': `Postmortem: ${box.title}` })}>Postmortem</a>`]),
	];
	const level = box.kind === 'incident' || box.rank !== undefined ? impactText(box) : '';
	const kind = box.kind === 'incident' ? '' : box.kind;
	return html`<tr class="il-row ${groupOf(row)}"><td>${week === undefined ? day : html`<a href="${week}">${day}</a>`}</td><td dir="auto">${titleLink(row)}${
		below.length > 0 &&
		html`<span class="il-below">${below.map((part, index) => html`${index > 0 && ' · '}${part}`)}</span>`
	}</td><td>${box.kind !== 'notice' && swatch(box, levels, classPaint)} ${[kind, level].filter(part => part !== '').join(', ')}</td><td>${durationPhrase(box)}</td></tr>\n`;
}

/** The class by which the filter selects a row. */
function groupOf({ box }: IncidentRow): string {
	return box.kind === 'incident' ? `il-group-${box.rank ?? 'unknown'}` : `il-group-${box.kind}`;
}

/** Renders the choice of a level, worst first, then of maintenances and notices. Absent if all rows are of one group. */
function levelFilter(rows: readonly IncidentRow[], levels: readonly string[]): Html {
	const counts = new Map<string, number>();
	for (const row of rows) {
		counts.set(groupOf(row), (counts.get(groupOf(row)) ?? 0) + 1);
	}
	if (counts.size < 2) {
		return html``;
	}
	const names: readonly (readonly [group: string, name: string])[] = [
		...levels.map((level, rank) => [`il-group-${rank}`, level] as const).reverse(),
		['il-group-unknown', 'level not known'],
		['il-group-maintenance', 'maintenance'],
		['il-group-notice', 'notice'],
	];
	const choices = names.flatMap(([group, name]) => {
		const count = counts.get(group);
		return count === undefined ? [] : [choice(group.replace('il-group-', 'il-show-'), name, count)];
	});
	return html`<fieldset class="il-filter"><legend>Show</legend>${choice('il-show-all', 'all', rows.length)}${choices}</fieldset>`;
}

function choice(id: string, name: string, count: number): Html {
	return html`<label><input type="radio" name="il-show"${attributes({ id, checked: id === 'il-show-all' })}> ${name} <span class="il-count">${count}</span></label>`;
}

function undatedList({ undated, map }: SitePlan): Html {
	return undated.length === 0
		? html``
		: html`<section class="il-list"><h2>Without a date</h2>\n<ul>${undated.map(({ uri, title }) => {
				const href = map.link(OVERVIEWS.index, uri);
				return html`<li><a${attributes({ href })}><bdi>${trusted(renderTitle(title))}</bdi></a></li>\n`;
			})}</ul></section>\n`;
}
