import { paintStyles } from './paint.ts';

/** The styles of the picture. Uses the custom properties of `themeStyles`. */
export const pictureStyles = `
svg.il-svg { display: block; width: 100%; height: auto; overflow: visible; forced-color-adjust: none; print-color-adjust: exact; font-family: var(--il-font, system-ui, sans-serif); font-variant-numeric: tabular-nums; }
svg.il-narrow { max-width: 29rem; }
svg.il-swatch { display: inline-block; width: 1rem; height: 0.875rem; margin-right: 0.4em; vertical-align: -0.1em; }
.il-hit { pointer-events: all; }
.il-item { cursor: pointer; }
.il-item:hover text { text-decoration: underline; }
svg.il-svg a.il-item:focus-visible { outline: 2px solid var(--il-now); outline-offset: 2px; border-radius: 2px; }
${paintStyles}`;
