/** What the pack says, as every surface draws it: quotations, positions, dates, sources. `tokens.ts` has the values. */
export const contentStyles = `
  .summary { text-wrap: pretty; }
  .sources, .when, .silent, .pack-provenance { font-size: var(--text-label); color: var(--ink-soft); }
  .sources { margin-top: var(--space-1); }
  .label { font-size: var(--text-label); color: var(--ink-soft); }
  .outlet { font-weight: 600; color: var(--ink); }
  a.outlet { text-decoration-color: var(--line-strong); }
  .day { white-space: nowrap; }
  .date { font-weight: 600; font-variant-numeric: tabular-nums; }
  .events li + li, .facts li + li { margin-top: var(--space-3); }

  .statements > li + li, .claims > li + li { margin-top: var(--space-4); padding-top: var(--space-4); border-top: 1px solid var(--line); }
  .speaker { line-height: var(--line-tight); }
  .lead { padding: 0; border: 0; background: none; font-weight: inherit; text-align: start; color: inherit; text-decoration: underline 1px var(--line-strong); text-underline-offset: 3px; }
  .lead:hover { text-decoration-color: currentcolor; }
  .role { color: var(--ink-soft); font-size: var(--text-small); }
  .quote {
    margin: var(--space-2) 0;
    padding-inline-start: var(--space-3);
    border-inline-start: 3px solid var(--topic-line);
    font: 400 var(--text-quote) / 1.5 var(--font-quote);
    text-wrap: pretty;
  }
  /* By weight as well as by colour. */
  mark.entity { background: var(--topic-tint); color: inherit; font-weight: 650; border-radius: var(--radius-tiny); }
  .gap { color: var(--ink-soft); font-family: var(--font); font-size: var(--text-small); }
  .printed > li, .positions > li { margin-top: var(--space-2); font-size: var(--text-small); }
  .printed .when, .positions .when { font-size: inherit; }
  .verdict::before { content: '· '; }
  .verdict { color: var(--ink-soft); }
  .as-printed, .note { margin-top: 2px; color: var(--ink-soft); font-size: var(--text-small); }
  .quoted, .as-printed q { font-family: var(--font-quote); }
  .quoted { font-size: var(--text-quote-small); line-height: 1.5; }
  .quote.folded { max-height: 9.2em; overflow: hidden; mask-image: var(--fade-out); }
  .unfold { min-height: 24px; padding: 0; border: 0; background: none; color: var(--link); font-size: var(--text-small); text-decoration: underline 1px; text-underline-offset: 2px; }
  span.caution { display: inline-block; padding-block: 1px; }
  .caution {
    margin-top: var(--space-1); padding: var(--space-1) var(--space-2);
    background: var(--caution-tint); color: var(--caution);
    border-radius: var(--radius-small); font-size: var(--text-label); line-height: 1.4;
  }
  .page-quotation { padding: var(--space-3); background: var(--surface-tint); border-radius: var(--radius-small); }
  .page-quotation .difference { padding-inline: 0; }
  .page-quotation.altered { background: var(--caution-tint); }
  .page-quotation.altered .caution { padding: 0; }
  .page-quotation.altered .difference { background: none; }
  details { margin-top: var(--space-1); }
  /* A target for a finger, too. */
  summary { padding-block: 3px; color: var(--link); font-size: var(--text-small); }
  .difference { margin-top: var(--space-1); padding: var(--space-2) var(--space-3); background: var(--surface-tint); border-radius: var(--radius-small); }
  .difference .quoted { font-size: var(--text-body); }
  ins { background: var(--added-tint); text-decoration: underline 2px; text-underline-offset: 2px; border-radius: var(--radius-tiny); }
  del { color: var(--cut-ink); text-decoration: line-through; }
  .key { margin-top: var(--space-1); font-size: var(--text-label); color: var(--ink-soft); }

  .claim-text { font-weight: 600; line-height: 1.4; }
  .disputed > .label:first-child { color: var(--topic-ink); font-weight: 600; }
  .stance { padding: 1px 7px; border: 1px solid var(--line-strong); border-radius: var(--radius-pill); font-size: var(--text-label); display: inline-block; }
  .stance.says-otherwise { border-style: dashed; }
  .stance.says-in-part { border-style: dotted; }
  .positions .quoted { margin-top: 2px; }
  .stances { font-size: var(--text-small); }
  .stances li { margin-top: 6px; }
  .silent { margin-top: var(--space-2); }

  .more, .related button, .action:not(.icon) {
    padding: 5px 10px; border: 1px solid var(--line); border-radius: var(--radius-small);
    background: var(--surface); color: var(--ink); font-size: var(--text-small); line-height: 1.3;
  }
  .more { margin-top: var(--space-3); width: 100%; }
  .open-in-library { display: flex; align-items: center; justify-content: center; gap: 6px; margin-top: var(--space-4); }
  .more:hover, .related button:hover, .action:not(.icon):hover { border-color: var(--line-strong); background: var(--surface-tint); }

  /* Grounds are not drawn there: what is told apart by one gets a line around it. */
  @media (forced-colors: active) { mark.entity { background: Mark; color: MarkText; } .since, .page-quotation, .difference, div.caution, p.caution { border: 1px solid CanvasText; } .page-quotation .difference { border: 0; } }
`;
