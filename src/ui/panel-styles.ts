/** The side panel's own frame; `content-styles.ts` has what stands in it. */
export const panelStyles = `
  main { padding: 0 0 var(--space-6); overflow-wrap: anywhere; }
  header { padding: var(--space-4); background: var(--surface-tint); border-bottom: 1px solid var(--line); }
  h1 { font: 650 var(--text-title) / var(--line-tight) var(--font); letter-spacing: -0.012em; text-wrap: balance; }
  header .when { margin-top: 2px; }
  .tools { display: flex; flex-wrap: wrap; gap: 6px; margin-top: var(--space-3); }
  .tools .more { display: inline-flex; align-items: center; gap: 6px; width: auto; margin: 0; }
  section .tools { align-items: center; margin: 0 0 var(--space-3); }
  .tools .place { font-size: var(--text-small); color: var(--ink-soft); font-variant-numeric: tabular-nums; }
  .outcome:not(:empty) { margin-top: var(--space-2); font-size: var(--text-small); color: var(--ink-soft); }
  section:not(.comparison) { padding: var(--space-4) var(--space-4) 0; }
  section:not(.comparison) + section:not(.comparison) { margin-top: var(--space-4); border-top: 1px solid var(--line); }
  h2 { margin-bottom: var(--space-3); font: 650 var(--text-subheading) / var(--line-tight) var(--font); }
  .empty, .stop { padding: var(--space-5) var(--space-4); color: var(--ink-soft); text-wrap: pretty; }
  .known-to { padding: var(--space-5) var(--space-4) 0; }

  .mentioned li button { display: flex; align-items: baseline; gap: var(--space-2); width: 100%; padding: 5px var(--space-2); border: 0; background: none; text-align: start; }
  .mentioned li button:hover { background: var(--surface-tint); }
  .dot { flex: none; width: 9px; height: 9px; border-radius: var(--radius-round); background: var(--topic-ink); }
  .name { flex: 1; }
  .count { color: var(--ink-soft); font-size: var(--text-small); font-variant-numeric: tabular-nums; }

  .quotation + .quotation { margin-top: var(--space-4); padding-top: var(--space-4); border-top: 1px solid var(--line); }
  .quotation.reached { margin-inline: calc(-1 * var(--space-4)); padding-inline: calc(var(--space-4) - 3px) var(--space-4); padding-block: var(--space-3); border-inline-start: 3px solid var(--focus); background: var(--surface-tint); }
  .printed-here { margin-top: var(--space-2); }
  .printed-here + .printed-here { margin-top: var(--space-4); }
  .printed-here .more { width: auto; margin: 0; }
  /* Where a statement is printed several times, the place that was reached: by width, because the colour tells of altered words. */
  .printed-here[aria-current]:not(:only-of-type) .quote { padding-inline-start: calc(var(--space-3) - 4px); border-inline-start-width: 7px; }
  .reached .difference { background: var(--surface); }
  .quotation > .sources { margin-top: var(--space-2); }
  .printed-here.altered .quote { border-inline-start-style: double; border-inline-start-color: var(--caution); }
  .passage { margin-top: 2px; font-size: var(--text-small); color: var(--ink-soft); }
  .passage q { font-family: var(--font-quote); color: var(--ink); }

  .comparison { max-height: 70vh; overflow: auto; border: 1px solid var(--line); border-radius: var(--radius-small); scrollbar-width: thin; }
  table { border-collapse: collapse; font-size: var(--text-small); line-height: 1.35; }
  th, td { overflow-wrap: break-word; padding: 6px var(--space-2); border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; }
  .comparison tbody th { font-weight: 500; }
  .comparison thead th { position: sticky; top: 0; z-index: 1; background: var(--surface); min-width: 96px; overflow-wrap: break-word; }
  .comparison th:first-child { position: sticky; inset-inline-start: 0; z-index: 1; min-width: 116px; max-width: 150px; hyphens: auto; background: var(--surface); border-inline-end: 1px solid var(--line); }
  .comparison thead th:first-child { z-index: 2; }
  .this-page { background: var(--surface-tint) !important; }
  .cell { display: block; }
  .cell.does-not-mention, .cell.not-found, .cell.unclear { color: var(--ink-soft); }
  .cell.says-otherwise { font-weight: 650; }

  .timeline { position: relative; margin-bottom: var(--space-2); }
  .axis { display: block; overflow: visible; }
  .axis line { stroke: var(--line-strong); }
  .axis text { fill: var(--ink-soft); font: 400 var(--text-tiny) var(--font); }
  .axis .page-date { stroke: var(--caution); stroke-width: 2; stroke-dasharray: 4 3; }
  .page-key { display: inline-block; width: 0; height: 12px; margin-inline-end: 4px; border-inline-start: 2px dashed var(--caution); vertical-align: -2px; }
  .point { position: absolute; display: grid; place-items: center; width: 24px; height: 24px; padding: 0; border: 2px solid var(--surface); border-radius: var(--radius-round); background: var(--surface-tint); box-shadow: inset 0 0 0 1.5px var(--line-strong); font: 600 var(--text-tiny) / 1 var(--font); font-variant-numeric: tabular-nums; color: var(--ink); }
  .point:hover { box-shadow: inset 0 0 0 2px var(--ink); }
  .point[aria-pressed='true'] { background: var(--ink); color: var(--surface); box-shadow: none; }
  .chosen { margin: var(--space-2) 0; padding: var(--space-3); background: var(--surface-tint); border-radius: var(--radius-small); font-size: var(--text-small); }
  .dates th { white-space: nowrap; font-weight: 600; }
  @media (forced-colors: active) {
    .point { border-color: CanvasText; }
    .point[aria-pressed='true'] { background: Highlight; color: HighlightText; forced-color-adjust: none; }
  }
`;
