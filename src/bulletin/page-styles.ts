/** The styles of the page except the picture. Uses the custom properties of `themeStyles`. */
export const pageTextStyles = `
:root { --il-font: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; --il-mono: ui-monospace, "SF Mono", Menlo, Consolas, monospace; }
body { margin: 0; background: var(--il-paper); color: var(--il-text); }
.il-page { max-width: 880px; margin: 0 auto; padding: 0 clamp(1rem, 4vw, 2.5rem); font: 1rem/1.6 var(--il-font); color: var(--il-text); text-align: left; overflow-wrap: break-word; }
.il-page { padding-top: clamp(1.5rem, 5vw, 3.5rem); padding-bottom: 4rem; }
.il-page p, .il-page ul, .il-page ol, .il-page blockquote, .il-page h2, .il-page h3, .il-page h4, .il-page pre { max-width: 46rem; }
.il-nav { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0.25rem 1.5rem; max-width: 880px; margin: 0 auto; padding: 1rem clamp(1rem, 4vw, 2.5rem) 0; font: 0.9375rem/1.6 var(--il-font); }
.il-nav > span { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; }
.il-nav a { color: var(--il-muted); text-decoration: none; }
.il-nav a:hover, .il-nav a:focus-visible { color: var(--il-link); text-decoration: underline; }
.il-home { font-weight: 600; }
.il-head-of-page { margin-bottom: 2rem; }
.il-over { margin: 0 0 0.25rem; color: var(--il-muted); font-size: 0.9375rem; font-weight: 600; }
.il-page h1 { margin: 0; font-size: clamp(1.75rem, 1.2rem + 2.4vw, 2.5rem); line-height: 1.15; letter-spacing: -0.02em; font-weight: 700; border: 0; padding: 0; }
.il-under, .il-lede { margin: 0.5rem 0 0; color: var(--il-muted); }
.il-page h2 { margin: 2.75rem 0 0.75rem; font-size: 1.3125rem; line-height: 1.3; letter-spacing: -0.01em; font-weight: 650; border: 0; padding: 0; }
.il-page h3 { margin: 2rem 0 0.5rem; font-size: 1.0625rem; line-height: 1.4; font-weight: 650; }
.il-page h4, .il-page h5, .il-page h6 { margin: 1.5rem 0 0.5rem; font-size: 1rem; font-weight: 650; }
.il-page p { margin: 0 0 0.9rem; }
.il-page ul, .il-page ol { margin: 0 0 0.9rem; padding-left: 1.4rem; }
.il-page li { margin: 0.2rem 0; }
.il-page blockquote { margin: 0 0 0.9rem; padding: 0 0 0 1rem; border-left: 3px solid var(--il-rule); color: var(--il-muted); background: none; }
.il-page a { color: var(--il-link); text-underline-offset: 0.15em; text-decoration-thickness: 1px; }
.il-page a:focus-visible { outline: 2px solid var(--il-accent); outline-offset: 2px; border-radius: 2px; }
.il-page code { padding: 0.1em 0.3em; border-radius: 4px; background: var(--il-code); color: inherit; font: 0.875em/1.4 var(--il-mono); }
.il-page pre { margin: 0 0 0.9rem; padding: 0.8rem 1rem; border-radius: 6px; background: var(--il-code); overflow-x: auto; }
.il-page pre code { padding: 0; background: none; }
.il-page hr { max-width: 46rem; margin: 2rem 0; border: 0; border-top: 1px solid var(--il-rule); }
.il-page table { border-collapse: collapse; margin: 0 0 0.9rem; font-size: 0.9375rem; font-variant-numeric: tabular-nums; }
.il-page th, .il-page td { padding: 0.4rem 0.9rem 0.4rem 0; border: 0; border-bottom: 1px solid var(--il-rule); text-align: left; vertical-align: top; }
.il-page th { color: var(--il-muted); font-size: 0.875rem; font-weight: 600; }
.il-page .il-right { text-align: right; }
.il-page .il-center { text-align: center; }
.il-caption { margin-top: 0.5rem; font-size: 0.8125rem; color: var(--il-muted); }
.il-scroll { overflow-x: auto; }
.il-picture { container-type: inline-size; margin: 1.25rem 0 1.75rem; }
.il-svg.il-medium, .il-svg.il-narrow { display: none; }
@container (width < 840px) { .il-svg.il-wide { display: none; } .il-svg.il-medium { display: block; } }
@container (width < 560px) { .il-svg.il-medium { display: none; } .il-svg.il-narrow { display: block; } }
.il-twin { margin-top: 0.6rem; font-size: 0.875rem; color: var(--il-muted); }
.il-twin summary { width: fit-content; cursor: pointer; }
.il-twin table { margin-top: 0.5rem; color: var(--il-text); }
.il-twin td:first-child { min-width: 7rem; }
.il-entry { max-width: 46rem; margin: 0 0 1.6rem; scroll-margin-top: 1rem; }
.il-prose > :last-child { margin-bottom: 0; }
.il-facts-line { margin-top: 0.35rem; color: var(--il-muted); font-size: 0.875rem; }
.il-prose p + .il-facts-line { margin-top: -0.45rem; }
.il-facts-line > span + span::before { content: "\\b7"; margin: 0 0.5em; }
.il-fact-list { margin: 0 0 1.5rem; font-size: 0.9375rem; }
.il-fact-list > div { display: grid; grid-template-columns: 8.5rem minmax(0, 1fr); gap: 0 1rem; padding: 0.35rem 0; border-bottom: 1px solid var(--il-rule); }
.il-fact-list dt { color: var(--il-muted); }
.il-fact-list dd { margin: 0; }
.il-fact-list .il-swatch { display: inline-block; vertical-align: -0.1em; }
.il-events td:not(:last-child) { white-space: nowrap; }
.il-events td > p:last-child { margin-bottom: 0; }
.il-inferred { margin-left: 0.45em; padding: 0.02em 0.4em 0.08em; border: 1px dashed var(--il-tag); border-radius: 3px; font-size: 0.8125em; white-space: nowrap; }
.il-entry:target .il-prose, .il-entry-current .il-prose { box-shadow: -0.45rem 0 0 var(--il-paper), -0.6rem 0 0 var(--il-accent); }
.il-reference { text-decoration: underline dotted; text-decoration-thickness: 1px; text-underline-offset: 0.2em; }
.il-missing { padding: 0.6rem 0.9rem; border: 1px dashed var(--il-warning); border-radius: 5px; color: var(--il-muted); }
@page { margin: 18mm 16mm; }
@media print {
.il-twin, .il-nav { display: none; }
.il-page { max-width: none; padding: 0; font-size: 10.5pt; }
.il-svg.il-wide { display: block; }
.il-svg.il-svg.il-medium, .il-svg.il-svg.il-narrow { display: none; }
.il-page h2, .il-page h3 { break-after: avoid; }
.il-entry, .il-picture { break-inside: avoid; }
.il-page a { color: inherit; }
}
`;

/** What only the preview shows: the checklist, and marks of unresolved references. */
export const editorTextStyles = `
:root { --il-font: var(--vscode-markdown-font-family, system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif); --il-mono: var(--vscode-editor-font-family, ui-monospace, "SF Mono", Menlo, Consolas, monospace); }
.il-checklist { max-width: 880px; margin: 0 auto; padding: 0 clamp(1rem, 4vw, 2.5rem); font: 1rem/1.6 var(--il-font); color: var(--il-text); text-align: left; overflow-wrap: break-word; }
.il-checklist code { padding: 0.1em 0.3em; border-radius: 4px; background: var(--il-code); color: inherit; font: 0.875em/1.4 var(--il-mono); }
.il-unresolved { text-decoration: underline wavy var(--il-warning); text-decoration-thickness: 1px; }
.il-checklist { padding-top: 1rem; }
.il-checklist details { padding: 0.6rem 1rem; border: 1px solid var(--il-rule); border-radius: 8px; }
.il-checklist summary { cursor: pointer; font-weight: 600; font-size: 0.9375rem; }
.il-checklist ul { margin: 0.6rem 0 0; padding: 0; list-style: none; }
.il-checklist li { display: grid; grid-template-columns: 4.5rem minmax(0, 1fr); gap: 0 0.75rem; padding: 0.45rem 0; border-top: 1px solid var(--il-rule); font-size: 0.9375rem; cursor: pointer; }
.il-action { margin: 0.25rem 0 0; padding: 0.2rem 0.6rem; border: 1px solid var(--il-rule); border-radius: 4px; background: var(--il-code); color: inherit; font: inherit; cursor: pointer; }
.il-level-error { color: var(--il-error); font-weight: 600; }
.il-level-warning { color: var(--il-warning); font-weight: 600; }
.il-level-info, .il-level-hint { color: var(--il-muted); }
.il-where { grid-column: 2; color: var(--il-muted); font-size: 0.8125rem; }
@media (max-width: 34rem) {
.il-checklist li { grid-template-columns: minmax(0, 1fr); }
.il-where { grid-column: 1; }
}
`;
