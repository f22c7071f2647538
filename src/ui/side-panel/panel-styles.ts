/** The side panel's own frame; `content-styles.ts` has what stands in it. */
export const panelStyles = `
  /* Nothing that has the focus lies behind the line that says what was done. */
  html { scroll-padding-bottom: 4rem; }
  main { padding: 0 0 var(--space-6); overflow-wrap: anywhere; }
  header { padding: var(--space-4); background: var(--surface-tint); border-bottom: 1px solid var(--line); }
  h1 { font: 650 var(--text-title) / var(--line-tight) var(--font); letter-spacing: -0.012em; text-wrap: balance; }
  header .when { margin-top: 2px; }
  .tools { display: flex; flex-wrap: wrap; gap: 6px; margin-top: var(--space-3); }
  .tools .more { display: inline-flex; align-items: center; gap: 6px; width: auto; margin: 0; text-align: start; }
  a.more { text-decoration: none; }
  section .tools { align-items: center; margin: 0 0 var(--space-3); }
  .tools .place { font-size: var(--text-small); color: var(--ink-soft); font-variant-numeric: tabular-nums; }
  .takeaways { padding-inline: var(--space-4); }
  /* Wherever the reader is: the button that it answers may be at either end. */
  .outcome { position: sticky; bottom: 0; z-index: 3; }
  .outcome:not(:empty) { padding: var(--space-2) var(--space-4); border-top: 1px solid var(--line); background: var(--surface); font-size: var(--text-small); color: var(--ink); }
  section:not(.comparison) { padding: var(--space-4) var(--space-4) 0; }
  section:not(.comparison) + section:not(.comparison) { margin-top: var(--space-4); border-top: 1px solid var(--line); }
  h2 { margin-bottom: var(--space-3); font: 650 var(--text-subheading) / var(--line-tight) var(--font); }
  h2:has(+ .label) { margin-bottom: var(--space-1); }
  h2 + .label { margin-bottom: var(--space-3); }
  .pack-content + .pack-content { margin-top: var(--space-5); border-top: 1px solid var(--line-strong); }
  .pack-name { padding: var(--space-4) var(--space-4) 0; color: var(--ink-soft); font-size: var(--text-small); font-weight: 600; }
  .empty, .stop { padding: var(--space-5) var(--space-4); color: var(--ink-soft); text-wrap: pretty; }
  .pack-provenance { padding: var(--space-5) var(--space-4) 0; }

  .mentioned li button { display: flex; align-items: baseline; gap: var(--space-2); width: 100%; padding: 5px var(--space-2); border: 0; background: none; text-align: start; }
  .mentioned li button:hover { background: var(--surface-tint); }
  .dot { flex: none; width: var(--dot); height: var(--dot); border-radius: var(--radius-round); background: var(--topic-ink); forced-color-adjust: none; }
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
`;
