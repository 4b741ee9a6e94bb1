import { SHADES } from './level-marks.ts';

/** The styles of the picture. Uses the custom properties of `themeStyles`. */
export const pictureStyles = `
svg.il-svg { width: 100%; height: auto; forced-color-adjust: none; print-color-adjust: exact; font-family: var(--il-font, system-ui, sans-serif); }
.il-plate { fill: var(--il-plate); stroke: var(--il-plate-rule); }
.il-rule { fill: none; stroke: var(--il-plate-rule); }
.il-svg text { fill: var(--il-plate-text); stroke: none; }
.il-svg .il-week { font-weight: 650; }
.il-svg .il-day, .il-svg .il-facts, .il-svg .il-note { fill: var(--il-plate-muted); }
.il-svg .il-title { font-weight: 600; }
.il-svg .il-title, .il-svg .il-facts { paint-order: stroke; stroke: var(--il-plate); stroke-width: 3px; stroke-linejoin: round; }
.il-outline, .il-inline { fill: none; stroke: var(--il-outline); stroke-width: var(--il-outline-width); stroke-linejoin: round; }
.il-outline.il-dashed { stroke-width: 1.6px; stroke-dasharray: 4 3; }
.il-line { fill: none; stroke: var(--il-outline); stroke-width: 2.5px; }
.il-line.il-dashed { stroke-dasharray: 4 3; }
.il-head { fill: var(--il-outline); }
.il-fill.il-shade-none { fill: none; }
.il-svg .il-mark { font-weight: 700; text-anchor: middle; paint-order: stroke; stroke-width: 3px; stroke-linejoin: round; }
.il-hatch { fill: none; stroke: var(--il-ink-0); stroke-opacity: 0.5; stroke-linecap: round; stroke-width: 1.3px; }
.il-hatch-1, .il-hatch-2 { stroke-width: 1.6px; }
.il-hatch-5, .il-hatch-6 { stroke: var(--il-shade-0); stroke-opacity: 0.4; stroke-width: 1px; }
.il-hit { fill: transparent; }
.il-ring { fill: none; stroke: none; }
.il-item { cursor: pointer; }
.il-item:hover .il-title { text-decoration: underline; }
.il-current .il-ring { stroke: var(--il-accent-on-plate); stroke-width: 2.5px; }
svg.il-svg a.il-item:focus-visible { outline: 2px solid var(--il-accent-on-plate); outline-offset: 3px; border-radius: 3px; }
${Array.from(
	{ length: SHADES },
	(_, shade) => `.il-fill.il-shade-${shade} { fill: var(--il-shade-${shade}); }
.il-svg .il-mark.il-ink-${shade} { fill: var(--il-ink-${shade}); stroke: var(--il-shade-${shade}); }
.il-inline.il-ink-${shade} { stroke: var(--il-ink-${shade}); }`,
).join('\n')}
`;
