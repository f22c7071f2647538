/** The timeline with what happened at the chosen point, and the same as a table. */
export const timelineStyles = `
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
