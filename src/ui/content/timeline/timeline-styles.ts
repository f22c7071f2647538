import { pointWidth, timelineHeight } from './timeline-layout.ts';

/** The timeline with what happened at the chosen point, and the same as a table. */
export const timelineStyles = `
  /* A pixel at the usual text size, and never less: a point is a target for a finger, too. Clipped but for the ring of the focus:
     until another size is measured, what was laid out for the last one would stick out. */
  .timeline { --unit: max(1px, 0.0625 * var(--rem, 1rem)); position: relative; height: calc(${timelineHeight} * var(--unit)); margin-bottom: var(--space-2); overflow: clip; overflow-clip-margin: 4px; }
  .axis { display: block; overflow: visible; }
  .axis line { stroke: var(--line-strong); }
  .axis text { fill: var(--ink-soft); font-family: var(--font); }
  .axis .page-date { stroke: var(--caution); stroke-width: 2; stroke-dasharray: 4 3; }
  .page-key { display: inline-block; width: 0; height: 0.8em; margin-inline-end: 4px; border-inline-start: 2px dashed var(--caution); vertical-align: -2px; }
  .point { position: absolute; display: grid; place-items: center; width: calc(${pointWidth} * var(--unit)); height: calc(${pointWidth} * var(--unit)); padding: 0; border: 2px solid var(--surface); border-radius: var(--radius-round); background: var(--surface-tint); box-shadow: inset 0 0 0 1.5px var(--line-strong); font: 600 var(--text-tiny) / 1 var(--font); font-variant-numeric: tabular-nums; color: var(--ink); }
  .point:hover { box-shadow: inset 0 0 0 2px var(--ink); }
  .point[aria-pressed='true'] { background: var(--ink); color: var(--surface); box-shadow: none; }
  .chosen { margin: var(--space-2) 0; padding: var(--space-3); background: var(--surface-tint); border-radius: var(--radius-small); font-size: var(--text-small); }
  .dates th { white-space: nowrap; font-weight: 600; }
  @media (forced-colors: active) {
    .point { border-color: CanvasText; }
    .point[aria-pressed='true'] { background: Highlight; color: HighlightText; forced-color-adjust: none; }
  }
`;
