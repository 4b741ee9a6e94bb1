import { SHADES } from '../bulletin/ramp.ts';
import { pageStyles } from '../bulletin/styles.ts';

/** The groups of incidents that the filter of a list shows alone: ranks of levels, then the others. */
const GROUPS = [...Array.from({ length: SHADES }, (_, rank) => String(rank)), 'unknown', 'maintenance', 'notice'];

const filterStyles = GROUPS.map(
	group => `.il-index:has(#il-show-${group}:checked) .il-row:not(.il-group-${group}),
.il-index:has(#il-show-${group}:checked) .il-list:not(:has(.il-group-${group})) { display: none; }`,
).join('\n');

/** The styles of the overviews of a site. */
const overviewStyles = `
.il-years { margin: 0 0 2rem; font-size: 0.875rem; font-variant-numeric: tabular-nums; }
.il-year { display: grid; grid-template-columns: 3rem minmax(0, 1fr) 7rem; align-items: center; gap: 0 0.75rem; margin: 0 0 0.3rem; }
.il-year > a, .il-year > span:first-child { font-weight: 600; text-decoration: none; }
.il-year > a:hover { text-decoration: underline; }
.il-earlier summary { width: fit-content; margin: 0.3rem 0; color: var(--il-muted); cursor: pointer; }
.il-years .il-caption { margin: 0.5rem 0 0; }
.il-year-count { color: var(--il-muted); }
.il-svg.il-year-strip { display: block; width: 100%; height: 28px; }
.il-year-strip a:hover .il-cell { stroke: var(--il-now); stroke-width: 2px; }
.il-cell { stroke: var(--il-outline); stroke-width: 1px; vector-effect: non-scaling-stroke; }
.il-year-strip .il-hairline { vector-effect: non-scaling-stroke; }
.il-month-names { display: flex; color: var(--il-muted); font-size: 0.75rem; }
.il-month-names > span { flex: 1; text-align: center; }
.il-filter { display: flex; flex-wrap: wrap; gap: 0.25rem 0.5rem; margin: 0 0 1.5rem; padding: 0; border: 0; font-size: 0.9375rem; }
.il-filter legend { float: left; margin-right: 0.5rem; padding: 0.25rem 0; color: var(--il-muted); }
.il-filter label { padding: 0.25rem 0.7rem; border: 1px solid var(--il-rule); border-radius: 999px; cursor: pointer; }
.il-filter label:has(:checked) { border-color: var(--il-accent); box-shadow: inset 0 0 0 1px var(--il-accent); }
.il-filter label:has(:focus-visible) { outline: 2px solid var(--il-accent); outline-offset: 2px; }
.il-filter input { position: absolute; opacity: 0; pointer-events: none; }
.il-count { color: var(--il-muted); font-variant-numeric: tabular-nums; }
.il-page .il-rollup { width: 100%; table-layout: fixed; }
.il-rollup th:nth-child(1) { width: 7.5rem; }
.il-rollup th:nth-child(3) { width: 9rem; }
.il-rollup th:nth-child(4) { width: 9rem; }
.il-rollup td:first-child { white-space: nowrap; }
.il-rollup td:first-child a { color: inherit; }
.il-page .il-rollup td { padding-top: 0.5rem; padding-bottom: 0.5rem; }
.il-rollup .il-swatch { display: inline-block; vertical-align: -0.1em; margin-right: 0.15rem; }
.il-rollup td:nth-child(2) a { font-weight: 600; text-decoration: none; }
.il-rollup td:nth-child(2) a:hover { text-decoration: underline; }
.il-below { display: block; color: var(--il-muted); font-size: 0.875rem; }
.il-rollup td:nth-child(2) .il-below a { color: inherit; font-weight: inherit; text-decoration: underline; }
.il-figure { margin: 0 0 1.75rem; }
.il-svg.il-week-chart { display: block; width: 100%; height: 120px; }
.il-week-chart .il-hairline { vector-effect: non-scaling-stroke; }
.il-numbers .il-swatch { display: inline-block; vertical-align: -0.1em; }
.il-numbers { font-variant-numeric: tabular-nums; }
.il-page .il-numbers td:not(:first-child), .il-page .il-numbers th:not(:first-child) { text-align: right; }
@media (max-width: 40rem) {
.il-page .il-numbers { font-size: 0.875rem; }
.il-page .il-numbers th, .il-page .il-numbers td { padding-right: 0.5rem; }
.il-year { grid-template-columns: 2.6rem minmax(0, 1fr); gap: 0 0.5rem; }
.il-year-count { display: none; }
.il-rollup, .il-rollup tbody { display: block; }
.il-rollup thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.il-rollup tr { display: grid; grid-template-columns: auto auto 1fr; gap: 0.1rem 0.9rem; padding: 0.6rem 0; border-bottom: 1px solid var(--il-rule); }
.il-page .il-rollup td { display: block; padding: 0; border: 0; white-space: normal; }
.il-rollup td:nth-child(2) { grid-column: 1 / -1; grid-row: 1; }
.il-rollup td:first-child { color: var(--il-muted); font-size: 0.875rem; }
.il-rollup td:nth-child(3), .il-rollup td:nth-child(4) { font-size: 0.875rem; }
}
@media print {
.il-filter { display: none; }
}
${filterStyles}
`;

/** The stylesheet of a site, which its pages share. It loads no other resource. */
export const siteStyles = `${pageStyles}${overviewStyles}`;
